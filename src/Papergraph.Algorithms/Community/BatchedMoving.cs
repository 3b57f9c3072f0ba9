using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Local moving on several threads whose result does not depend on them.</summary>
/// <remarks>
/// <para>Nodes are taken in batches. All nodes of a batch choose in parallel, against the communities as they are when the batch begins.
/// Then the moves are made one after another, each only if it still gains: exactly known from the sizes as they have become, when no
/// neighbour has moved from or to one of the two communities; where one may have, the node chooses anew. So each move made improves the
/// quality, as it would if nodes moved one by one, and the end is reached.</para>
/// <para>Nodes wait to be looked at as bytes, not in a queue: going through them in rounds is as good an order, and any thread may wake a
/// node. A node that is woken before its turn in the round is looked at in it.</para>
/// <para>Batches are as small as keeps such neighbours rare: a batch with b of n nodes holds b/n of a node's neighbours.</para>
/// </remarks>
internal sealed class BatchedMoving
{
    /// <summary>Batches of fewer nodes are not worth the threads' waiting for each other.</summary>
    public const int LeastBatch = 512;

    private const int MostBatch = 16384;

    // The proposal of a node that has to choose again.
    private const int Anew = -3;

    // The first of the rough rounds looks at so many edges of a node: with 16, a graph with planted communities lost some of them now and
    // then; with 8 none.
    private const int RoughRounds = 3, FirstSample = 8;

    // Nodes are taken in runs of consecutive ones, whose rows lie together in memory; the runs are in random order.
    private const int RunLength = 64;

    private readonly CommunityGraph _graph;
    private readonly CommunityAssignment _assignment;
    private readonly WorkerTeam _team;
    private readonly NeighbourWeights[] _scratch;
    private readonly Choosing _choosing;
    private readonly Announcing _announcing;

    // Who waits to be looked at, as bytes that any thread may set.
    private readonly byte[] _waits;

    // The target of each node that proposes to move in this batch; Stay for all others.
    private readonly int[] _proposals;
    private readonly int[] _batch;

    // The batch in which nodes of each run were last: few enough to lie in the cache, where proposals do not.
    private readonly int[] _runBatches;
    private readonly double[] _stayWeights, _targetWeights;
    private readonly bool[] _contested;
    private int _count, _batchNumber, _sample = int.MaxValue;
    private bool _isRough;

    public BatchedMoving(CommunityGraph graph, CommunityAssignment assignment, int batch, WorkerTeam team, NeighbourWeights[] scratch)
    {
        (_graph, _assignment, _team, _scratch) = (graph, assignment, team, scratch);
        (_choosing, _announcing) = (new(this), new(this));
        _waits = new byte[graph.NodeCount];
        _proposals = new int[graph.NodeCount];
        Array.Fill(_waits, (byte)1);
        Array.Fill(_proposals, NeighbourWeights.Stay);
        _batch = new int[batch + RunLength];
        _runBatches = new int[(int)(((long)graph.NodeCount + RunLength - 1) / RunLength)];
        (_stayWeights, _targetWeights, _contested) = (new double[_batch.Length], new double[_batch.Length], new bool[_batch.Length]);
    }

    /// <summary>Nodes of a batch such that a node has an eighth of a neighbour in its own on average.</summary>
    public static int BatchSize(CommunityGraph graph)
    {
        long n = graph.NodeCount;
        return (int)Math.Min(MostBatch, n * n / (8 * Math.Max(1, graph.Rows.EdgeCount)));
    }

    /// <summary>Moves nodes that are all communities of their own, in a few rounds over all of them, near to where <see cref="Run"/> will
    /// settle them.</summary>
    /// <remarks>Moves are made with weights that a neighbour's move in the same batch may have changed, so that a few of them lose; and the
    /// first round looks at a sample of the edges alone. As communities are nearly all single nodes then, that is half the cost of
    /// looking at all, and slows down the first communities that form: else some of them grow over others that are no part of
    /// theirs, before those have formed.</remarks>
    /// <returns>Whether any node moved.</returns>
    public bool RunRough(ref Xoshiro256 random, IProgress<ProgressUpdate>? progress)
    {
        int[] runs = RandomRuns(ref random);
        bool moved = false;
        _isRough = true;
        for (int round = 0; round < RoughRounds; round++)
        {
            _sample = round == 0 ? FirstSample : int.MaxValue;
            for (int next = 0; TakeBatch(runs, ref next);)
            {
                _team.Run(_choosing, Blocks);
                moved |= ApplyRoughly();
            }

            progress?.Report(new("moving nodes roughly", round + 1, RoughRounds, "rounds"));
        }

        (_isRough, _sample) = (false, int.MaxValue);
        return moved;
    }

    /// <summary>Moves nodes until none waits.</summary>
    /// <returns>Whether any node moved.</returns>
    public bool Run(ref Xoshiro256 random, IProgress<ProgressUpdate>? progress)
    {
        int[] runs = RandomRuns(ref random);
        bool moved = false;
        long looked = 0, before = -1;
        for (int round = 0; looked > before && round < LocalMoving.MostLooks; round++)
        {
            before = looked;
            for (int next = 0; TakeBatch(runs, ref next);)
            {
                looked += _count;
                _team.Run(_choosing, Blocks);
                _team.Run(_announcing, Blocks);
                moved |= Apply();
            }

            progress?.Report(new("moving nodes between communities", looked, null, "nodes"));
        }

        return moved;
    }

