using System.Text.RegularExpressions;
using Papergraph.Sources.Text;

namespace Papergraph.Sources.BibTeX;

/// <summary>BibTeX and BibLaTeX databases, also as Web of Science and Scopus export them; <c>docs/formats/bibtex.md</c> has the fields.</summary>
public sealed partial class BibTeXFormat : IPaperFormat
{
    /// <inheritdoc/>
    public string Name => "bibtex";

    /// <inheritdoc/>
    public string Description => "BibTeX and BibLaTeX databases (.bib), with the cited references of Web of Science and Scopus exports";

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> head)
    {
        if (head.Contains((byte)0) || head.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..]) return false;
        foreach (ReadOnlySpan<char> line in TextDecoding.Decode(head, out _).AsSpan().EnumerateLines())
        {
            if (EntryStart().IsMatch(line)) return true;
            // A text that quotes an entry, such as a page that asks to be cited, is no database.
            if (line.TrimStart().StartsWith("```")) return false;
        }

        return false;
    }

    /// <inheritdoc/>
    public IEnumerable<SourceRecord> Read(Stream input, SourceContext context, CancellationToken cancellation) =>
        new BibTeXReader(Name, context).Read(input, cancellation);

    /// <summary>A type, an opening brace and a key with its comma. Round brackets open entries too, but much else as well, so there
    /// only the usual types count.</summary>
    [GeneratedRegex(
        @"^\s*@(\w+\s*\{\s*[^\s,{}""=]*\s*,|string\s*[{(]\s*[^\s,{}""=]+\s*=|(comment|preamble)\s*[{(]|(article|book|inproceedings|proceedings|conference|incollection|inbook|misc|phdthesis|mastersthesis|techreport|unpublished|manual|online)\s*\(\s*[^\s,{}""=]*\s*,)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EntryStart();
}
