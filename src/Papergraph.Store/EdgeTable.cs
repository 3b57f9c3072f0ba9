using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>The edges of one type, with their properties as columns.</summary>
/// <remarks>The row of an edge is its position. Those of the segment are sorted by source, target and order of adding; those created since
/// follow in the order in which they were created. Through <see cref="Outgoing"/> and <see cref="Incoming"/> all come in the order of
/// their nodes.</remarks>
public sealed class EdgeTable : Table
{
    private readonly long _rowBound;

    internal EdgeTable(SegmentSections sections, EdgeTableLayout layout, int nodeCount)
        : base(OpenColumns(sections, layout.Columns, layout.Count, "edges " + layout.Type), layout.Count, TableChanges.None)
    {
        (Type, Count, _rowBound) = (layout.Type, layout.Count, layout.Count);
        string name = "edges " + Type;
        Outgoing = new(sections, layout.Outgoing, Count, nodeCount, positions: null, name + ", outgoing");
        PackedIntegers positions = new(sections, layout.Positions, Count, name + ", positions");
        Incoming = new(sections, layout.Incoming, Count, nodeCount, positions, name + ", incoming");
    }

    /// <summary>A table for the edges of a type that the segment does not have, without any yet.</summary>
    internal EdgeTable(string type) : base([], 0, TableChanges.None) => (Type, Outgoing, Incoming) = (type, new(), new());

    private EdgeTable(EdgeTable before, TableChanges changes, Adjacency outgoing, Adjacency incoming, long rowBound)
        : base(before.StoredColumns, before.StoredRows, changes) =>
        (Type, Outgoing, Incoming, Count, _rowBound) = (before.Type, outgoing, incoming, outgoing.EdgeCount, rowBound);

    /// <summary>Name of the type.</summary>
    public string Type { get; }

    /// <summary>Number of edges; dead rows are not counted.</summary>
    public long Count { get; }

    /// <summary>The least number that is no position: positions are 0 to <c>RowBound − 1</c>, those of deleted edges included.</summary>
    public override long RowBound => _rowBound;

    /// <summary>From each source to its targets.</summary>
    public Adjacency Outgoing { get; }

    /// <summary>From each target to its sources.</summary>
    public Adjacency Incoming { get; }

    /// <summary>The edges as a graph that algorithms run over: the rows of the segment in place, without a copy, as long as no edge was
    /// changed (see <see cref="Adjacency.Rows"/>).</summary>
    /// <param name="nodeCount">Number of nodes of that graph: <see cref="GraphReader.NodeBound"/>.</param>
    /// <exception cref="ArgumentException">An edge has a greater node.</exception>
    /// <exception cref="StoreException">The file is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public DirectedCsr ToCsr(int nodeCount) => new(nodeCount, Outgoing.Rows, Incoming.Rows);

    internal override long LiveCount => Count;

    /// <summary>The nodes that an edge connects. O(log nodes).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no edge at the position.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public (int Source, int Target) Ends(long position)
    {
        if (!IsLive(position)) throw new ArgumentOutOfRangeException(nameof(position), position, $"No edge of type '{Type}' lies there.");
        return position < StoredRows ? Outgoing.StoredEnds(position) : Changes.Rows.Find(position)!.Ends!.Value;
    }

    /// <summary>The table with one edge more, at the position <see cref="RowBound"/>.</summary>
    internal EdgeTable With(int source, int target)
    {
        TableChanges changes = Changes with { Rows = Changes.Rows.With(_rowBound, RowChange.Unchanged with { Ends = (source, target) }) };
        return new(
            this, changes, Outgoing.With(source, new(target, _rowBound)), Incoming.With(target, new(source, _rowBound)), _rowBound + 1);
    }

    /// <summary>The table without one of its edges.</summary>
    internal EdgeTable Without(long position)
    {
        (int source, int target) = Ends(position);
        return new(
            this, ChangesWithout(position), Outgoing.Without(source, new(target, position)),
            Incoming.Without(target, new(source, position)), _rowBound);
    }

    /// <summary>The table with this value of a property of one of its edges; null removes it.</summary>
    internal EdgeTable With(long position, string name, object? value) =>
        new(this, ChangesWith(name, [(position, value)]), Outgoing, Incoming, _rowBound);
}
