using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What Louvain and Leiden share: the graph of the first level, the workers, and the levels found so far.</summary>
internal sealed class CommunitySearch : IDisposable
{
    /// <summary>Graphs of no more edges are cheap enough to try ten starts.</summary>
    private const long FewEdges = 20_000;

    private readonly string _name;
    private readonly long _edgeCount;
    private readonly Execution _run;
    private readonly WorkerTeam _team;
    private readonly NeighbourWeights[] _scratch;
    private readonly List<int[]> _levels = [];
    private CommunityGraph _origin, _top;
    private int[]? _order;
    private Xoshiro256 _random;
    private int _iteration;

    public CommunitySearch(string name, UndirectedCsr graph, QualityFunction quality, double resolution, ulong seed, Execution? execution)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (_name, _edgeCount, _run, _random) = (name, graph.EdgeCount, Execution.Of(execution), new(seed));
        _team = new(_run);
        try
        {
            _origin = _top = CommunityGraph.Of(name, graph, quality, resolution, _team);
        }
        catch
        {
            _team.Dispose();
            throw;
        }

        _scratch = new NeighbourWeights[_team.Size];
        for (int worker = 0; worker < _scratch.Length; worker++) _scratch[worker] = new();
    }

    /// <summary>One run of the whole algorithm from the communities given to better ones, by <see cref="Climb"/> at each level.</summary>
    /// <returns>Whether anything changed.</returns>
    public delegate bool Pass(CommunitySearch search, CommunityGraph graph, CommunityAssignment assignment);

    /// <summary>Runs the algorithm from as many starts as are asked for, each until it changes nothing or too little, or as often as is
    /// allowed.</summary>
    /// <returns>The first of the best.</returns>
    public CommunityResult Run(Pass pass, int? starts, int maxIterations, double tolerance)
    {
        CommunityResult best = Start(pass, maxIterations, tolerance);
        for (int start = 1; start < (starts ?? (_edgeCount <= FewEdges ? 10 : 1)); start++)
        {
            CommunityResult next = Start(pass, maxIterations, tolerance);
            if (next.Quality > best.Quality) best = next;
        }

        return best;
    }

    private CommunityResult Start(Pass pass, int maxIterations, double tolerance)
    {
        CommunityAssignment assignment = CommunityAssignment.Singletons(_origin);
        double quality = double.NegativeInfinity;
        bool isOver = false;
        for (_iteration = 0; !isOver && _iteration < maxIterations;)
        {
            if (_iteration++ > 0) assignment = CommunityAssignment.Of(_origin, [.. _levels[^1]]);
            _levels.Clear();
            double before = quality;
            isOver = !pass(this, _origin, assignment);
            quality = _top.Quality();
            isOver |= quality - before <= tolerance * Math.Abs(quality);
        }

        Partition[] levels = [.. _levels.Select(Named)];
        return new(levels[^1], quality, levels, _iteration, isOver);
    }

    /// <summary>Moves nodes; see <see cref="LocalMoving"/>. A first level that is large is moved roughly first where each node is a
    /// community, and put in order by what comes of it.</summary>
    /// <returns>The graph and the communities, in that order, and whether any node moved.</returns>
    public (CommunityGraph Graph, CommunityAssignment Assignment, bool Moved) MoveNodes(
        CommunityGraph graph, CommunityAssignment assignment)
    {
        bool moved = false;
        int batch = BatchedMoving.BatchSize(graph);
        if (graph == _origin && assignment.Count == graph.NodeCount && batch >= BatchedMoving.LeastBatch)
        {
            moved = new BatchedMoving(graph, assignment, batch, _team, _scratch).RunRough(ref _random, _run.Progress);
            if (_order is null) (graph, assignment) = Gather(graph, assignment);
        }

        moved |= LocalMoving.Run(graph, assignment, _team, _scratch, ref _random, _run);
        return (graph, assignment, moved);
    }

    /// <summary>Refines communities; see <see cref="CommunityRefinement"/>.</summary>
    public int[] Refine(CommunityGraph graph, CommunityAssignment assignment, double randomness) =>
        CommunityRefinement.Run(graph, assignment, randomness, _random.Next(), _team, _scratch, _run.Cancellation);

    /// <summary>Makes a level of groups, and a graph whose nodes they are.</summary>
    /// <param name="graph">The graph whose nodes the groups are of: the one that the level before came to.</param>
    /// <param name="labels">The group of each of its nodes, from 0 on without gaps.</param>
    /// <param name="count">Number of groups.</param>
    public CommunityGraph Climb(CommunityGraph graph, int[] labels, int count)
    {
        _top = CommunityAggregation.Run(graph, labels, count, _team, _scratch);
        if (_levels.Count > 0) labels = [.. _levels[^1].Select(group => labels[group])];
        _levels.Add(labels);
        _run.Progress?.Report(new($"{_name}, iteration {_iteration}", _levels.Count, null, "levels"));
        return _top;
    }

    public void Dispose() => _team.Dispose();

    // Puts the nodes of each community side by side.
    private (CommunityGraph Graph, CommunityAssignment Assignment) Gather(CommunityGraph graph, CommunityAssignment assignment)
    {
        int[] labels = assignment.Compact();
        NodeGroups groups = new(labels, assignment.Count);
        _order = groups.Nodes.ToArray();
        _origin = RowReordering.Run(graph, _order, _team);
        return (_origin, CommunityAssignment.Of(_origin, Array.ConvertAll(_order, node => labels[node])));
    }

    // The nodes in the order in which the caller knows them.
    private Partition Named(int[] labels)
    {
        if (_order is null) return Partition.OfLabels(labels);
        int[] named = new int[labels.Length];
        for (int place = 0; place < labels.Length; place++) named[_order[place]] = labels[place];
        return Partition.OfLabels(named);
    }
}
