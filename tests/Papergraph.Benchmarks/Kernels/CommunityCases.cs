namespace Papergraph.Benchmarks.Kernels;

internal static class CommunityCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
    ];
}
