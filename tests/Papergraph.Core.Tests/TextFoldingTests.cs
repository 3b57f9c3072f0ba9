using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Core.Tests;

public class TextFoldingTests
{
    [Theory]
    [InlineData("  Low-Rank   Adaptation ", "low rank adaptation")]
    [InlineData("Schrödinger Bridge", "schrodinger bridge")]
    [InlineData("β-VAE", "beta vae")]
    [InlineData("Σ-net", "sigma net")]
    [InlineData("Straße", "strasse")]
    [InlineData("ﬁne‑tuning", "fine tuning")]
    [InlineData("x²", "x2")]
    [InlineData("日本語 NLP", "日本語 nlp")]
    [InlineData("GPT-4o", "gpt 4o")]
    [InlineData("a\ud800b", "a b")]
    [InlineData("zero\u200bwidth", "zerowidth")]
    [InlineData("—", "")]
    public void Spellings_of_one_thing_fold_to_the_same_words(string text, string expected) =>
        Assert.Equal(expected, TextFolding.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(s => s is not null), text =>
        {
            string once = TextFolding.Fold(text);
            return TextFolding.Fold(once) == once;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    // Oracle: the runs of letters and digits, found one by one. Long texts are folded in other memory than short ones.
    [Fact]
    public void ASCII_folds_to_its_runs_of_letters_and_digits_in_small_letters() =>
        Prop.ForAll(Gen.Choose(0, 127).Select(i => (char)i).ArrayOf().Select(c => new string(c)).ToArbitrary(), text =>
        {
            string many = string.Concat(Enumerable.Repeat(text + " Paper ", 40));
            foreach (string given in (string[])[text, many])
            {
                IEnumerable<string> words = System.Text.RegularExpressions.Regex.Matches(given, "[A-Za-z0-9]+")
                    .Select(word => word.Value.ToLowerInvariant());
                Assert.Equal(string.Join(' ', words), TextFolding.Fold(given));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Folding_bytes_of_ASCII_is_folding_the_text() =>
        Prop.ForAll(Gen.Choose(0, 130).Select(i => (char)i).ArrayOf().ToArbitrary(), characters =>
        {
            byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(characters), folded = new byte[utf8.Length];
            bool isAscii = TextFolding.TryFoldAscii(utf8, folded, out int length);
            Assert.Equal(characters.All(char.IsAscii), isAscii);
            if (isAscii) Assert.Equal(TextFolding.Fold(characters), System.Text.Encoding.UTF8.GetString(folded, 0, length));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
