using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The sweeps of label propagation: batches of blocks of nodes in random order; each chooses first and changes then.</summary>
internal sealed class LabelSweeps
{
    /// <summary>Batches of a sweep. More come nearer to one node after another, fewer have threads meet less often.</summary>
    public const int Batches = 32;

    /// <summary>With fewer entries threads wait longer for each other than they work.</summary>
    public const int LeastEntriesToShare = 1 << 19;

    private const int MostBlocks = 4096, FirstSweepWithPauses = 3, LastSweepOverAll = 2;

    private readonly UndirectedCsr _graph;
    private readonly WorkerTeam _team;
    private readonly ulong _seed;
    private readonly int _blockSize;
    private readonly int[] _blocks, _labels;

    // The labels as they are after the batch; those of all nodes that are not in it too, so that all are the same between batches.
    private readonly int[] _next;

    private readonly byte[] _isWaiting;
    private readonly LabelTally[] _tallies;
    private readonly NeighbourLabels[] _around;
    private readonly long[] _counts;
    private readonly ChooseWork _choose;
    private readonly ChangeWork _change;
    private ulong _sweepKey;
    private int _sweep, _batchStart;

    public LabelSweeps(UndirectedCsr graph, ulong seed, WorkerTeam team)
    {
        int n = graph.NodeCount;
        (_graph, _seed, _team) = (graph, seed, team);
        _blockSize = Math.Max(1, n / MostBlocks);
        _blocks = new int[(int)(((long)n + _blockSize - 1) / _blockSize)];
        (_labels, _next, _isWaiting) = (new int[n], new int[n], new byte[n]);
        for (int block = 0; block < _blocks.Length; block++) _blocks[block] = block;
        for (int node = 0; node < n; node++) _labels[node] = _next[node] = node;
        _tallies = [.. Enumerable.Range(0, team.Size).Select(_ => new LabelTally(n))];
        _around = [.. Enumerable.Range(0, team.Size).Select(_ => new NeighbourLabels())];
        _counts = new long[_blocks.Length];
        (_choose, _change) = (new(this), new(this));
    }

    /// <summary>The label of each node.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>Visits all nodes in whose neighbourhood something has changed.</summary>
    /// <returns>Whether nothing changed and nothing waits: a further sweep would do nothing.</returns>
    public bool Sweep(int sweep)
    {
        Xoshiro256 random = new(_seed, stream: (ulong)sweep);
        (_sweep, _sweepKey) = (sweep, random.Next());
        random.Shuffle(_blocks);
        long changed = 0;
        for (int batch = 0; batch < Batches; batch++)
        {
            _batchStart = (int)((long)_blocks.Length * batch / Batches);
            int count = (int)((long)_blocks.Length * (batch + 1) / Batches) - _batchStart;
            _team.Run(_choose, count);
            long chosen = Sum(count);
            if (chosen > 0) _team.Run(_change, count);
            changed += chosen;
        }

        return changed == 0 && !_isWaiting.AsSpan().Contains((byte)1);
    }

    // Most labels change in the first two sweeps: to remember whose neighbours did would cost more than to visit all in the third, too.
    // A visit more makes no difference, since a node that has its heaviest label keeps it.
    private bool VisitsAll => _sweep <= LastSweepOverAll;

    private bool MarksNeighbours => _sweep >= LastSweepOverAll;

    private long Sum(int blocks)
    {
        long sum = 0;
        for (int block = 0; block < blocks; block++) sum += _counts[block];
        return sum;
    }

    private (int First, int End) Nodes(int block)
    {
        long first = (long)_blocks[_batchStart + block] * _blockSize;
        return ((int)first, (int)Math.Min(_labels.Length, first + _blockSize));
    }

    // The first node from here on that is visited, or the end.
    private int NextVisited(int node, int end)
    {
        if (VisitsAll || node >= end) return node;
        int skipped = _isWaiting.AsSpan(node, end - node).IndexOf((byte)1);
        return skipped < 0 ? end : node + skipped;
    }

    // Whether a node that is to be visited waits for the next sweep; otherwise it waits no longer.
    private bool Pauses(int node)
    {
        bool pauses = _sweep >= FirstSweepWithPauses && (Key(node) & 7) == 0;
        _isWaiting[node] = pauses ? (byte)1 : (byte)0;
        return pauses;
    }

    private ulong Key(int node) => Mix(_sweepKey + unchecked((ulong)node * 0x9E3779B97F4A7C15));

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 32)) * 0xD6E8FEB86659FD93;
            value = (value ^ (value >> 32)) * 0xD6E8FEB86659FD93;
            return value ^ (value >> 32);
        }
    }

    private sealed class ChooseWork(LabelSweeps of) : IBlockWork
    {
        public void Do(int block, int worker)
        {
            (int first, int end) = of.Nodes(block);
            NeighbourLabels around = of._around[worker];
            CsrView rows = new(of._graph.Rows);

            // Weights are of all entries, loops among them.
            bool leavesLoopsOut = of._graph.LoopCount > 0 && !rows.IsWeighted;
            long changed = 0;
            for (int node = of.NextVisited(first, end); node < end;)
            {
                around.Clear();
                for (; node < end && !around.IsFull; node = of.NextVisited(node + 1, end))
                {
                    if (!of.Pauses(node)) around.Add(node, rows.Neighbours(node), of._labels, leavesLoopsOut);
                }

                changed += Choose(around, rows, of._tallies[worker]);
            }

            of._counts[block] = changed;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private long Choose(NeighbourLabels around, in CsrView rows, LabelTally tally)
        {
            long changed = 0;
            for (int at = 0; at < around.Count; at++)
            {
                int node = around.Node(at), own = of._labels[node];
                int label = rows.IsWeighted
                    ? tally.Heaviest(node, rows.Neighbours(node), rows.Weights(node), around.Around(at), own, of.Key(node))
                    : tally.MostFrequent(around.Around(at), own, of.Key(node));
                of._next[node] = label;
                changed += label != own ? 1 : 0;
            }

            return changed;
        }
    }

    private sealed class ChangeWork(LabelSweeps of) : IBlockWork
    {
        public void Do(int block, int worker)
        {
            (int first, int end) = of.Nodes(block);
            CsrView rows = new(of._graph.Rows);
            int[] next = of._next;
            byte[] isWaiting = of._isWaiting;
            for (int node = first; node < end; node++)
            {
                int label = next[node];
                if (label == of._labels[node]) continue;
                of._labels[node] = label;
                if (!of.MarksNeighbours) continue;

                // A neighbour that has this very label has only gained. What it has is read where nothing is written now; and threads may
                // write the same 1 to one place.
                foreach (int neighbour in rows.Neighbours(node))
                {
                    if (next[neighbour] != label) isWaiting[neighbour] = 1;
                }
            }
        }
    }
}
