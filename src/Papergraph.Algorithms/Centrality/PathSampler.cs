using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Draws one of the shortest paths between two nodes, each as likely, after a search from both ends: Borassi and Natale 2019,
/// §3.</summary>
/// <remarks>The side whose rim has fewer edges goes on by one level. When that touches the other side the level is finished: each shortest
/// path then goes over exactly one edge from the rim to a node of the other side. For one thread; allocates nothing while it
/// runs.</remarks>
internal sealed class PathSampler(int nodeCount, CsrRows along, CsrRows against)
{
    private readonly NodeState[] _states = new NodeState[nodeCount];
    private readonly Rim _fromSource = new(nodeCount, along), _fromTarget = new(nodeCount, against);
    private readonly int[] _crossings = new int[nodeCount];
    private int _crossingCount;

    /// <summary>Adds 1 to the inner nodes of a path; to none if there is no path.</summary>
    /// <exception cref="PapergraphException">There are too many paths to count.</exception>
    public void Sample(int source, int target, ref Xoshiro256 random, Span<int> counts)
    {
        _states[source] = new() { Level = 1, Paths = 1 };
        _states[target] = new() { Level = -1, Paths = 1 };
        _fromSource.Begin(source);
        _fromTarget.Begin(target);
        _crossingCount = 0;
        while (_fromSource.Count > 0 && _fromTarget.Count > 0)
        {
            bool isSource = _fromSource.Edges <= _fromTarget.Edges;
            Advance(isSource ? _fromSource : _fromTarget, isSource ? 1 : -1);
            if (_crossingCount == 0) continue;
            int node = DrawCrossing(ref random), step = isSource ? 1 : -1, rim = (isSource ? _fromSource : _fromTarget).Level * step;

            // Back over the edge that crosses to the rim and on to that end, and from the other side of it to the other.
            DrawBack(node, rim, _states[node].Crossing, isSource ? against : along, ref random, counts);
            if (_states[node].Level != -step) counts[node]++;
            DrawBack(node, _states[node].Level + step, _states[node].Paths, isSource ? along : against, ref random, counts);
            break;
        }

        Clear(_fromSource);
        Clear(_fromTarget);
    }

    /// <summary>Finds the next level of a side, or, when that touches the other, all edges that cross.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance(Rim side, int sign)
    {
        Span<NodeState> states = _states;
        Span<int> nodes = side.Nodes;
        CsrView edges = new(side.Rows);
        (int first, int end, int level) = (side.First, side.End, (side.Level + 1) * sign);
        int count = end;
        for (int i = first; i < end; i++)
        {
            double paths = states[nodes[i]].Paths;
            foreach (int neighbour in edges.Neighbours(nodes[i]))
            {
                ref NodeState state = ref states[neighbour];
                if (state.Level == level)
                {
                    state.Paths += paths;
                }
                else if (state.Level == 0)
                {
                    if (_crossingCount > 0) continue;
                    (state.Level, state.Paths) = (level, paths);
                    nodes[count++] = neighbour;
                }
                else if (state.Level > 0 != sign > 0)
                {
                    if (state.Crossing == 0) _crossings[_crossingCount++] = neighbour;
                    state.Crossing += paths;
                }
            }
        }

        side.Found(count, isRim: _crossingCount == 0);
    }

    private int DrawCrossing(ref Xoshiro256 random)
    {
        double total = 0;
        ReadOnlySpan<int> crossings = _crossings.AsSpan(0, _crossingCount);
        foreach (int node in crossings) total += _states[node].Paths * _states[node].Crossing;
        if (!double.IsFinite(total)) throw AlgorithmErrors.TooManyPaths();
        double left = random.NextDouble() * total;
        foreach (int node in crossings)
        {
            left -= _states[node].Paths * _states[node].Crossing;
            if (left < 0) return node;
        }

        // Rounding may leave a little over.
        return crossings[^1];
    }

    /// <summary>Draws the way from a node back to an end, level by level, and counts the nodes between.</summary>
    /// <param name="node">Where the way begins.</param>
    /// <param name="level">The level of the next node; no way at 0.</param>
    /// <param name="paths">Number of ways there are.</param>
    /// <param name="rows">The rows that lead back.</param>
    /// <param name="random">Drawn from once a level.</param>
    /// <param name="counts">What is added to.</param>
    private void DrawBack(int node, int level, double paths, CsrRows rows, ref Xoshiro256 random, Span<int> counts)
    {
        CsrView edges = new(rows);
        for (int step = Math.Sign(level); level != step && level != 0; level -= step)
        {
            double left = random.NextDouble() * paths;
            int drawn = -1;
            foreach (int neighbour in edges.Neighbours(node))
            {
                if (_states[neighbour].Level != level) continue;
                drawn = neighbour;
                left -= _states[neighbour].Paths;
                if (left < 0) break;
            }

            (node, paths) = (drawn, _states[drawn].Paths);
            counts[node]++;
        }
    }

    private void Clear(Rim side)
    {
        foreach (int node in side.Nodes.AsSpan(0, side.All)) _states[node] = default;
    }

    /// <summary>What is known of a node.</summary>
    private struct NodeState
    {
        /// <summary>Number of shortest paths to the end from which the node was found, and to the other end when an edge crosses to
        /// it.</summary>
        public double Paths, Crossing;

        /// <summary>The distance from the source plus 1, or from the target plus 1 and negative; 0 if neither has found the node.</summary>
        public int Level;
    }

    /// <summary>The nodes that the search from one end has found, the last level at the end.</summary>
    private sealed class Rim(int nodeCount, CsrRows rows)
    {
        public CsrRows Rows => rows;

        public int[] Nodes { get; } = new int[nodeCount];

        public int First { get; private set; }

        public int End { get; private set; }

        public int Count => End - First;

        /// <summary>Number of nodes to be forgotten, those found beside crossing edges among them.</summary>
        public int All { get; private set; }

        public int Level { get; private set; }

        public long Edges { get; private set; }

        public void Begin(int end)
        {
            (Nodes[0], First, End, All, Level) = (end, 0, 1, 1, 1);
            Edges = rows.Degree(end);
        }

        public void Found(int count, bool isRim)
        {
            All = count;
            if (!isRim) return;
            (First, End, Level) = (End, count, Level + 1);
            CsrView view = new(rows);
            Edges = 0;
            foreach (int node in Nodes.AsSpan(First..End)) Edges += view.Degree(node);
        }
    }
}
