namespace Papergraph.Store;

/// <summary>The inverted texts of a range of nodes: sorted terms, and for each the documents that have it.</summary>
internal abstract class FullTextPart(int nodeLimit, int fieldCount) : ITermList
{
    /// <summary>All nodes are below.</summary>
    public int NodeLimit => nodeLimit;

    /// <summary>All field numbers are below.</summary>
    public int FieldCount => fieldCount;

    public abstract int TermCount { get; }

    public abstract ReadOnlySpan<byte> Term(int number);

    /// <summary>Number of documents that have the term.</summary>
    public abstract int DocumentCount(int number);

    /// <summary>Documents and positions of the term, as <see cref="PostingFormat"/> lays them out.</summary>
    public abstract ReadOnlySpan<byte> Postings(int number);

    /// <summary>What is thrown when the bytes contradict themselves.</summary>
    public abstract Exception Fault(string what);
}
