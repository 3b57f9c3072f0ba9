namespace Papergraph.Benchmarks.Kernels;

internal static class ComponentCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
    ];
}
