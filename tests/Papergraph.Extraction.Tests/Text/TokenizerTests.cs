using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Extraction.Tests;

public class TokenizerTests
{
    [Theory]
    [InlineData("GPT-4o beats S^2IP-LLM.", "GPT-4o|beats|S^2IP-LLM|.")]
    [InlineData("the $\\alpha$-divergence of W^star", "the|$\\alpha$-divergence|of|W^star")]
    [InlineData("costs $5 and $10 more", "costs|$|5|and|$|10|more")]
    [InlineData("O($n^2$)", "O|(|$n^2$|)")]
    [InlineData("3.5 of 10,000 and 1,2", "3.5|of|10,000|and|1|,|2")]
    [InlineData("the model's and models’ don't", "the|model|'s|and|models|’|don't")]
    [InlineData("e.g. this, i.e. that", "e.g|.|this|,|i.e|.|that")]
    [InlineData("A* in C++ and C# (D+)", "A*|in|C++|and|C#|(|D+|)")]
    [InlineData("x+y, a*b", "x|+|y|,|a|*|b")]
    [InlineData("TCP/IP and/or", "TCP/IP|and|/|or")]
    [InlineData("see https://example.org/a_(b), www.example.org.", "see|https://example.org/a_(b)|,|www.example.org|.")]
    [InlineData("“fine‑tuning”—done", "“|fine‑tuning|”|—|done")]
    [InlineData("Recall@10 of the U.S.A team", "Recall@10|of|the|U.S.A|team")]
    [InlineData("cafe\u0301 😀👍🏽x", "cafe\u0301|😀|👍🏽|x")]
    [InlineData("\\textbf{Xnet}", "\\textbf|{|Xnet|}")]
    [InlineData("", "")]
    public void A_text_is_cut_where_a_reader_would_cut_it(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Tokenize(text).Select(token => token.Span.Of(text))));

    [Fact]
    public void Tokens_ascend_and_leave_out_nothing_but_white_space() =>
        Prop.ForAll(HostileText.Any, text =>
        {
            int end = 0;
            foreach (Token token in Tokenizer.Tokenize(text))
            {
                if (token.Start < end || token.End <= token.Start || !string.IsNullOrWhiteSpace(text[end..token.Start])) return false;
                end = token.End;
            }

            return string.IsNullOrWhiteSpace(text[end..]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    // Oracle: the category that .NET gives the first character of each token that follows another without a gap.
    [Fact]
    public void No_boundary_cuts_a_surrogate_pair_or_a_combining_sequence() =>
        Prop.ForAll(HostileText.Any, text =>
        {
            int end = -1;
            foreach (Token token in Tokenizer.Tokenize(text))
            {
                bool cutsPair = token.Start > 0 && char.IsSurrogatePair(text, token.Start - 1);
                bool cutsSequence = token.Start == end && CharUnicodeInfo.GetUnicodeCategory(text, token.Start)
                    is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
                if (cutsPair || cutsSequence) return false;
                end = token.End;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
