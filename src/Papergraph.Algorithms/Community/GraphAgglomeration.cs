using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Joins the most alike groups of nodes of a graph, along chains of nearest neighbours.</summary>
/// <remarks>A group is named by the node that stands for its set. What a group's neighbours are worth to it, weight over their size, only
/// falls while groups are joined: the mean of two is not above the greater. So each group's heap holds upper bounds, and only
/// what comes up is looked at again.</remarks>
internal sealed class GraphAgglomeration
{
    private readonly GraphLinkage _linkage;
    private readonly int _nodeCount;
    private readonly DisjointSets _sets;
    private readonly double[] _sizes;
    private readonly double _total;
    private readonly Dictionary<NodePair, double> _weights;
    private readonly NeighbourHeap?[] _heaps;

    public GraphAgglomeration(UndirectedCsr graph, GraphLinkage linkage)
    {
        (_linkage, _nodeCount) = (linkage, graph.NodeCount);
        _sets = new(_nodeCount);
        _sizes = new double[_nodeCount];
        _weights = new((int)Math.Min(Array.MaxLength / 2, graph.EdgeCount));
        _heaps = new NeighbourHeap?[_nodeCount];
        CsrView view = new(graph.Rows);
        for (int node = 0; node < _nodeCount; node++)
        {
            _sizes[node] = linkage == GraphLinkage.Modularity ? 0 : 1;
            ReadOnlySpan<int> neighbours = view.Neighbours(node);
            ReadOnlySpan<double> weights = view.Weights(node);
            for (int i = 0; i < neighbours.Length; i++)
            {
                double weight = weights.IsEmpty ? 1 : weights[i];
                if (linkage == GraphLinkage.Modularity) _sizes[node] += neighbours[i] == node ? 2 * weight : weight;
                if (neighbours[i] < node && weight > 0) AddWeight(node, neighbours[i], weight);
            }
        }

        _total = 1;
        if (linkage != GraphLinkage.Modularity) return;
        _total = 0;
        foreach (double size in _sizes) _total += size;
    }

    public List<(int First, int Second, double Height)> Merges(Execution run)
    {
        FillHeaps();
        List<(int, int, double)> merges = new(Math.Max(0, _nodeCount - 1));
        List<int> chain = [], roots = [];
        bool[] isOnChain = new bool[_nodeCount];
        for (int node = 0; node < _nodeCount; node++)
        {
            // Chains begin with the nodes in their order; what is left of a component is one group without neighbours.
            if (_sets.Root(node) != node || _heaps[node] is null) continue;
            chain.Add(node);
            while (chain.Count > 0)
            {
                if ((merges.Count & 0xFFF) == 0) run.Cancellation.ThrowIfCancellationRequested();
                int here = chain[^1], before = chain.Count > 1 ? chain[^2] : -1;
                isOnChain[here] = true;
                int nearest = Nearest(here);
                if (nearest < 0)
                {
                    roots.Add(here);
                    _heaps[here] = null;
                    chain.Clear();
                }
                else if (before < 0 || (!isOnChain[nearest] && Likeness(here, nearest) > Likeness(here, before)))
                {
                    chain.Add(nearest);
                }
                else
                {
                    // The likeness rises along the chain but for rounding, so nothing else on it can be nearer than the one before.
                    chain.RemoveRange(chain.Count - 2, 2);
                    (isOnChain[here], isOnChain[before]) = (false, false);
                    merges.Add((here, before, 1 / Likeness(here, before)));
                    int joined = Join(here, before);
                    if (chain.Count == 0) chain.Add(joined);
                    if (merges.Count % Math.Max(1, _nodeCount / 100) == 0)
                        run.Progress?.Report(new("joining groups", merges.Count, _nodeCount - 1, "merges"));
                }
            }
        }

        for (int i = 1; i < roots.Count; i++) merges.Add((roots[0], roots[i], double.PositiveInfinity));
        return merges;
    }

    private void FillHeaps()
    {
        // The order of the dictionary would do as well, as heaps order their entries wholly, but need not be thought about here.
        for (int node = 0; node < _nodeCount; node++) _heaps[node] = new();
        foreach (((int low, int high), double weight) in _weights)
        {
            _heaps[low]!.Append(weight / SizeOf(high), high);
            _heaps[high]!.Append(weight / SizeOf(low), low);
        }

        foreach (NeighbourHeap? heap in _heaps) heap!.Order();
    }

    // The neighbour that is worth most, after what comes up in the heap was put right; −1 when there is none.
    private int Nearest(int group)
    {
        NeighbourHeap heap = _heaps[group]!;
        while (heap.Count > 0)
        {
            (double bound, int node) = heap.Top;
            int other = _sets.Root(node);
            if (other == group || !_weights.TryGetValue(NodePair.Of(group, other), out double weight))
            {
                heap.RemoveTop();
                continue;
            }

            double worth = weight / SizeOf(other);
            if (worth == bound && other == node) return other;
            heap.ReplaceTop(Math.Min(worth, bound), other);
            if (worth > bound) return other;
        }

        return -1;
    }

    private int Join(int first, int second)
    {
        (int from, int into) = _heaps[first]!.Count > _heaps[second]!.Count ? (second, first) : (first, second);
        NeighbourHeap source = _heaps[from]!, target = _heaps[into]!;
        (_heaps[from], _heaps[into]) = (null, null);
        _weights.Remove(NodePair.Of(first, second));

        foreach ((_, int node) in source.Entries)
        {
            int other = _sets.Root(node);
            if (other == from || other == into || !_weights.Remove(NodePair.Of(from, other), out double weight)) continue;
            AddWeight(into, other, weight);
            target.Push(_weights[NodePair.Of(into, other)] / SizeOf(other), other);
        }

        _sets.UniteInto(kept: into, joined: from);
        _sizes[into] += _sizes[from];
        _heaps[into] = target;
        return into;
    }

    private double Likeness(int first, int second)
    {
        double weight = _weights[NodePair.Of(first, second)];
        return _linkage == GraphLinkage.Single ? weight : weight * _total / (_sizes[first] * _sizes[second]);
    }

    private double SizeOf(int group) => _linkage == GraphLinkage.Single ? 1 : _sizes[group];

    private void AddWeight(int first, int second, double weight)
    {
        NodePair pair = NodePair.Of(first, second);
        _weights.TryGetValue(pair, out double there);
        _weights[pair] = _linkage == GraphLinkage.Single ? Math.Max(there, weight) : there + weight;
    }

    private readonly record struct NodePair(int Low, int High)
    {
        public static NodePair Of(int first, int second) => new(Math.Min(first, second), Math.Max(first, second));

        // The two halves are mixed well: neighbours on a path differ in little, and would all meet in a few places.
        public override int GetHashCode() => unchecked((int)(((((ulong)(uint)Low << 32) | (uint)High) * 0x9E3779B97F4A7C15) >> 32));
    }
}
