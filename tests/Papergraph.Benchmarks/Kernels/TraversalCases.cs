namespace Papergraph.Benchmarks.Kernels;

internal static class TraversalCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
    ];
}
