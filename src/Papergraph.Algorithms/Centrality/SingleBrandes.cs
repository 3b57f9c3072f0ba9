using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>U. Brandes' accumulation (2001) for one source at a time: what <see cref="BatchedBrandes"/> does, for graphs in which searches
/// from different sources have little in common.</summary>
/// <remarks>The edges that lie on shortest paths are listed on the way out, without branches that depend on the graph, and only these are
/// gone back.</remarks>
internal sealed class SingleBrandes(int nodeCount, CsrRows along, CancellationToken cancellation) : IPathDependencies
{
    private readonly double[] _paths = new double[nodeCount], _gains = new double[nodeCount];
    private readonly byte[] _unseen = Filled(nodeCount);

    // The nodes in the order of the search, and for each where the list of those that follow it on shortest paths begins.
    private readonly int[] _nodes = new int[nodeCount + 1], _starts = new int[nodeCount + 1];
    private readonly int[] _followers = new int[checked((int)along.EdgeCount + 1)];

    public int Width => 1;

    public void Add(ReadOnlySpan<int> sources, Span<double> nodes, Span<double> edges)
    {
        int count = CountPaths(sources[0]);
        SumGains(count, nodes);
        if (!edges.IsEmpty) AddToEdges(count, edges);
        foreach (int node in _nodes.AsSpan(0, count))
        {
            _paths[node] = 0;
            _unseen[node] = 1;
        }
    }

    // Returns the number of nodes found.
    private int CountPaths(int source)
    {
        (_paths[source], _nodes[0], _starts[0]) = (1, source, 0);
        int count = 1;
        for (int start = 0; start < count;)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int node in _nodes.AsSpan(start..count)) _unseen[node] = 0;
            (start, count) = (count, TellPaths(start, count));
        }

        return count;
    }

    // Only nodes of the next level are unseen, so that what they are told adds up to the number of their paths.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TellPaths(int start, int end)
    {
        Span<double> paths = _paths;
        ReadOnlySpan<byte> unseen = _unseen;
        Span<int> nodes = _nodes, starts = _starts, followers = _followers;
        CsrView edges = new(along);
        int count = end;
        for (int i = start; i < end; i++)
        {
            int first = starts[i], last = first;
            foreach (int neighbour in edges.Neighbours(nodes[i]))
            {
                followers[last] = neighbour;
                last += unseen[neighbour];
            }

            double told = paths[nodes[i]];
            foreach (int follower in followers[first..last])
            {
                double known = paths[follower];
                nodes[count] = follower;
                count += known == 0 ? 1 : 0;
                paths[follower] = known + told;
            }

            starts[i + 1] = last;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumGains(int count, Span<double> scores)
    {
        ReadOnlySpan<double> paths = _paths;
        Span<double> gains = _gains;
        ReadOnlySpan<int> nodes = _nodes, starts = _starts, followers = _followers;
        for (int i = count - 1; i >= 0; i--)
        {
            double sum = 0;
            foreach (int follower in followers[starts[i]..starts[i + 1]]) sum += gains[follower];
            int node = nodes[i];
            if (i > 0) scores[node] += paths[node] * sum;
            gains[node] = (1 / paths[node]) + sum;
        }
    }

    // The followers of a node are part of its row, in the same order.
    private void AddToEdges(int count, Span<double> edges)
    {
        for (int i = 0; i < count; i++)
        {
            int node = _nodes[i], next = _starts[i];
            ReadOnlySpan<int> row = along.Neighbours(node);
            long start = row.IsEmpty ? 0 : along.Offsets[node - along.FirstNode];
            for (int k = 0; k < row.Length && next < _starts[i + 1]; k++)
                if (row[k] == _followers[next]) edges[(int)start + k] += _paths[node] * _gains[_followers[next++]];
        }
    }

    private static byte[] Filled(int count)
    {
        byte[] ones = new byte[count];
        Array.Fill(ones, (byte)1);
        return ones;
    }
}
