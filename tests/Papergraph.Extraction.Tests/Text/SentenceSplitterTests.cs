using FsCheck;
using FsCheck.Fluent;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("One ends. Two begins.", "One ends.|Two begins.")]
    [InlineData("Smith et al. Found it. We agree.", "Smith et al. Found it.|We agree.")]
    [InlineData("See Fig. 3 and Eq. (4). It holds.", "See Fig. 3 and Eq. (4).|It holds.")]
    [InlineData("Methods, e.g. Adam, vs. SGD. Done.", "Methods, e.g. Adam, vs. SGD.|Done.")]
    [InlineData("J. Doe wrote it. So did K. Roe.", "J. Doe wrote it.|So did K. Roe.")]
    [InlineData("They took vitamin C. The effect was small.", "They took vitamin C.|The effect was small.")]
    [InlineData("It is 3.5 times faster! (Really.) Is it? Yes.", "It is 3.5 times faster!|(Really.)|Is it?|Yes.")]
    [InlineData("He said “stop.” Then he left.", "He said “stop.”|Then he left.")]
    [InlineData("A heading\n\nA text", "A heading|A text")]
    [InlineData("no end of it", "no end of it")]
    public void Sentences_end_where_a_reader_would_end_them(string text, string expected)
    {
        Passage passage = new(TextField.Abstract, text);
        Assert.Equal(expected, string.Join('|', passage.Sentences.Select(sentence => passage.TextOf(sentence).ToString())));
    }

    [Fact]
    public void Every_token_lies_in_exactly_one_sentence() =>
        Prop.ForAll(HostileText.Any, text =>
        {
            Passage passage = new(TextField.Abstract, text);
            int next = 0;
            foreach (TokenRange sentence in passage.Sentences)
            {
                if (sentence.First != next || sentence.End <= sentence.First) return false;
                next = sentence.End;
            }

            return next == passage.Tokens.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
