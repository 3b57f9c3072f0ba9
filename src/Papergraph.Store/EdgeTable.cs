using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>The edges of one type, sorted by source, target and order of adding, with their properties as columns.</summary>
public sealed class EdgeTable : Table
{
    private readonly int _nodeCount;

    internal EdgeTable(SegmentSections sections, EdgeTableLayout layout, int nodeCount)
        : base(OpenColumns(sections, layout.Columns, layout.Count, "edges " + layout.Type))
    {
        (Type, Count) = (layout.Type, layout.Count);
        string name = "edges " + Type;
        Outgoing = new(sections, layout.Outgoing, Count, nodeCount, positions: null, name + ", outgoing");
        PackedIntegers positions = new(sections, layout.Positions, Count, name + ", positions");
        Incoming = new(sections, layout.Incoming, Count, nodeCount, positions, name + ", incoming");
        _nodeCount = nodeCount;
    }

    /// <summary>Name of the type.</summary>
    public string Type { get; }

    /// <summary>Number of edges.</summary>
    public long Count { get; }

    /// <summary>From each source to its targets.</summary>
    public Adjacency Outgoing { get; }

    /// <summary>From each target to its sources.</summary>
    public Adjacency Incoming { get; }

    /// <summary>The edges as a graph that algorithms run over, with all nodes of the graph: the rows of the segment in place, without a
    /// copy (see <see cref="Adjacency.Rows"/>).</summary>
    /// <exception cref="StoreException">The file is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public DirectedCsr ToCsr() => new(_nodeCount, Outgoing.Rows, Incoming.Rows);
}
