namespace Papergraph.Algorithms;

/// <summary>Communities, and how they were found.</summary>
/// <param name="Partition">The community of each node: the coarsest level.</param>
/// <param name="Quality">Value of the quality function asked for, for <paramref name="Partition"/>.</param>
/// <param name="Levels">Partitions of the nodes, the finest first, each of them a union of communities of the one before; the last is
/// <paramref name="Partition"/>. Of the iteration that ended last.</param>
/// <param name="Iterations">How often the whole algorithm was run, each time from the partition that the run before had found.</param>
/// <param name="Converged">Whether the last iteration found nothing to improve, or too little by the tolerance. Where the tolerance is 0,
/// no node can then be moved to another community, or to one of its own, so that the quality grows. One iteration
/// alone that changed anything has not converged.</param>
public sealed record CommunityResult(Partition Partition, double Quality, IReadOnlyList<Partition> Levels, int Iterations, bool Converged);
