using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Draws one of the shortest paths between two nodes, each as likely, after a search from both ends: Borassi and Natale 2019, §3.</summary>
/// <remarks>The side whose rim has fewer edges goes on by one level. When a level touches the other side, it is finished: each shortest
/// path has exactly one node in it that the other side has found. For one thread; allocates nothing while it runs.</remarks>
internal sealed class PathSampler(int nodeCount, CsrRows along, CsrRows against)
{
    private readonly Side _fromSource = new(nodeCount, along, against), _fromTarget = new(nodeCount, against, along);

    /// <summary>Adds 1 to the inner nodes of a path; to none if there is no path.</summary>
    /// <exception cref="PapergraphException">There are too many paths to count.</exception>
    public void Sample(int source, int target, ref Xoshiro256 random, Span<int> counts)
    {
        _fromSource.Begin(source);
        _fromTarget.Begin(target);
        while (_fromSource.HasRim && _fromTarget.HasRim)
        {
            bool isSource = _fromSource.RimEdges <= _fromTarget.RimEdges;
            (Side near, Side far) = isSource ? (_fromSource, _fromTarget) : (_fromTarget, _fromSource);
            if (!near.Advance(far)) continue;
            int middle = near.DrawMeeting(far, ref random);
            if (middle != source && middle != target) counts[middle]++;
            _fromSource.DrawBack(middle, ref random, counts);
            _fromTarget.DrawBack(middle, ref random, counts);
            break;
        }

        _fromSource.Clear();
        _fromTarget.Clear();
    }

    /// <summary>The search from one end.</summary>
    private sealed class Side(int nodeCount, CsrRows along, CsrRows against)
    {
        // The distance from the end plus 1; 0 where the search has not been.
        private readonly int[] _levels = new int[nodeCount], _nodes = new int[nodeCount];
        private readonly double[] _paths = new double[nodeCount];
        private int _rim, _count;

        public bool HasRim => _rim < _count;

        public long RimEdges { get; private set; }

        public void Begin(int end)
        {
            (_levels[end], _paths[end], _nodes[0], _rim, _count) = (1, 1, end, 0, 1);
            RimEdges = along.Degree(end);
        }

        /// <summary>Finds the next level.</summary>
        /// <returns>Whether the other side has been there.</returns>
        public bool Advance(Side other)
        {
            CsrView edges = new(along);
            Span<int> levels = _levels;
            ReadOnlySpan<int> otherLevels = other._levels;
            int end = _count, level = levels[_nodes[_rim]] + 1;
            bool meets = false;
            RimEdges = 0;
            for (int i = _rim; i < end; i++)
            {
                double paths = _paths[_nodes[i]];
                foreach (int neighbour in edges.Neighbours(_nodes[i]))
                {
                    if (levels[neighbour] == 0)
                    {
                        (levels[neighbour], _paths[neighbour], _nodes[_count++]) = (level, paths, neighbour);
                        RimEdges += edges.Degree(neighbour);
                        meets |= otherLevels[neighbour] != 0;
                    }
                    else if (levels[neighbour] == level)
                    {
                        _paths[neighbour] += paths;
                    }
                }
            }

            _rim = end;
            return meets;
        }

        /// <summary>Draws where the path crosses the rim.</summary>
        public int DrawMeeting(Side other, ref Xoshiro256 random)
        {
            double total = 0;
            for (int i = _rim; i < _count; i++) total += _paths[_nodes[i]] * other._paths[_nodes[i]];
            if (!double.IsFinite(total)) throw AlgorithmErrors.TooManyPaths();
            double left = random.NextDouble() * total;
            int drawn = -1;
            for (int i = _rim; i < _count; i++)
            {
                double paths = _paths[_nodes[i]] * other._paths[_nodes[i]];
                if (paths == 0) continue;
                drawn = _nodes[i];
                left -= paths;
                if (left < 0) break;
            }

            return drawn;
        }

        /// <summary>Draws the way from a node back to the end and counts the nodes between.</summary>
        public void DrawBack(int node, ref Xoshiro256 random, Span<int> counts)
        {
            CsrView edges = new(against);
            while (_levels[node] > 2)
            {
                double left = random.NextDouble() * _paths[node];
                int drawn = -1;
                foreach (int neighbour in edges.Neighbours(node))
                {
                    if (_levels[neighbour] != _levels[node] - 1) continue;
                    drawn = neighbour;
                    left -= _paths[neighbour];
                    if (left < 0) break;
                }

                node = drawn;
                counts[node]++;
            }
        }

        public void Clear()
        {
            foreach (int node in _nodes.AsSpan(0, _count)) (_levels[node], _paths[node]) = (0, 0);
        }
    }
}