    private int Blocks => (_count + Choosing.BlockSize - 1) / Choosing.BlockSize;

    private int[] RandomRuns(ref Xoshiro256 random)
    {
        int[] runs = CommunityAssignment.OwnLabels(_runBatches.Length);
        random.Shuffle(runs);
        return runs;
    }

    // Those who wait in the next runs; false when none of the runs left has any.
    private bool TakeBatch(int[] runs, ref int next)
    {
        _count = 0;
        _batchNumber++;
        while (next < runs.Length && _count + RunLength <= _batch.Length) Take(runs[next++]);
        return _count > 0;
    }

    private void Take(int run)
    {
        int first = run * RunLength, end = (int)Math.Min(_graph.NodeCount, first + (long)RunLength);
        Span<byte> waits = _waits.AsSpan(first..end);
        if (waits.IndexOf((byte)1) < 0) return;
        _runBatches[run] = _batchNumber;
        for (int i = 0; i < waits.Length; i++)
            if (waits[i] != 0) _batch[_count++] = first + i;
        if (!_isRough) waits.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Apply()
    {
        bool moved = false;
        CsrView view = new(_graph.Rows);
        for (int i = 0; i < _count; i++)
        {
            int node = _batch[i], target = _proposals[node];
            if (target == NeighbourWeights.Stay) continue;
            _proposals[node] = NeighbourWeights.Stay;
            if (!_contested[i] && target != Anew && StillGains(node, target, _stayWeights[i], _targetWeights[i]))
            {
                _assignment.Move(node, target);
                moved = true;
                continue;
            }

            _scratch[0].Fetch(view, [node], _assignment.Labels);
            (target, _, _) = _scratch[0].Choose(_graph, view, node, _assignment, 0);
            if (target == NeighbourWeights.Stay) continue;
            int label = _assignment.Move(node, target);
            moved = true;
            foreach (int neighbour in view.Neighbours(node))
            {
                if (_assignment.Labels[neighbour] != label) _waits[neighbour] = 1;

                // They reckoned with another move of this node.
                if (_proposals[neighbour] != NeighbourWeights.Stay) _proposals[neighbour] = Anew;
            }
        }

        return moved;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ApplyRoughly()
    {
        bool moved = false;
        for (int i = 0; i < _count; i++)
        {
            int node = _batch[i], target = _proposals[node];
            _proposals[node] = NeighbourWeights.Stay;

            // All of the target may have left for elsewhere before this node comes.
            if (target == NeighbourWeights.Stay || (target >= 0 && _assignment.Members[target] == 0)) continue;
            if (!StillGains(node, target, _stayWeights[i], _targetWeights[i])) continue;
            _assignment.Move(node, target);
            moved = true;
        }

        return moved;
    }

    private bool StillGains(int node, int target, double stayWeight, double targetWeight)
    {
        double size = _graph.Sizes[node], pull = _graph.Pull(size);
        double stayPenalty = pull * (_assignment.Sizes[_assignment.Labels[node]] - size);
        double targetPenalty = target == NeighbourWeights.Alone ? 0 : pull * _assignment.Sizes[target];
        return NeighbourWeights.Gains(stayWeight, stayPenalty, targetWeight, targetPenalty);
    }

    /// <summary>Each node of the batch chooses.</summary>
    private sealed class Choosing(BatchedMoving moving) : IBlockWork
    {
        public const int BlockSize = 64;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Do(int block, int worker)
        {
            CsrView view = new(moving._graph.Rows);
            NeighbourWeights scratch = moving._scratch[worker];
            int end = Math.Min(moving._count, (block + 1) * BlockSize);
            for (int first = block * BlockSize; first < end;)
            {
                int rows = scratch.Fetch(view, moving._batch.AsSpan(first..end), moving._assignment.Labels, moving._sample);
                for (int row = 0; row < rows; row++)
                {
                    int i = first + row, node = moving._batch[i];
                    (moving._proposals[node], moving._stayWeights[i], moving._targetWeights[i]) =
                        scratch.Choose(moving._graph, view, node, moving._assignment, row, moving._sample);
                }

                first += rows;
            }
        }
    }

    /// <summary>Each node that will move finds out whether a neighbour's move bears on its own, and wakes the neighbours that it leaves.
    /// Waking is setting a byte to 1, whoever does it and how often.</summary>
    private sealed class Announcing(BatchedMoving moving) : IBlockWork
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Do(int block, int worker)
        {
            CsrView view = new(moving._graph.Rows);
            int[] labels = moving._assignment.Labels, proposals = moving._proposals;
            int[] runBatches = moving._runBatches;
            int batch = moving._batchNumber;
            byte[] waits = moving._waits;
            int end = Math.Min(moving._count, (block + 1) * Choosing.BlockSize);
            for (int i = block * Choosing.BlockSize; i < end; i++)
            {
                int node = moving._batch[i], own = labels[node], target = proposals[node];
                if (target == NeighbourWeights.Stay) continue;
                bool contested = false;
                foreach (int neighbour in view.Neighbours(node))
                {
                    int label = labels[neighbour];
                    if (label != target) waits[neighbour] = 1;
                    if (runBatches[neighbour / RunLength] != batch) continue;
                    int proposal = proposals[neighbour];
                    if (proposal != NeighbourWeights.Stay && neighbour != node)
                        contested |= label == own || label == target || proposal == own || proposal == target;
                }

                moving._contested[i] = contested;
            }
        }
    }
}
