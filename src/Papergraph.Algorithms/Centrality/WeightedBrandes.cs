using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>U. Brandes' accumulation (2001) along the shortest paths by weight from one source.</summary>
internal sealed class WeightedBrandes(int nodeCount, CsrRows along, CancellationToken cancellation) : IPathDependencies
{
    private readonly WeightedSearch _search = new(nodeCount, along, cancellation);
    private readonly double[] _gains = new double[nodeCount];

    public int Width => 1;

    public void Add(ReadOnlySpan<int> sources, Span<double> nodes, Span<double> edges)
    {
        _search.From(sources[0]);
        ReadOnlySpan<int> settled = _search.Settled;
        CsrView view = new(along);
        for (int i = settled.Length - 1; i >= 0; i--)
        {
            int node = settled[i];
            ReadOnlySpan<int> neighbours = view.Neighbours(node);
            ReadOnlySpan<double> weights = view.Weights(node);
            (double sum, double paths) = (0, _search.PathCounts[node]);
            for (int k = 0; k < neighbours.Length; k++)
            {
                if (!_search.IsTight(node, weights[k], neighbours[k])) continue;
                double gain = _gains[neighbours[k]];
                sum += gain;
                if (!edges.IsEmpty) edges[(int)along.Offsets[node - along.FirstNode] + k] += paths * gain;
            }

            if (i > 0) nodes[node] += paths * sum;
            _gains[node] = (1 / paths) + sum;
        }
    }
}
