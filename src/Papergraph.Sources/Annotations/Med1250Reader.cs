using System.Text;
using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>Reads MED1250: blocks of an identifier, a title and an abstract, a line each, then the abbreviations that the text
/// defines as indented <c>short|long</c> lines; what begins with <c>//</c> is a remark. A block begins with a number behind an empty
/// line.</summary>
internal sealed class Med1250Reader(SourceContext context)
{
    private const int MostLines = 10_000;

    /// <summary>Whether the first line is a number and the next one a text.</summary>
    internal static bool Recognizes(ReadOnlySpan<byte> head)
    {
        string[] lines = [.. Encoding.UTF8.GetString(head).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Take(2)];
        return lines.Length == 2 && IsNumber(lines[0]) && lines[1].Contains(' ', StringComparison.Ordinal);
    }

    internal IEnumerable<AnnotatedPaper> Read(Stream input, CancellationToken cancellation)
    {
        List<string> block = [];
        long first = 0;
        bool isBehindEmptyLine = true;
        foreach ((string line, long number) in AnnotationLines.Read(input, context, cancellation))
        {
            if (isBehindEmptyLine && IsNumber(line))
            {
                if (Paper(block, first) is { } paper) yield return paper;
                block.Clear();
                first = number;
            }

            isBehindEmptyLine = string.IsNullOrWhiteSpace(line);
            if (!isBehindEmptyLine && !IsRemark(line) && block.Count < MostLines) block.Add(line);
        }

        if (Paper(block, first) is { } last) yield return last;
    }

    private AnnotatedPaper? Paper(List<string> block, long line)
    {
        if (block.Count == 0) return null;
        string[] texts = [.. block.Skip(1).Where(text => !IsIndented(text)).Select(text => text.Trim())];
        if (texts.Length == 0)
        {
            context.Reject(SourceDiagnostics.TextMissing(context.File, line, block[0]));
            return null;
        }

        AnnotationFaults faults = new(context, line);
        List<AbbreviationPair> pairs = [];
        foreach (string text in block.Skip(1).Where(IsIndented).Select(text => text.Trim()))
        {
            string[] parts = text.Split('|', StringSplitOptions.TrimEntries);
            if (parts is [{ Length: > 0 }, { Length: > 0 }, ..]) pairs.Add(new AbbreviationPair(parts[0], parts[1]));
            else faults.Add("abbreviations", "it is no short|long");
        }

        faults.Report();
        return new AnnotatedPaper
        {
            Id = block[0].Trim(),
            Text = new PaperText(texts[0], string.Join('\n', texts.Skip(1))),
            Layers = AnnotationLayers.None,
            Abbreviations = pairs,
        };
    }

    private static bool IsNumber(string line) => line.Length > 0 && line.AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0 && char.IsAsciiDigit(line[0]);

    private static bool IsRemark(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    private static bool IsIndented(string line) => line.StartsWith("  ", StringComparison.Ordinal);
}
