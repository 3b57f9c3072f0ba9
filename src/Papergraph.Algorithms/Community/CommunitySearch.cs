using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What Louvain and Leiden share: the graph of the first level, the workers, and the levels found so far.</summary>
internal sealed class CommunitySearch : IDisposable
{
    private readonly string _name;
    private readonly Execution _run;
    private readonly CommunityGraph _origin;
    private readonly NeighbourWeights[] _scratch;
    private readonly List<int[]> _levels = [];
    private Xoshiro256 _random;
    private int _iteration;

    public CommunitySearch(string name, UndirectedCsr graph, QualityFunction quality, double resolution, ulong seed, Execution? execution)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (_name, _run, _random) = (name, Execution.Of(execution), new(seed));
        Team = new(_run);
        try
        {
            _origin = CommunityGraph.Of(name, graph, quality, resolution, Team);
        }
        catch
        {
            Team.Dispose();
            throw;
        }

        _scratch = new NeighbourWeights[Team.Size];
        for (int worker = 0; worker < _scratch.Length; worker++) _scratch[worker] = new();
    }

    /// <summary>One run of the whole algorithm from the communities given to better ones, telling each level to the search.</summary>
    /// <returns>Whether anything changed.</returns>
    public delegate bool Pass(CommunitySearch search, CommunityGraph graph, CommunityAssignment assignment);

    public WorkerTeam Team { get; }

    public bool HasNoLevel => _levels.Count == 0;

    /// <summary>Runs the algorithm until it changes nothing, or as often as is allowed.</summary>
    public CommunityResult Run(Pass pass, int maxIterations)
    {
        CommunityAssignment start = CommunityAssignment.Singletons(_origin);
        bool changed = true;
        while (changed && _iteration < maxIterations)
        {
            _iteration++;
            _levels.Clear();
            changed = pass(this, _origin, start);
            if (changed && _iteration < maxIterations) start = CommunityAssignment.Of(_origin, [.. _levels[^1]]);
        }

        List<Partition> levels = [.. _levels.Select(labels => Partition.OfLabels(labels))];
        double value = PartitionQuality.Of(_origin, levels[^1].Groups, levels[^1].Count, Team);
        return new(levels[^1], value, levels, _iteration, !changed);
    }

    /// <summary>See <see cref="LocalMoving"/>.</summary>
    public bool MoveNodes(CommunityGraph graph, CommunityAssignment assignment) =>
        LocalMoving.Run(graph, assignment, Team, _scratch, ref _random, _run.Cancellation);

    /// <summary>See <see cref="CommunityRefinement"/>.</summary>
    public int[] Refine(CommunityGraph graph, CommunityAssignment assignment, double randomness) =>
        CommunityRefinement.Run(graph, assignment, randomness, _random.Next(), Team, _scratch, _run.Cancellation);

    /// <summary>Makes a level of the groups.</summary>
    /// <param name="labels">The group of each node of the level so far, from 0 on without gaps.</param>
    public void AddLevel(int[] labels)
    {
        if (_levels.Count > 0)
        {
            int[] below = _levels[^1], above = new int[below.Length];
            for (int node = 0; node < above.Length; node++) above[node] = labels[below[node]];
            labels = above;
        }

        _levels.Add(labels);
        _run.Progress?.Report(new($"{_name}: iteration {_iteration}", _levels.Count, null, "levels"));
    }

    /// <summary>The next level's graph. See <see cref="CommunityAggregation"/>.</summary>
    public CommunityGraph Aggregate(CommunityGraph graph, int[] labels, int count) =>
        CommunityAggregation.Run(graph, labels, count, Team, _scratch);

    public void Dispose() => Team.Dispose();
}
