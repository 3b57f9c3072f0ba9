using Papergraph.Core;

namespace Papergraph.GraphFiles;

/// <summary>Hands on what is found in one file, and counts what is left out: the first findings one by one, the others as a number.</summary>
internal sealed class Findings(string file, Action<Diagnostic>? report)
{
    internal const int MostReported = 10_000;

    private long _reported;

    internal string File => file;

    /// <summary>Number of lines, nodes and edges left out.</summary>
    internal long Rejected { get; private set; }

    /// <summary>The first rejection, for the case that there was nothing else.</summary>
    internal Diagnostic? First { get; private set; }

    internal void Add(Diagnostic finding) => report?.Invoke(finding);

    internal void Reject(Diagnostic finding)
    {
        First ??= finding;
        Rejected++;
        if (_reported >= MostReported) return;
        _reported++;
        report?.Invoke(finding);
    }

    /// <summary>Counts rejections of which no more is known.</summary>
    internal void RejectMore(long count) => Rejected += count;

    /// <summary>Says how many were left out without a word of their own.</summary>
    internal void Close()
    {
        if (Rejected > _reported) report?.Invoke(GraphFileDiagnostics.FurtherLines(file, Rejected - _reported));
    }
}
