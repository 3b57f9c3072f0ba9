using BenchmarkDotNet.Attributes;
using Papergraph.TestKit;

namespace Papergraph.Benchmarks;

/// <summary>Writing and publishing a graph of 100 k nodes and 1 M edges, synced.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks : IDisposable
{
    private const int Nodes = 100_000, Edges = 1_000_000;

    private readonly TemporaryFolder _folder = new();

    [Benchmark(OperationsPerInvoke = Edges)]
    public void Load_edges() => RandomGraph.Publish(_folder.FullName, Nodes, Edges);

    [GlobalCleanup]
    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
