namespace Papergraph.Benchmarks.Kernels;

internal static class PathCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
    ];
}
