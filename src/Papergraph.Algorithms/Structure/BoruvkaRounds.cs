using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>An edge of a forest.</summary>
/// <param name="Weight">Its weight.</param>
/// <param name="Source">Its smaller end.</param>
/// <param name="Target">Its greater end.</param>
internal readonly record struct SpanningEdge(double Weight, int Source, int Target)
{
    /// <summary>The order in which edges are taken: no two edges are equal but parallel ones, which are as one.</summary>
    public bool IsBefore(in SpanningEdge other) =>
        Weight < other.Weight
        || (Weight == other.Weight && (Source < other.Source || (Source == other.Source && Target < other.Target)));
}

/// <summary>Borůvka's rounds.</summary>
internal sealed class BoruvkaRounds : IBlockWork
{
    private readonly UndirectedCsr _graph;
    private readonly NodeBlocks _blocks;
    private readonly int[] _tree;            // the tree of each node, named by one of its nodes
    private readonly int[] _neighbour;       // the other end of the least edge that leaves the tree of the node; −1: none, for good
    private readonly double[] _weight;       // and its weight
    private readonly int[] _bestNode;        // by tree: the node whose edge is the least; −1: none
    private readonly Relabelling _relabelling;

    public BoruvkaRounds(UndirectedCsr graph)
    {
        int n = graph.NodeCount;
        _graph = graph;
        _blocks = NodeBlocks.ByEdges(n, graph.Rows);
        (_tree, _neighbour, _weight, _bestNode) = (new int[n], new int[n], new double[n], new int[n]);
        for (int node = 0; node < n; node++) _tree[node] = node;
        _relabelling = new Relabelling(_tree, NodeBlocks.Even(n));
    }

    /// <summary>The edges of the forest so far.</summary>
    public List<SpanningEdge> Edges { get; } = [];

    /// <summary>One round.</summary>
    /// <returns>Whether any tree was joined to another.</returns>
    public bool Join(WorkerTeam team)
    {
        team.Run(this, _blocks.Count);
        Array.Fill(_bestNode, -1);
        for (int node = 0; node < _tree.Length; node++)
        {
            if (_neighbour[node] < 0) continue;
            int tree = _tree[node], best = _bestNode[tree];
            if (best < 0 || EdgeAt(node).IsBefore(EdgeAt(best))) _bestNode[tree] = node;
        }

        int before = Edges.Count;
        int[] joined = _relabelling.Into;
        for (int tree = 0; tree < joined.Length; tree++)
        {
            joined[tree] = tree;
            int best = _bestNode[tree];
            if (best < 0) continue;
            int other = _tree[_neighbour[best]];
            // Two trees that choose each other choose the same edge, and longer rings of choices there are none, since edges have an order.
            bool isMutual = _bestNode[other] is int back and >= 0 && _tree[_neighbour[back]] == tree;
            if (isMutual && tree < other) continue;
            joined[tree] = other;
            Edges.Add(EdgeAt(best));
        }

        if (Edges.Count == before) return false;
        _relabelling.Shorten();
        team.Run(_relabelling, _relabelling.Blocks);
        return true;
    }

    /// <summary>The least edge that leaves the tree, for each node of the block.</summary>
    public void Do(int block, int worker)
    {
        CsrView rows = new(_graph.Rows);
        int[] trees = _tree;
        (int first, int end) = _blocks[block];
        for (int node = first; node < end; node++)
        {
            if (_neighbour[node] < 0) continue;
            int tree = trees[node], least = -1;
            double leastWeight = double.PositiveInfinity;
            ReadOnlySpan<int> neighbours = rows.Neighbours(node);
            ReadOnlySpan<double> weights = rows.Weights(node);
            for (int i = 0; i < neighbours.Length; i++)
            {
                // Neighbours ascend, and so do the edges to them: the first of one weight is the least.
                double weight = weights.IsEmpty ? 1 : weights[i];
                if (weight < leastWeight && trees[neighbours[i]] != tree) (least, leastWeight) = (neighbours[i], weight);
            }

            (_neighbour[node], _weight[node]) = (least, leastWeight);
        }
    }

    private SpanningEdge EdgeAt(int node) => new(_weight[node], Math.Min(node, _neighbour[node]), Math.Max(node, _neighbour[node]));

    /// <summary>Gives the nodes of trees that were joined one name.</summary>
    private sealed class Relabelling(int[] trees, NodeBlocks blocks) : IBlockWork
    {
        /// <summary>Into which tree each was joined; itself where into none.</summary>
        public int[] Into { get; } = new int[trees.Length];

        public int Blocks => blocks.Count;

        /// <summary>Leads every tree straight to the last of its chain, halving the chain on the way. O(trees · α).</summary>
        public void Shorten()
        {
            for (int tree = 0; tree < Into.Length; tree++)
            {
                int last = tree;
                while (Into[last] != last) last = Into[last];
                for (int at = tree; at != last;)
                {
                    int next = Into[at];
                    Into[at] = last;
                    at = next;
                }
            }
        }

        public void Do(int block, int worker)
        {
            (int first, int end) = blocks[block];
            for (int node = first; node < end; node++) trees[node] = Into[trees[node]];
        }
    }
}
