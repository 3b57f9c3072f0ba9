using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Store.Tests;

public class TokenReaderTests
{
    private sealed record Token(string Term, int Start, int End, int Position);

    [Theory]
    [InlineData("Low-Rank Adaptation", "low@0-3 rank@4-8 adaptation@9-19")]
    [InlineData("GPT-4o's", "gpt@0-3 4o@4-6 s@7-8")]
    [InlineData("  Schrödinger\u2019s β-VAE", "schrodinger@2-13 s@14-15 beta@16-17 vae@18-21")]
    [InlineData("cafe\u0301 au lait", "cafe@0-5 au@6-8 lait@9-13")]
    [InlineData("abstract言語モデルGPT", "abstract@0-8 言語@8-10 語モ@9-11 モテ@10-12 テル@11-13 ル@12-13 gpt@13-16")]
    [InlineData("字", "字@0-1")]
    [InlineData("한국어 모델", "한국어@0-3 모델@4-6")]
    [InlineData("𠀀𠀁 x²", "𠀀𠀁@0-4 𠀁@2-4 x2@5-7")]
    [InlineData("…—!", "")]
    public void Words_and_pairs_of_characters_are_found_with_their_places(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(text).Select(token => $"{token.Term}@{token.Start}-{token.End}")));

    [Fact]
    public void Half_a_character_separates_words() => Assert.Equal(["a", "b"], Read("a\ud800b").Select(token => token.Term));

    // Folding is another way to the words of a text, for scripts with spaces.
    [Fact]
    public void The_terms_are_the_words_of_the_folded_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null && !Paired(text)), text =>
        {
            string[] words = TextFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return Read(text).Select(token => token.Term)
                .SequenceEqual(words.Select(word => word[..Math.Min(word.Length, TokenReader.MaxTermLength)]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_term_is_the_folded_form_of_the_characters_it_was_read_from() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            List<Token> tokens = Read(text);
            return tokens.Select((token, i) => token.Position == i && token.Start < token.End && token.End <= text.Length).All(fine => fine)
                && tokens.TrueForAll(token => TextFolding.Fold(text.AsSpan(token.Start, token.End - token.Start)) == token.Term)
                && tokens.Zip(tokens.Skip(1)).All(pair => pair.First.Start < pair.Second.Start);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_word_that_no_language_has_is_cut()
    {
        Token token = Assert.Single(Read(new string('x', 100_000)));
        Assert.Equal((new string('x', 64), 0, 100_000), (token.Term, token.Start, token.End));
        Assert.Equal(64, Assert.Single(Read(new string('ß', 1000))).Term.Length);
        Assert.Equal(new string('é', 63).Replace('é', 'e'), Assert.Single(Read(new string('é', 63) + "ßa")).Term);
    }

    [Theory]
    [InlineData("networks", "network networks")]
    [InlineData("network", "network networks")]
    [InlineData("studies", "studies study studys")]
    [InlineData("study", "studies study studys")]
    [InlineData("classes", "classe classes")]
    [InlineData("class", "class")]
    [InlineData("corpus", "corpus")]
    [InlineData("bias", "bia bias")]
    [InlineData("gas", "gas")]
    public void Singular_and_plural_are_forms_of_one_word(string word, string forms) =>
        Assert.Equal(forms, string.Join(' ', PluralForms.Of(word).Order(StringComparer.Ordinal)));

    private static bool Paired(string text) => text.EnumerateRunes().Any(TokenReader.IsPairedScript);

    private static List<Token> Read(string text)
    {
        List<Token> tokens = [];
        TokenReader reader = new(text, stackalloc char[TokenReader.MaxTermLength]);
        while (reader.Next()) tokens.Add(new(reader.Term.ToString(), reader.Start, reader.End, reader.Position));
        return tokens;
    }
}
