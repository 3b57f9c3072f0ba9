using BenchmarkDotNet.Running;

namespace Papergraph.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release</c> with the arguments of BenchmarkDotNet runs benchmarks (<c>--filter *Store*</c>);
/// <c>growth FOLDER [EDGES…]</c> loads graphs of growing size and writes a table and a plot of what they take;
/// <c>load GRAPH NODES EDGES</c> and <c>open GRAPH</c> are its steps, each in a process of its own, which print their measures.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["growth", string folder, .. string[] edges]:
                Growth.Run(folder, edges.Length == 0 ? Growth.Sizes : [.. edges.Select(count => long.Parse(count, provider: null))]);
                return 0;
            case ["load", string graph, string nodes, string edges]:
                Console.WriteLine(LoadMeasure.Take(graph, int.Parse(nodes, provider: null), long.Parse(edges, provider: null)));
                return 0;
            case ["open", string graph]:
                Console.WriteLine(OpenMeasure.Take(graph));
                return 0;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments);
                return 0;
        }
    }
}
