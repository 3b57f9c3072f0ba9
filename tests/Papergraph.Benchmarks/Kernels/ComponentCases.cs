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
        new("clustering", Clustering),
        new("label propagation", Labels),
    ];

    private static string Labels(KernelInput input, Execution execution)
    {
        PartitionResult result = LabelPropagation.Compute(input.Undirected, null, execution);
        return $"{result.Partition.Count} communities in {result.Iterations} sweeps";
    }

    private static string Clustering(KernelInput input, Execution execution)
    {
        ClusteringResult result = ClusteringCoefficient.Compute(input.Undirected, execution);
        return string.Create(CultureInfo.InvariantCulture,
            $"average {result.Average:F6}, transitivity {result.Transitivity:F6}, {result.Triangles} triangles");
    }
}
