namespace Papergraph.Core;

/// <summary>Merges the two rows of each node of a directed graph, both ascending, into one.</summary>
internal sealed class RowMerge(DirectedCsr graph, ParallelEdges parallel, bool keepLoops)
{
    internal bool IsWeighted { get; } = graph.IsWeighted || parallel == ParallelEdges.Count;

    /// <summary>Number of entries of the merged row; self-loops among them are added to <paramref name="loops"/>.</summary>
    internal int Count(int node, ref long loops)
    {
        int count = 0;
        foreach (Entry entry in new Entries(graph, node, parallel == ParallelEdges.Keep, keepLoops))
        {
            count++;
            if (entry.Neighbour == node) loops++;
        }

        return count;
    }

    internal void Fill(int node, Span<int> neighbours, Span<double> weights)
    {
        int at = 0;
        foreach (Entry entry in new Entries(graph, node, parallel == ParallelEdges.Keep, keepLoops))
        {
            neighbours[at] = entry.Neighbour;
            if (!weights.IsEmpty) weights[at] = entry.Weight;
            at++;
        }
    }

    private readonly record struct Entry(int Neighbour, double Weight);

    private ref struct Entries(DirectedCsr graph, int node, bool keepParallel, bool keepLoops)
    {
        private readonly ReadOnlySpan<int> _out = graph.Outgoing(node), _in = graph.Incoming(node);
        private readonly ReadOnlySpan<double> _outWeights = graph.OutgoingRows.WeightsOf(node), _inWeights = graph.IncomingRows.WeightsOf(node);
        private int _nextOut, _nextIn;

        public Entry Current { get; private set; }

        public readonly Entries GetEnumerator() => this;

        public bool MoveNext()
        {
            while (true)
            {
                // A loop stands in both rows and is taken from the outgoing one.
                while (_nextIn < _in.Length && _in[_nextIn] == node) _nextIn++;
                int neighbour = Math.Min(_nextOut < _out.Length ? _out[_nextOut] : int.MaxValue, _nextIn < _in.Length ? _in[_nextIn] : int.MaxValue);
                if (neighbour == int.MaxValue) return false;
                Current = new(neighbour, keepParallel ? TakeOne(neighbour) : TakeAll(neighbour));
                if (neighbour != node || keepLoops) return true;
            }
        }

        private double TakeOne(int neighbour) =>
            _nextOut < _out.Length && _out[_nextOut] == neighbour ? Weight(_outWeights, _nextOut++) : Weight(_inWeights, _nextIn++);

        // Each direction is summed by itself: then both ends of an edge add the same two numbers, and its two entries weigh the same to the bit.
        private double TakeAll(int neighbour)
        {
            double there = 0, back = 0;
            while (_nextOut < _out.Length && _out[_nextOut] == neighbour) there += Weight(_outWeights, _nextOut++);
            while (_nextIn < _in.Length && _in[_nextIn] == neighbour && neighbour != node) back += Weight(_inWeights, _nextIn++);
            return there + back;
        }

        private static double Weight(ReadOnlySpan<double> weights, int at) => weights.IsEmpty ? 1 : weights[at];
    }
}
