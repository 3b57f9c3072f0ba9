namespace Papergraph.Store;

/// <summary>How many words one field of each node has.</summary>
/// <param name="firstNode">The first node that has any; 0 if none has.</param>
/// <param name="count">Number of nodes from there to the last that has any.</param>
/// <param name="words">Number of words by place of the node in that range.</param>
/// <param name="documentCount">Number of nodes that have any.</param>
/// <param name="total">Number of words of all nodes.</param>
internal sealed class FieldLengths(int firstNode, int count, Func<int, long> words, int documentCount, long total)
{
    public int FirstNode => firstNode;

    public int Count => count;

    public int DocumentCount => documentCount;

    public long Total => total;

    /// <summary>Number of words of the node, 0 if it has no such field.</summary>
    public long this[int node] => (uint)(node - firstNode) < (uint)count ? words(node - firstNode) : 0;
}
