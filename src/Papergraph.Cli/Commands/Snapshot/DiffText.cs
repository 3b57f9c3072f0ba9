using Papergraph.Cli.Output;
using Papergraph.Engine;
using Papergraph.Engine.Comparison;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary>A comparison to read: counts first, then what changed by label and edge type, each with where it comes from.</summary>
internal static class DiffText
{
    private const int LongestValue = 100;

    internal static void Print(GraphComparison comparison, NamedState before, NamedState after, int limit)
    {
        Screen.Line($"before: {before.Name}, {SnapshotText.Of(before.Reader)}; after: {after.Name}, {SnapshotText.Of(after.Reader)}");
        if (comparison.IsEmpty)
        {
            Screen.Line("Both say the same.");
            return;
        }

        PrintCounts("label", comparison.Nodes);
        PrintCounts("edge type", comparison.Edges);
        foreach ((string label, ChangeCounts counts) in comparison.Nodes)
        {
            Screen.Line($"{(label.Length == 0 ? "(no label)" : label)}:");
            foreach (NodeChange change in comparison.NodeChanges(label).Take(limit)) Print(change);
            PrintRest(counts.Total - limit);
        }

        foreach ((string type, ChangeCounts counts) in comparison.Edges)
        {
            Screen.Line($"{type}:");
            foreach (EdgeChange change in comparison.EdgeChanges(type).Take(limit)) Print(change);
            PrintRest(counts.Total - limit);
        }
    }

    private static void PrintCounts(string of, IReadOnlyList<KeyValuePair<string, ChangeCounts>> counts)
    {
        if (counts.Count == 0) return;
        Screen.Table(
            [of, "#came", "#went", "#changed"],
            counts.Select(c => new[] { c.Key, Screen.Count(c.Value.Came), Screen.Count(c.Value.Went), Screen.Count(c.Value.Changed) }));
    }

    private static void Print(NodeChange change)
    {
        string id = change.Node.Name == change.Node.Id ? "" : $" ({change.Node.Id})";
        Line(2, $"{Sign(change.Kind)} {change.Node.Label} “{change.Node.Name}”{id}");
        if (change.Kind == ChangeKind.Changed)
        {
            string labelsBefore = string.Join(':', change.LabelsBefore), labelsAfter = string.Join(':', change.LabelsAfter);
            if (labelsBefore != labelsAfter) Line(6, $"labels: {labelsBefore} → {labelsAfter}");
            foreach (PropertyChange property in change.Properties) Print(property);
        }

        Line(6, CauseOf(change.Cause));
    }

    private static void Print(EdgeChange change)
    {
        Line(2, $"{Sign(change.Kind)} “{change.Source.Name}” → “{change.Target.Name}”");
        if (change.Kind == ChangeKind.Changed)
            foreach (PropertyChange property in change.Properties) Print(property);
        Line(6, CauseOf(change.Cause));
    }

    private static void Print(PropertyChange property) => Line(6, $"{property.Name}: {Value(property.Before)} → {Value(property.After)}");

    private static void PrintRest(long rest)
    {
        if (rest > 0) Line(2, $"… and {Screen.Count(rest)} more (--limit)");
    }

    private static string CauseOf(ChangeCause cause)
    {
        List<string> parts = [];
        string[] replaced = [.. cause.Added.Intersect(cause.Removed, StringComparer.Ordinal)];
        Add("replaced", replaced);
        Add("added", cause.Added.Except(replaced, StringComparer.Ordinal));
        Add("removed", cause.Removed.Except(replaced, StringComparer.Ordinal));
        string papers = cause.Papers.Count > 0 && cause.Kind == CauseKind.Records ? $", through {string.Join(", ", cause.Papers)}" : "";
        string more = cause.IsCut ? " …" : "";
        return "because " + cause.Kind switch
        {
            CauseKind.Records => $"of records {string.Join("; ", parts)}{papers}{more}",
            CauseKind.Run => $"of another run: {cause.RunBefore ?? "none"} → {cause.RunAfter ?? "none"}",
            CauseKind.Linking => $"other records are linked otherwise now; its own are the same: {string.Join(", ", cause.Kept)}{more}",
            _ => "it was written into the graph; no record stands behind it",
        };

        void Add(string what, IEnumerable<string> names)
        {
            string list = string.Join(", ", names);
            if (list.Length > 0) parts.Add($"{what}: {list}");
        }
    }

    private static string Sign(ChangeKind kind) => kind switch { ChangeKind.Came => "+", ChangeKind.Went => "-", _ => "~" };

    private static string Value(object? value)
    {
        string text = value is null ? "none" : PropertyText.Of(value);
        return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
    }

    private static void Line(int indent, string text) => Screen.Line(new string(' ', indent) + Screen.OneLine(text));
}
