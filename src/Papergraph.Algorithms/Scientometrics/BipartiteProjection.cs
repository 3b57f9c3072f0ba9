using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Which ends of the edges of a bipartite graph a projection links.</summary>
public enum BipartiteSide
{
    /// <summary>The targets, by the sources that they share: entities by the papers that mention both.</summary>
    Targets,

    /// <summary>The sources, by the targets that they share: papers by the entities that both mention.</summary>
    Sources,
}

/// <summary>Links the nodes of one side of a bipartite graph by what they share on the other: co-occurrence, co-authorship.</summary>
public static class BipartiteProjection
{
    /// <summary>Links each two nodes of one side that share a node of the other, as strongly as they share nodes.</summary>
    /// <remarks>
    /// <para>Definition: c(a,b) = Σ over nodes x of the other side of f(x)·w(x,a)·w(x,b), a ≠ b. With
    /// <see cref="ProjectionCounting.Fractional"/> and authors by papers that is Newman's network of scientific collaboration.</para>
    /// <para>Self-loops are left out. Parallel edges, such as an entity's many mentions in one paper, are one; where edges have weights
    /// theirs are added. All nodes of the graph are in the result, those of the other side without links. A node with edges of both
    /// kinds is on both sides.</para>
    /// <para>Cost: O(Σ k²) time over the numbers k of neighbours of each node of the other side; otherwise as
    /// <see cref="Cocitation.Compute"/>.</para>
    /// </remarks>
    /// <param name="graph">Edges from one side to the other.</param>
    /// <param name="options">What counts, how links are weighed, which are kept.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <param name="side">The side whose nodes are linked.</param>
    /// <inheritdoc cref="Cocitation.Compute" path="/returns"/>
    /// <inheritdoc cref="Cocitation.Compute" path="/exception"/>
    public static UndirectedCsr Compute(
        DirectedCsr graph, ProjectionOptions? options = null, Execution? execution = null, BipartiteSide side = BipartiteSide.Targets)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (CsrRows items, CsrRows holders) = side == BipartiteSide.Targets
            ? (graph.IncomingRows, graph.OutgoingRows)
            : (graph.OutgoingRows, graph.IncomingRows);
        return SharedItemProjection.Compute("bipartite projection", graph.NodeCount, items, holders, options, execution);
    }
}
