using System.Text;
using Papergraph.Store;

namespace Papergraph.Rdf;

/// <summary>An edge table with the IRIs of its type and properties.</summary>
internal sealed class EdgeView(EdgeTable table, long firstEdge)
{
    public EdgeTable Table { get; } = table;

    /// <summary>Number of its first edge when the positions of all tables are counted through.</summary>
    public long FirstEdge { get; } = firstEdge;

    public byte[] Predicate { get; } = Encoding.UTF8.GetBytes(GraphIris.OfEdgeType(table.Type));

    public PropertyView[] Properties { get; } = [.. table.Columns.Select(PropertyView.OfEdge)];

    public static EdgeView[] Of(IReadOnlyList<EdgeTable> tables)
    {
        EdgeView[] views = new EdgeView[tables.Count];
        long firstEdge = 0;
        for (int i = 0; i < views.Length; i++)
        {
            views[i] = new EdgeView(tables[i], firstEdge);
            firstEdge += tables[i].RowBound;
        }

        return views;
    }

    public bool HasProperties(long row)
    {
        foreach (PropertyView property in Properties)
            if (!property.Column.IsNull(row)) return true;
        return false;
    }
}
