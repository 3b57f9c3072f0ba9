using BenchmarkDotNet.Attributes;
using Papergraph.TestKit;

namespace Papergraph.Benchmarks;

/// <summary>Writing and publishing a graph of 100 k nodes and 1 M edges, synced.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private const int Nodes = 100_000, Edges = 1_000_000;

    [Benchmark(OperationsPerInvoke = Edges)]
    public void Load_edges()
    {
        using TemporaryFolder folder = new();
        RandomGraph.Publish(folder.FullName, Nodes, Edges);
    }
}
