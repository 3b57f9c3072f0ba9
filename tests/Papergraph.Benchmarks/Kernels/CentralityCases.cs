namespace Papergraph.Benchmarks.Kernels;

internal static class CentralityCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
    ];
}
