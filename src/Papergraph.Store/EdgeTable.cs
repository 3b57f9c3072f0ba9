namespace Papergraph.Store;

/// <summary>The edges of one type, sorted by source, target and order of adding, with their properties as columns.</summary>
public sealed class EdgeTable : Table
{
    internal EdgeTable(IReadOnlyList<Column> columns) : base(columns)
    {
    }

    /// <summary>Name of the type.</summary>
    public string Type => throw new NotImplementedException();

    /// <summary>Number of edges.</summary>
    public long Count => throw new NotImplementedException();

    /// <summary>From each source to its targets.</summary>
    public Adjacency Outgoing => throw new NotImplementedException();

    /// <summary>From each target to its sources.</summary>
    public Adjacency Incoming => throw new NotImplementedException();
}
