using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The main path of a citation graph: the way that most of the knowledge in it has taken.</summary>
/// <remarks>
/// <para>Every citation weighs as many search paths as run through it (<see cref="TraversalWeight"/>), and a main path follows great
/// weights (<see cref="MainPathSearch"/>). Where weights are equal all are followed.</para>
/// <para>Parallel edges are citations each, self-loops are left out, weights of edges are ignored. Counts never overflow: beyond 2⁵³ they
/// are rounded, beyond 2⁴⁸⁰ they get a common power of two.</para>
/// <para>Cost: O(nodes + edges) time; 40 bytes a node.</para>
/// </remarks>
public static class MainPath
{
    /// <summary>Finds the main path.</summary>
    /// <param name="graph">Citations, from the citing to the cited paper.</param>
    /// <param name="options">Weights, search, cycles.</param>
    /// <param name="execution">Cancellation; one thread is used.</param>
    /// <returns>Empty when there are no citations.</returns>
    /// <exception cref="PapergraphException">Papers cite each other in a circle and <see cref="MainPathOptions.Cycles"/> does not drop
    /// those citations (PGA061), or an option is outside its range (PGA001).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is returned.</exception>
    public static MainPathResult Compute(DirectedCsr graph, MainPathOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new();
        options.Validate();
        SearchPaths paths = SearchPaths.Of(graph, options, Execution.Of(execution));
        MainPathTracing tracing = new(graph, paths);
        switch (options.Search)
        {
            case MainPathSearch.LocalForward: tracing.LocallyForward(); break;
            case MainPathSearch.LocalBackward: tracing.LocallyBackward(); break;
            case MainPathSearch.Global: tracing.Globally(); break;
            default: tracing.AlongKeyRoutes(options.KeyRoutes, isGlobal: options.Search == MainPathSearch.KeyRouteGlobal); break;
        }

        (int[] papers, MainPathLink[] links) = tracing.Traced();
        return new(papers, links, paths.Units * PathCount.Unit, paths.Dropped());
    }

    /// <summary>The traversal count of every citation.</summary>
    /// <inheritdoc cref="Compute" path="/param"/>
    /// <inheritdoc cref="Compute" path="/exception"/>
    public static TraversalCounts Weights(DirectedCsr graph, MainPathOptions? options = null, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new();
        options.Validate();
        SearchPaths paths = SearchPaths.Of(graph, options, Execution.Of(execution));
        double[] weights = new double[graph.EdgeCount];
        long entry = 0;
        for (int paper = 0; paper < graph.NodeCount; paper++)
        {
            foreach (int cited in graph.Outgoing(paper))
            {
                if (paths.Flows(cited, paper)) weights[entry] = paths.Weight(cited, paper);
                entry++;
            }
        }

        return new(weights, paths.Units * PathCount.Unit, paths.Dropped());
    }
}
