namespace Papergraph.Algorithms;

/// <summary>A partition found by iteration.</summary>
/// <param name="Partition">The group of each node.</param>
/// <param name="Iterations">Sweeps over the graph.</param>
/// <param name="Converged">Whether it ended by itself, within the sweeps allowed.</param>
public record PartitionResult(Partition Partition, int Iterations, bool Converged);

/// <summary>A partition found by passing labels around, with the labels themselves.</summary>
/// <param name="Labels">The label of each node, indexed by node: the number of the node that had it in the beginning.</param>
/// <param name="Partition">The nodes of each label.</param>
/// <param name="Iterations">Sweeps over the graph.</param>
/// <param name="Converged">Whether further sweeps would change nothing.</param>
public sealed record LabelledPartitionResult(ReadOnlyMemory<int> Labels, Partition Partition, int Iterations, bool Converged)
    : PartitionResult(Partition, Iterations, Converged);
