using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Distances from one node by Δ-stepping: nodes wait in buckets of distances Δ wide; the nearest bucket is relaxed, all of its
/// nodes at once, until it stays empty.</summary>
/// <remarks>Distances only fall, by an atomic minimum, and end at the one fixed point, in whatever order that happens. What a worker lowers
/// goes into buckets of its own. Buckets are a ring from the current distance on; what lies beyond waits in one pile that is sorted into
/// the ring when the ring is empty.</remarks>
internal sealed class DeltaStepping : IBlockWork
{
    private const int RingSize = 1 << 10, BlockSize = 128;

    // Relaxations allowed, over all edges once: with weights of several scales nodes of one bucket may be lowered over and over.
    private const int MostRounds = 6;

    // Bucket numbers stay whole numbers in double precision up to here; all that is farther shares the last one.
    private const double LastBucket = 1L << 52;

    private readonly CsrRows _rows;
    private readonly double[] _distances;
    private readonly double _perDelta;
    private readonly Worker[] _workers;
    private int[] _frontier = new int[BlockSize];
    private int _frontierCount;
    private long _current;

    private DeltaStepping(CsrRows rows, int nodeCount, int source, double delta, int workers)
    {
        (_rows, _perDelta) = (rows, 1 / delta);
        _distances = new double[nodeCount];
        Array.Fill(_distances, double.PositiveInfinity);
        _workers = [.. Enumerable.Range(0, workers).Select(_ => new Worker())];
        _distances[source] = 0;
        _frontier[_frontierCount++] = source;
    }

    /// <summary>The distances, or null when they are found sooner by Dijkstra's algorithm.</summary>
    public static double[]? Distances(CsrRows rows, int nodeCount, int source, Execution run)
    {
        DeltaStepping search = new(rows, nodeCount, source, Delta(rows), run.Threads);
        using WorkerTeam team = new(run);
        return search.Run(team, run.Progress) ? search._distances : null;
    }

    // The mean weight over the mean degree, as Meyer and Sanders' analysis has it: then a node has about one edge that stays in its bucket.
    // 1 when all weights are 0, or their sum is beyond double precision.
    private static double Delta(CsrRows rows)
    {
        if (!rows.IsWeighted) return 1;
        double sum = 0;
        for (int node = rows.FirstNode; node < rows.FirstNode + rows.NodeCount; node++)
            foreach (double weight in rows.WeightsOf(node)) sum += weight;
        double delta = sum / rows.EdgeCount / Math.Max(1, (double)rows.EdgeCount / rows.NodeCount);
        return double.IsNormal(delta) && double.IsNormal(1 / delta) ? delta : 1;
    }

    private bool Run(WorkerTeam team, IProgress<ProgressUpdate>? progress)
    {
        long budget = MostRounds * (_rows.EdgeCount + _distances.Length), reported = 0;
        do
        {
            team.Run(this, (_frontierCount + BlockSize - 1) / BlockSize);
            long work = 0;
            foreach (Worker worker in _workers) work += worker.Work;
            if (work > budget) return false;
            if (work - reported > budget / 100)
            {
                reported = work;
                progress?.Report(new ProgressUpdate("shortest paths", Math.Min(work, _rows.EdgeCount), _rows.EdgeCount, "edges"));
            }
        }
        while (TakeNextBucket());
        return true;
    }

    public void Do(int block, int worker)
    {
        Worker mine = _workers[worker];
        CsrView rows = new(_rows);
        double[] distances = _distances;
        foreach (int node in _frontier.AsSpan(block * BlockSize, Math.Min(BlockSize, _frontierCount - (block * BlockSize))))
        {
            double distance = Volatile.Read(ref distances[node]);
            // Lowered since it was put here, it stood in a nearer bucket too and is done.
            if (Bucket(distance) < _current) continue;
            ReadOnlySpan<int> neighbours = rows.Neighbours(node);
            ReadOnlySpan<double> weights = rows.Weights(node);
            mine.Work += neighbours.Length + 1;
            for (int i = 0; i < neighbours.Length; i++)
            {
                int neighbour = neighbours[i];
                double through = distance + (weights.IsEmpty ? 1 : weights[i]);
                if (through < distances[neighbour] && Lower(ref distances[neighbour], through)) mine.Put(neighbour, Bucket(through), _current);
            }
        }
    }

