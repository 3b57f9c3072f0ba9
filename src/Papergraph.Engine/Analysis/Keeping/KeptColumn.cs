using Papergraph.Engine.Analysis.Results;

namespace Papergraph.Engine.Analysis.Keeping;

/// <summary>The values of one property that is written to nodes.</summary>
internal sealed class KeptColumn(string property, Func<int, object?> valueOf)
{
    /// <summary>Name of the property.</summary>
    internal string Property { get; } = property;

    /// <summary>The value of a node, or null when it has none.</summary>
    internal object? this[int node] => valueOf(node);

    /// <summary>The properties that a result becomes: one under the name given, several under names that begin with it. Null when it has no
    /// values of nodes.</summary>
    internal static IReadOnlyList<KeptColumn>? Of(AnalysisResult result, string property) => result switch
    {
        NodeGroups groups => [new(property, node => (long)groups.Partition[node])],
        NodeCoordinates vectors => [new(property, node => Array.ConvertAll(vectors.Of(node).ToArray(), coordinate => (double)coordinate))],
        NodeValues { Columns: [{ } only] } => [new(property, Values(only))],
        NodeValues several => [.. several.Columns.Select(column => new KeptColumn($"{property}_{column.Name}", Values(column)))],
        _ => null,
    };

    private static Func<int, object?> Values(NodeColumn column) => node =>
        column.Values.Span[node] is var value && double.IsNaN(value) ? null : column.AreWhole ? (long)value : value;
}
