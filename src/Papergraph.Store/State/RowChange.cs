namespace Papergraph.Store;

/// <summary>What became of one row of a table since the segment was written. Immutable.</summary>
internal sealed record RowChange(PropertyChanges Properties)
{
    /// <summary>The row of a node or edge that was deleted, or of a node that has other labels now and so lies in another table.</summary>
    public static readonly RowChange Dead = new(PropertyChanges.None);

    /// <summary>Nothing became of it: a row of the segment before its first change, or one that the segment does not have and that has no
    /// properties yet.</summary>
    public static readonly RowChange Unchanged = new(PropertyChanges.None);

    /// <summary>For a node that came from a table of the segment, that table and its row there: it has what it had there, but for its
    /// changes.</summary>
    public (Table Table, long Row)? Origin { get; init; }

    /// <summary>For an edge that the segment does not have, the nodes that it connects.</summary>
    public (int Source, int Target)? Ends { get; init; }

    public bool IsDead => ReferenceEquals(this, Dead);
}
