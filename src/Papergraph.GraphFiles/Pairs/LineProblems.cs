namespace Papergraph.GraphFiles.Pairs;

internal enum LineProblem : byte
{
    MissingEnd,
    UnusableWeight,
    UnclosedQuote,
    NoSuchNode,
}

/// <summary>The lines of a chunk that could not be used, by their number in it.</summary>
internal sealed class LineProblems
{
    private readonly List<(int Line, LineProblem Problem)> _first = [];
    private long _count;

    internal void Add(int line, LineProblem problem)
    {
        _count++;
        if (_first.Count < Findings.MostReported) _first.Add((line, problem));
    }

    /// <summary>Hands them on, with their lines in the file.</summary>
    internal void Report(Findings findings, long firstLine)
    {
        foreach ((int line, LineProblem problem) in _first)
        {
            findings.Reject(problem switch
            {
                LineProblem.MissingEnd => GraphFileDiagnostics.MissingEnd(findings.File, firstLine + line),
                LineProblem.UnusableWeight => GraphFileDiagnostics.UnusableWeight(findings.File, firstLine + line),
                LineProblem.UnclosedQuote => GraphFileDiagnostics.UnclosedQuote(findings.File, firstLine + line),
                _ => GraphFileDiagnostics.NodeBeyond(findings.File, firstLine + line),
            });
        }

        findings.RejectMore(_count - _first.Count);
    }
}

/// <summary>What a chunk of lines says.</summary>
/// <param name="Pairs">The edges.</param>
/// <param name="Weights">Their weights, or null.</param>
/// <param name="Lines">Number of lines of any kind.</param>
/// <param name="Problems">Those that could not be used.</param>
internal record EdgePart((int Source, int Target)[] Pairs, double[]? Weights, int Lines, LineProblems Problems);
