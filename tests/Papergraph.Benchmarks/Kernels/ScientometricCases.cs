namespace Papergraph.Benchmarks.Kernels;

internal static class ScientometricCases
{
    internal static IReadOnlyList<KernelCase> All { get; } =
    [
    ];
}
