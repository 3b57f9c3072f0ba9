using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class PaperStructureTests
{
    private static readonly PaperText Text = new(
        "Tide nets", " Tide nets (TN) rise. They fall at https://example.org/x now.  ");

    private readonly PaperStructure _structure = new(Text);

    [Fact]
    public void A_run_of_whole_words_has_the_number_of_its_sentence()
    {
        Assert.Equal(0, SentenceOf(TextField.Title, "Tide nets"));
        Assert.Equal(0, SentenceOf(TextField.Abstract, "nets (TN) rise."));
        Assert.Equal(1, SentenceOf(TextField.Abstract, "They fall"));
        Assert.Equal(1, SentenceOf(TextField.Abstract, "https://example.org/x"));
    }

    [Fact]
    public void Parts_of_words_white_space_and_runs_across_sentences_have_none()
    {
        Assert.All(
            ["ide nets", "Tide net", " Tide", "rise. They", "example.org"],
            piece => Assert.Null(SentenceOf(TextField.Abstract, piece)));
        Assert.Null(_structure.SentenceOf(new FieldSpan(TextField.Title, new TextSpan(0, 0))));
        Assert.Null(_structure.SentenceOf(new FieldSpan(TextField.Title, new TextSpan(0, 10))));
        Assert.Null(_structure.SentenceOf(new FieldSpan(TextField.Title, new TextSpan(-1, 4))));
    }

    [Fact]
    public void Sentences_have_a_place_together()
    {
        Assert.Equal("Tide nets (TN) rise.", Text.At(_structure.PlaceOfSentences(TextField.Abstract, 0, 0)));
        Assert.Equal(Text.Abstract.Trim(), Text.At(_structure.PlaceOfSentences(TextField.Abstract, 0, 1)));
    }

    [Fact]
    public void Links_and_abbreviations_are_those_of_the_pattern_extractor()
    {
        PaperExtraction found = new PatternExtractor().Extract(Text);
        Assert.Equal(found.Links, _structure.Links);
        Assert.Equal(found.Abbreviations, _structure.Abbreviations);
        Assert.NotEmpty(found.Abbreviations);
    }

    [Fact]
    public void The_beginning_ends_with_the_last_word_within_the_limit()
    {
        Assert.Equal(Text.Abstract.TrimEnd(), _structure.Beginning(TextField.Abstract));
        string longText = string.Concat(Enumerable.Repeat("word ", 30_000));
        string beginning = new PaperStructure(new PaperText("", longText)).Beginning(TextField.Abstract);
        Assert.EndsWith(" word", beginning, StringComparison.Ordinal);
        Assert.InRange(beginning.Length, 99_000, 100_000);
        Assert.StartsWith(beginning, longText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_of_a_token_is_the_one_that_holds_it_for_any_text() =>
        Prop.ForAll(HostileText.Any, text =>
        {
            PaperStructure structure = new(new PaperText(text, ""));
            Passage passage = new(TextField.Title, text);
            for (int s = 0; s < passage.Sentences.Length; s++)
                for (int t = passage.Sentences[s].First; t < passage.Sentences[s].End; t++)
                    if (structure.SentenceOf(passage.PlaceOf(new TokenRange(t, t + 1))) != s) return false;
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private int? SentenceOf(TextField field, string piece)
    {
        int start = Text[field].IndexOf(piece, StringComparison.Ordinal);
        return _structure.SentenceOf(new FieldSpan(field, new TextSpan(start, start + piece.Length)));
    }
}
