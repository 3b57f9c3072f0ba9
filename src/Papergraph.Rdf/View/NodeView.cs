using System.Text;
using Papergraph.Store;

namespace Papergraph.Rdf;

/// <summary>A node table with the IRIs of its labels and properties.</summary>
internal sealed class NodeView(NodeTable table)
{
    public NodeTable Table { get; } = table;

    public byte[][] Types { get; } = [.. table.Labels.Select(l => Encoding.UTF8.GetBytes(GraphIris.OfLabel(l)))];

    /// <summary>The same in an order that does not depend on that of the labels.</summary>
    public byte[][] SortedTypes { get; } =
        [.. table.Labels.Order(StringComparer.Ordinal).Select(l => Encoding.UTF8.GetBytes(GraphIris.OfLabel(l)))];

    public PropertyView[] Properties { get; } = [.. table.Columns.Select(PropertyView.OfNode)];
}
