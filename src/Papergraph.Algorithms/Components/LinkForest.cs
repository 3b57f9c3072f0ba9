using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>A forest over the nodes of a graph, whose trees several threads link along edges at once: each node knows a parent that is no
/// greater than itself, and a root is its own.</summary>
internal sealed class LinkForest
{
    /// <summary>Edges of each node that are linked before the largest tree is looked for: two suffice, as Sutton et al. found.</summary>
    public const int SampledEdges = 2;

    private const int SampledNodes = 1024;

    private readonly DirectedCsr _graph;
    private readonly NodeBlocks _blocks;
    private readonly int[] _parents;

    public LinkForest(DirectedCsr graph, NodeBlocks blocks)
    {
        (_graph, _blocks, _parents) = (graph, blocks, new int[graph.NodeCount]);
        for (int node = 0; node < _parents.Length; node++) _parents[node] = node;
    }

    /// <summary>The parents; the roots, once everything is linked and compressed.</summary>
    public int[] Roots => _parents;

    /// <summary>Links each node of the block with one of its targets.</summary>
    public void LinkSampled(int block, int place)
    {
        (int first, int end) = _blocks[block];
        CsrView outgoing = new(_graph.OutgoingRows);
        for (int node = first; node < end; node++)
        {
            ReadOnlySpan<int> targets = outgoing.Neighbours(node);
            if (place < targets.Length) Link(node, targets[place]);
        }
    }

    /// <summary>Links the nodes of the block that are not yet in the tree given along all their edges that are left. Edges between
    /// such a node and one in the tree are seen from the former.</summary>
    public void LinkRest(int block, int largest)
    {
        (int first, int end) = _blocks[block];
        CsrView outgoing = new(_graph.OutgoingRows), incoming = new(_graph.IncomingRows);
        for (int node = first; node < end; node++)
        {
            if (Volatile.Read(ref _parents[node]) == largest) continue;
            ReadOnlySpan<int> targets = outgoing.Neighbours(node);
            for (int i = SampledEdges; i < targets.Length; i++) Link(node, targets[i]);
            foreach (int source in incoming.Neighbours(node)) Link(node, source);
        }
    }

    /// <summary>Hangs each node of the block directly under its root.</summary>
    public void Compress(int block)
    {
        (int first, int end) = _blocks[block];
        for (int node = first; node < end; node++)
        {
            int root = Volatile.Read(ref _parents[node]);
            for (int parent; (parent = Volatile.Read(ref _parents[root])) != root; root = parent) { }
            Volatile.Write(ref _parents[node], root);
        }
    }

    /// <summary>The root met most often among nodes drawn at random; of a compressed forest.</summary>
    public int FrequentRoot()
    {
        if (_parents.Length == 0) return -1;
        Xoshiro256 random = new(seed: 1);
        int[] drawn = new int[SampledNodes];
        for (int i = 0; i < drawn.Length; i++) drawn[i] = _parents[random.Next(_parents.Length)];
        Array.Sort(drawn);
        (int best, int most) = (drawn[0], 0);
        for (int start = 0, i = 1; i <= drawn.Length; i++)
        {
            if (i < drawn.Length && drawn[i] == drawn[start]) continue;
            if (i - start > most) (best, most) = (drawn[start], i - start);
            start = i;
        }

        return best;
    }

    // Climbs from the greater of two nodes until both have one parent, or the greater is a root and can be hung under the smaller. The way
    // is halved as it is climbed, so that no order of edges makes it long for all. A grandparent may be written without care: it stays an
    // ancestor.
    private void Link(int one, int other)
    {
        int a = Volatile.Read(ref _parents[one]), b = Volatile.Read(ref _parents[other]);
        while (a != b)
        {
            (int low, int high) = a < b ? (a, b) : (b, a);
            int parent = Volatile.Read(ref _parents[high]);
            if (parent == high)
            {
                parent = Interlocked.CompareExchange(ref _parents[high], low, high);
                if (parent == high) return;
            }

            int grandparent = Volatile.Read(ref _parents[parent]);
            if (grandparent != parent) Volatile.Write(ref _parents[high], grandparent);
            (a, b) = (grandparent, low);
        }
    }
}
