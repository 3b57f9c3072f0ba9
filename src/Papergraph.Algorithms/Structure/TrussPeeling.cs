using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Takes edges away, those in the fewest triangles first. An edge is named by its entry in the rows of the graph.</summary>
internal sealed class TrussPeeling
{
    private readonly DegreeOrderedCsr _graph;
    private readonly int[] _supports, _lowEnds, _lowerEdges, _queue;
    private readonly CsrRows _lower;
    private readonly bool[] _isGone;
    private readonly Execution _run;
    private int _queued, _level;

    /// <param name="graph">The graph, its rows ascending.</param>
    /// <param name="supports">The number of triangles of each edge; becomes the level at which it is taken away.</param>
    /// <param name="run">Progress and cancellation.</param>
    public TrussPeeling(DegreeOrderedCsr graph, int[] supports, Execution run)
    {
        int n = graph.Nodes.Length, edges = supports.Length;
        (_graph, _supports, _run) = (graph, supports, run);
        (_lowEnds, _lowerEdges, _queue, _isGone) = (new int[edges], new int[edges], new int[edges], new bool[edges]);
        int[] lowerEnds = new int[edges];
        long[] starts = new long[n + 1L];
        CsrView rows = new(graph.Rows);
        for (int node = 0; node < n; node++)
            foreach (int neighbour in rows.Neighbours(node)) starts[neighbour + 1]++;
        for (int node = 0; node < n; node++) starts[node + 1] += starts[node];
        long[] next = starts[..n];
        for (int node = 0, edge = 0; node < n; node++)
        {
            foreach (int neighbour in rows.Neighbours(node))
            {
                long at = next[neighbour]++;
                (lowerEnds[at], _lowerEdges[at], _lowEnds[edge]) = (node, edge, node);
                edge++;
            }
        }

        _lower = CsrRows.OfArrays(starts, lowerEnds);
    }

    /// <summary>Takes all edges away.</summary>
    /// <returns>The last level; 0 where there are no edges.</returns>
    public int Peel()
    {
        int[] left = new int[_supports.Length];
        for (int edge = 0; edge < left.Length; edge++) left[edge] = edge;
        int leftCount = left.Length, done = 0;
        _level = -1;
        while (leftCount > 0)
        {
            (leftCount, _queued, _level) = PeelingLevel.Next(_supports, left.AsSpan(0, leftCount), _queue, _level);
            for (int head = 0; head < _queued; head++)
            {
                if ((head & 0xFF) == 0) _run.Cancellation.ThrowIfCancellationRequested();
                TakeAway(_queue[head]);
            }

            done += _queued;
            _run.Progress?.Report(new ProgressUpdate("trusses", done, left.Length, "edges"));
        }

        return Math.Max(0, _level);
    }

    // Each triangle that the edge is still in loses it: the other two sides are in one triangle less. There are no more of them than the
    // level.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeAway(int edge)
    {
        _isGone[edge] = true;
        if (_level == 0) return;
        CsrView lower = new(_lower), upper = new(_graph.Rows);
        ReadOnlySpan<long> lowerStarts = _lower.Offsets, upperStarts = _graph.Rows.Offsets;
        int shorter = _lowEnds[edge], longer = upper.Neighbours(shorter)[edge - (int)upperStarts[shorter]];
        if (lower.Degree(shorter) + upper.Degree(shorter) > lower.Degree(longer) + upper.Degree(longer))
            (shorter, longer) = (longer, shorter);
        ReadOnlySpan<int> below = lower.Neighbours(shorter), above = upper.Neighbours(shorter);
        int found = 0;
        for (int i = 0; i < above.Length && found < _level; i++)
        {
            if (TakeTriangle((int)upperStarts[shorter] + i, above[i], longer, lower, upper)) found++;
        }

        for (int i = 0; i < below.Length && found < _level; i++)
        {
            if (TakeTriangle(_lowerEdges[(int)lowerStarts[shorter] + i], below[i], longer, lower, upper)) found++;
        }
    }

    private bool TakeTriangle(int side, int corner, int end, CsrView lower, CsrView upper)
    {
        if (_isGone[side]) return false;
        int other = Edge(corner, end, lower, upper);
        if (other < 0 || _isGone[other]) return false;
        Decrease(side);
        Decrease(other);
        return true;
    }

    private int Edge(int from, int to, CsrView lower, CsrView upper)
    {
        if (from == to) return -1;
        if (from > to)
        {
            int place = upper.Neighbours(to).BinarySearch(from);
            return place < 0 ? -1 : (int)_graph.Rows.Offsets[to] + place;
        }

        int found = lower.Neighbours(to).BinarySearch(from);
        return found < 0 ? -1 : _lowerEdges[(int)_lower.Offsets[to] + found];
    }

    private void Decrease(int edge)
    {
        if (_supports[edge] <= _level) return;
        if (--_supports[edge] == _level) _queue[_queued++] = edge;
    }
}