    private static bool Lower(ref double place, double value)
    {
        double seen = Volatile.Read(ref place);
        while (value < seen)
        {
            double before = Interlocked.CompareExchange(ref place, value, seen);
            if (before.Equals(seen)) return true;
            seen = before;
        }

        return false;
    }

    private long Bucket(double distance) => (long)Math.Min(distance * _perDelta, LastBucket);

    /// <summary>Makes the nearest bucket that is not empty the frontier.</summary>
    private bool TakeNextBucket()
    {
        while (true)
        {
            for (long bucket = _current; bucket < _current + RingSize; bucket++)
            {
                int count = 0;
                foreach (Worker worker in _workers) count += worker.Ring(bucket).Count;
                if (count == 0) continue;
                _current = bucket;
                if (_frontier.Length < count) _frontier = new int[Math.Max(count, _frontier.Length * 2)];
                _frontierCount = 0;
                foreach (Worker worker in _workers) _frontierCount += worker.Ring(bucket).MoveTo(_frontier.AsSpan(_frontierCount));
                return true;
            }

            if (!SortPileIntoRing()) return false;
        }
    }

    private bool SortPileIntoRing()
    {
        long nearest = long.MaxValue;
        foreach (Worker worker in _workers)
        {
            foreach (int node in worker.Pile.Nodes)
            {
                long bucket = Bucket(_distances[node]);
                // Those in buckets gone by have been lowered and relaxed since.
                if (bucket >= _current + RingSize) nearest = Math.Min(nearest, bucket);
            }
        }

        if (nearest == long.MaxValue) return false;
        long gone = _current + RingSize;
        _current = nearest;
        foreach (Worker worker in _workers) worker.SortPile(_distances, _perDelta, gone, _current);
        return true;
    }

    /// <summary>The buckets of one worker.</summary>
    private sealed class Worker
    {
        private readonly NodeList[] _ring = [.. Enumerable.Range(0, RingSize).Select(_ => new NodeList())];
        private NodeList _spare = new();

        /// <summary>Edges relaxed and nodes put in order.</summary>
        public long Work { get; set; }

        /// <summary>The nodes beyond the ring.</summary>
        public NodeList Pile { get; private set; } = new();

        public NodeList Ring(long bucket) => _ring[bucket & (RingSize - 1)];

        public void Put(int node, long bucket, long current) => (bucket < current + RingSize ? Ring(bucket) : Pile).Add(node);

        public void SortPile(double[] distances, double perDelta, long gone, long current)
        {
            (NodeList pile, Pile) = (Pile, _spare);
            foreach (int node in pile.Nodes)
            {
                long bucket = (long)Math.Min(distances[node] * perDelta, LastBucket);
                if (bucket >= gone) Put(node, bucket, current);
            }

            Work += pile.Nodes.Length;
            pile.Clear();
            _spare = pile;
        }
    }

    /// <summary>Nodes in the order in which they were added.</summary>
    private sealed class NodeList
    {
        private int[] _nodes = [];

        public int Count { get; private set; }

        public ReadOnlySpan<int> Nodes => _nodes.AsSpan(0, Count);

        public void Add(int node)
        {
            if (Count == _nodes.Length) Array.Resize(ref _nodes, Math.Max(4, Count * 2));
            _nodes[Count++] = node;
        }

        public int MoveTo(Span<int> target)
        {
            int moved = Count;
            Nodes.CopyTo(target);
            Count = 0;
            return moved;
        }

        public void Clear() => Count = 0;
    }
}
