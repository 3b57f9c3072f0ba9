namespace Papergraph.Sources;

/// <summary>Counts what cannot be used of one record, kind by kind, and reports each kind once.</summary>
internal sealed class AnnotationFaults(SourceContext context, long line)
{
    private readonly List<(string What, string First, long Count)> _kinds = [];

    internal void Add(string what, string reason)
    {
        int kind = _kinds.FindIndex(k => k.What == what);
        if (kind < 0) _kinds.Add((what, reason, 1));
        else _kinds[kind] = _kinds[kind] with { Count = _kinds[kind].Count + 1 };
    }

    internal void Report()
    {
        foreach ((string what, string first, long count) in _kinds)
            context.Report(SourceDiagnostics.UnusableAnnotations(context.File, line, what, count, first));
    }
}
