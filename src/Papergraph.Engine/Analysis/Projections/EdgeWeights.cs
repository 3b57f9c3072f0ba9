using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>The weights of edges, read from one of their properties.</summary>
internal sealed class EdgeWeights(string property, EdgeTable table)
{
    private readonly DoubleColumn? _doubles = table.Doubles(property);
    private readonly Int64Column? _numbers = table.Int64s(property);

    /// <summary>The weight of the edge at a position.</summary>
    /// <exception cref="Papergraph.Core.PapergraphException">It has none.</exception>
    internal double this[long position] =>
        _doubles?[position] ?? _numbers?[position] ?? throw EngineErrors.EdgeWithoutWeight(property, table.Type);

    /// <summary>The names of the properties of edges that hold numbers.</summary>
    internal static IReadOnlyList<string> Known(IEnumerable<EdgeTable> tables) =>
    [
        .. tables.SelectMany(table => table.Columns).Where(column => column.Type is PropertyType.Double or PropertyType.Int64)
            .Select(column => column.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
