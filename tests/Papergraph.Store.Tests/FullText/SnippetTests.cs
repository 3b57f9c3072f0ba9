using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Store.Tests;

public class FullTextSnippetTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("filler of no use ", 40));

    [Fact]
    public void The_passage_with_the_most_telling_words_is_shown_with_marks_at_word_boundaries()
    {
        string text = Long + "some nets here " + Long + "the rare Schrödinger\u2019s nets stand here " + Long;
        FullTextSnippet snippet = Assert.Single(Snippets(text, "schrodinger net", length: 80));
        Assert.Equal(["Schrödinger", "nets"], snippet.Marks.Select(mark => mark.Of(snippet.Text)));
        Assert.InRange(snippet.Text.Length, 40, 80);
        Assert.Equal(snippet.Text, text.Substring(snippet.Start, snippet.Text.Length));
        Assert.True(snippet.IsBegun && snippet.IsCut);
        Assert.Equal(' ', text[snippet.Start - 1]);
    }

    [Fact]
    public void A_short_text_is_shown_whole_and_a_phrase_is_marked_as_one()
    {
        FullTextSnippet snippet = Assert.Single(Snippets("deep nets and Deep  Learning!", "\"deep learning\" -qqq", length: 100));
        Assert.Equal("deep nets and Deep  Learning!", snippet.Text);
        Assert.Equal(["Deep  Learning"], snippet.Marks.Select(mark => mark.Of(snippet.Text)));
        Assert.False(snippet.IsBegun || snippet.IsCut);
    }

    [Fact]
    public void Pairs_of_characters_are_marked_as_the_run_that_was_asked_for()
    {
        FullTextSnippet snippet = Assert.Single(Snippets("大規模言語モデルの研究", "言語モデル", length: 100));
        Assert.Equal(["言語モデル"], snippet.Marks.Select(mark => mark.Of(snippet.Text)));
    }

    [Fact]
    public void Marks_lie_within_the_passage_and_the_passage_within_the_text() =>
        Prop.ForAll(
            (from words in Gen.Elements("net", "nets", "ant", "a", "filler", "字字字", "é").NonEmptyListOf()
             from query in RandomTexts.Query
             from length in Gen.Choose(20, 60)
             select (string.Join(' ', words), query, length)).ToArbitrary(),
            c =>
            {
                foreach (FullTextSnippet snippet in Snippets(c.Item1, c.query.ToString() + " net 字字", c.length))
                {
                    Assert.Equal(snippet.Text, c.Item1.Substring(snippet.Start, snippet.Text.Length));
                    Assert.NotEmpty(snippet.Marks);
                    int end = 0;
                    foreach (Core.TextSpan mark in snippet.Marks)
                    {
                        Assert.True(mark.Start >= end && mark.End > mark.Start && mark.End <= snippet.Text.Length);
                        end = mark.End;
                    }
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static IReadOnlyList<FullTextSnippet> Snippets(string text, string query, int length)
    {
        using TextGraph graph = new([new(true, text, []), new(true, "nets nets", []), new(true, Long, [])]);
        FullTextResult result = graph.Reader.FullTextIndex("texts").Search(query, 10);
        return result.Snippets(0, length);
    }
}
