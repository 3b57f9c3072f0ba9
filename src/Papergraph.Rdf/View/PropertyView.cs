using System.Text;
using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Rdf;

/// <summary>A column of a table with the IRI of its property.</summary>
/// <param name="Predicate">The IRI.</param>
/// <param name="Column">The values.</param>
/// <param name="NodesOf">Where the values are ids of nodes, what the IRIs of those begin with; else null.</param>
internal sealed record PropertyView(byte[] Predicate, Column Column, byte[]? NodesOf)
{
    public static PropertyView OfNode(Column column) => new(Encoding.UTF8.GetBytes(GraphIris.OfKey(column.Name)), column, null);

    public static PropertyView OfEdge(Column column) => OfNode(column) with
    {
        NodesOf = Keys.NodeReferences.TryGetValue(column.Name, out string? label) && column is StringColumn or Int64Column
            ? Encoding.UTF8.GetBytes(GraphIris.NodesOf(label!))
            : null,
    };
}
