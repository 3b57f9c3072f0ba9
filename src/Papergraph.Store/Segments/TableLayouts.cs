namespace Papergraph.Store;

/// <summary>A node table; its first node follows the last of the table before.</summary>
internal sealed record NodeTableLayout(IReadOnlyList<string> Labels, int Count, IReadOnlyList<ColumnLayout> Columns)
{
    public void Write(LayoutWriter to)
    {
        to.List(Labels, (w, label) => w.Text(label));
        to.Int32(Count);
        to.List(Columns, (w, column) => column.Write(w));
    }

    public static NodeTableLayout Read(LayoutReader from) => new(from.List(r => r.Name()), from.Int32(), from.List(ColumnLayout.Read));
}

internal sealed record EdgeTableLayout(
    string Type,
    long Count,
    AdjacencyLayout Outgoing,
    AdjacencyLayout Incoming,
    PackedLayout Positions,
    IReadOnlyList<ColumnLayout> Columns)
{
    public void Write(LayoutWriter to)
    {
        to.Text(Type);
        to.Int64(Count);
        Outgoing.Write(to);
        Incoming.Write(to);
        Positions.Write(to);
        to.List(Columns, (w, column) => column.Write(w));
    }

    public static EdgeTableLayout Read(LayoutReader from) => new(
        from.Name(),
        from.Size(),
        AdjacencyLayout.Read(from),
        AdjacencyLayout.Read(from),
        PackedLayout.Read(from),
        from.List(ColumnLayout.Read));
}

/// <summary>Compressed sparse rows of the nodes <c>FirstNode</c> to <c>FirstNode + NodeCount − 1</c>: <c>NodeCount + 1</c> offsets of
/// 64 bits and one neighbour of 32 bits an edge.</summary>
internal sealed record AdjacencyLayout(int FirstNode, int NodeCount, int Offsets, int Neighbours)
{
    public void Write(LayoutWriter to)
    {
        to.Int32(FirstNode);
        to.Int32(NodeCount);
        to.Int32(Offsets);
        to.Int32(Neighbours);
    }

    public static AdjacencyLayout Read(LayoutReader from) => new(from.Int32(), from.Int32(), from.Int32(), from.Int32());
}
