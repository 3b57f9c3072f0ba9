using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The nodes of a graph cut into consecutive blocks that cost about the same. The cuts depend on the graph alone, so that
/// sums over blocks, added in their order, are the same to the bit for any number of threads.</summary>
internal sealed class NodeBlocks
{
    private readonly int[] _bounds;

    private NodeBlocks(int[] bounds) => _bounds = bounds;

    public int Count => _bounds.Length - 1;

    public (int First, int End) this[int block] => (_bounds[block], _bounds[block + 1]);

    /// <summary>Blocks of as many nodes each.</summary>
    public static NodeBlocks Even(int nodeCount, int size = 4096)
    {
        int[] bounds = new int[(int)(((long)nodeCount + size - 1) / size) + 1];
        for (int block = 1; block < bounds.Length; block++) bounds[block] = (int)Math.Min(nodeCount, (long)block * size);
        return new(bounds);
    }

    /// <summary>Blocks of about as many nodes and entries together; one node with more is a block by itself.</summary>
    /// <param name="nodeCount">Number of nodes of the graph.</param>
    /// <param name="rows">The rows that are gone through.</param>
    /// <param name="size">Nodes and entries of a block.</param>
    public static NodeBlocks ByEdges(int nodeCount, CsrRows rows, int size = 1 << 15)
    {
        CsrView view = new(rows);
        List<int> bounds = [0];
        long cost = 0;
        for (int node = 0; node < nodeCount; node++)
        {
            long more = 1 + view.Degree(node);
            if (cost > 0 && cost + more > size)
            {
                bounds.Add(node);
                cost = 0;
            }

            cost += more;
        }

        if (nodeCount > 0) bounds.Add(nodeCount);
        return new([.. bounds]);
    }
}
