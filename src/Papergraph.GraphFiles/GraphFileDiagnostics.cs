using Papergraph.Core;

namespace Papergraph.GraphFiles;

/// <summary>What is found in a file that can be read otherwise, one method each.</summary>
internal static class GraphFileDiagnostics
{
    internal static Diagnostic MissingEnd(string file, long line) =>
        Warning("PGF101", file, line, "has not two ends of an edge; it is left out");

    internal static Diagnostic UnusableWeight(string file, long line) =>
        Warning("PGF102", file, line, "has a weight that is no finite number, or none where one was asked for; the edge is left out");

    internal static Diagnostic UnclosedQuote(string file, long line) =>
        Warning("PGF103", file, line, "has a quote that is never closed; it is left out");

    internal static Diagnostic NoSuchNode(string file, long line, string node) =>
        Warning("PGF104", file, line, $"has an edge to '{Shown(node)}', which is no node of the file; the edge is left out");

    internal static Diagnostic NodeBeyond(string file, long line) =>
        Warning("PGF104", file, line, "has an end that is no node by the header; the edge is left out");

    internal static Diagnostic FurtherLines(string file, long count) =>
        Warning("PGF105", file, 0,
            FormattableString.Invariant($"has {count} more lines or elements like those reported before; they are left out"));

    internal static Diagnostic OtherCount(string file, string what, long said, long found) =>
        Warning("PGF106", file, 0,
            FormattableString.Invariant($"says that it has {said} {what}, but has {found}; what it has counts. It may be cut short"));

    internal static Diagnostic Malformed(string file, long line, string reason) =>
        new("PGF107", Severity.Error, file, line,
            $"{Place(file, line)} is malformed here or cut short ({reason.TrimEnd('.')}); what stands before is kept. Fetch or mend it.");

    internal static Diagnostic NodeTwice(string file, long line, string node) =>
        Warning("PGF108", file, line, $"has the node '{Shown(node)}' again; the first one counts");

    internal static Diagnostic NodeWithoutId(string file, long line) =>
        Warning("PGF109", file, line, "has a node without an id; it is left out");

    internal static Diagnostic NoPlace(string file, long line, string what) =>
        Warning("PGF110", file, line, $"has {what}, which has no place in a graph; it is left out");

    internal static Diagnostic NoUtf8(string file, string name) =>
        Warning("PGF111", file, 0, $"has names that are no UTF-8, first '{Shown(name)}'; what cannot be read becomes U+FFFD");

    internal static Diagnostic NoEdges(string file) => new("PGF112", Severity.Info, file, 0, $"{file} has no edge.");

    private static Diagnostic Warning(string code, string file, long line, string what) =>
        new(code, Severity.Warning, file, line, $"{Place(file, line)} {what}.");

    private static string Place(string file, long line) => line == 0 ? file : FormattableString.Invariant($"{file}, line {line}");

    /// <summary>A text of the file, on one line and not longer than a message may be.</summary>
    private static string Shown(string text)
    {
        string oneLine = string.Concat(text.Take(60).Select(c => char.IsControl(c) ? ' ' : c));
        return oneLine.Length < text.Length ? oneLine + "…" : oneLine;
    }
}
