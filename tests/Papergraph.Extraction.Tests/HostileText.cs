using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Extraction.Tests;

/// <summary>Texts that no author wrote: everything that breaks scanners, mixed with what they look for.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\n\n", "\t", "\u00A0", "\u2003", ".", ". ", "!", "?", ",", ";", ":", "(", ")", "[", "]", "{", "}", "\"", "'", "’s", "“", "”",
        "-", "–", "—", "_", "^", "@", "/", "\\", "$", "$x$", "$\\alpha$-net", "\\textbf{", "*", "+", "#", "%", "&amp;", "<b>", "</b>",
        "e.g.", "i.e.", "et al.", "Fig.", "vs.", "U.S.", "3.5", "10,000", "C++", "A*", "F#", "GPT-4o", "S^2IP-LLM", "W^star", "TCP/IP",
        "https://", "http://x.org/a(b)", "www.", "www.example.org", "github.com/a/b", "a@b.c",
        "we propose", "We introduce", "called", "named", "a novel", "large", "language", "model", "models", "data set", "accuracy", "on", "for", "and",
        "neural", "network", "networks", "(NN)", "Named Thing (NT)", "NT (Named Thing)", "outperforms", "is based on", "such as", "BERT", "ImageNet",
        "75.4%", "0.9", "1,024", "$75.4\\pm 0.3\\%$", "1e999", "NaN%", "±", "−3", "~", "×", " of ", " is ", " achieves ", "to", "from", "F1", "BLEU", "respectively",
        "a", "Z", "é", "e\u0301", "\u0301", "ß", "İ", "ı", "Ω", "ﬁ", "日本語", "한국어", "\u1100\u1161", "עברית", "العربية", "\u202E", "\u200B", "\u200D", "\uFEFF", "\u00AD",
        "😀", "👩\u200D🔬", "🇩🇪", "👍🏽", "𝒳", "\uD800", "\uDC00", "\uFFFF", "\0", "\u0007", "½", "²", "№", "ⅷ", "١٢٣",
    ];

    public static Arbitrary<string> Any { get; } =
        Gen.OneOf(
            Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
            ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? ""))
        .ToArbitrary();
}
