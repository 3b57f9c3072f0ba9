using System.Globalization;
using Papergraph.Algorithms;

namespace Papergraph.Benchmarks.Kernels;

internal static class ComponentCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
        new("wcc", (input, execution) => $"{WeakComponents.Compute(input.Directed, execution).Count} components"),
        new("scc", (input, execution) => $"{StrongComponents.Compute(input.Directed, execution).Count} components"),
        new("core numbers", (input, execution) => $"degeneracy {CoreNumbers.Compute(input.Undirected, execution).Degeneracy}"),
        new("triangles", (input, execution) => $"{Triangles.Compute(input.Undirected, execution).Total} triangles"),
        new("clustering", Clustering),
        new("directed clustering", DirectedClustering),
        new("k-truss", (input, execution) => $"largest {KTruss.Compute(input.Undirected, execution).Largest}"),
        new("bridges", (input, execution) => $"{Biconnectivity.Compute(input.Undirected, execution).Bridges.Length} bridges"),
        new("label propagation", Labels),
        new("label propagation in step, 10 rounds", (input, execution) =>
            $"{LabelPropagation.Synchronous(input.Directed, 10, execution).Partition.Count} labels"),
    ];

    private static string Labels(KernelInput input, Execution execution)
    {
        PartitionResult result = LabelPropagation.Compute(input.Undirected, null, execution);
        return $"{result.Partition.Count} communities in {result.Iterations} sweeps";
    }

    private static string Clustering(KernelInput input, Execution execution) =>
        Outcome(ClusteringCoefficient.Compute(input.Undirected, execution));

    private static string DirectedClustering(KernelInput input, Execution execution) =>
        Outcome(ClusteringCoefficient.Directed(input.Directed, execution));

    private static string Outcome(ClusteringResult result) => string.Create(CultureInfo.InvariantCulture,
        $"average {result.Average:F6}, transitivity {result.Transitivity:F6}, {result.Triangles} triangles");
}
