using BenchmarkDotNet.Running;
using Papergraph.Benchmarks.Kernels;
using Papergraph.Store;

namespace Papergraph.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release</c> with the arguments of BenchmarkDotNet runs benchmarks (<c>--filter *Store*</c>);
/// <c>growth FOLDER [EDGES…]</c> loads graphs of growing size and writes a table and a plot of what they take;
/// <c>commits FOLDER [COUNT]</c> commits transactions of one edge, with one thread and with eight (peers/sqlite_commits.py does the like);
/// <c>compaction FOLDER [COUNT]</c> makes small commits, opens the graph with them and folds them in;
/// <c>soak FOLDER MINUTES</c> has eight readers look into a graph, alone and then beside a writer;
/// <c>extraction [FILE] [THREADS]</c> reads the shipped model and extracts from all papers of a file, of any format, or from made-up ones;
/// <c>kernels FILE [THREADS] [NAME…]</c> times graph algorithms on a file of edges, a NumPy array of them (.npy) or a generated graph
/// (<c>generate:NODES:EDGES[:SEED]</c>), best of some runs, with what they allocate;
/// <c>kernel-growth FOLDER [EDGES…]</c> runs the main algorithms on generated graphs of growing size and writes a table and two plots;
/// <c>kernel-growth-step NODES</c> is one size of it;
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
            case ["commits", string folder, .. string[] count]:
                foreach ((int threads, Durability durability) in ((int, Durability)[])
                    [(1, Durability.Full), (8, Durability.Full), (1, Durability.OperatingSystem), (8, Durability.OperatingSystem)])
                {
                    int commits = count.Length == 0 ? 5000 : int.Parse(count[0], provider: null);
                    Console.WriteLine(CommitMeasure.Take(Path.Combine(folder, $"{durability}-{threads}"), threads, commits, durability));
                }

                return 0;
            case ["compaction", string folder, .. string[] count]:
                Console.WriteLine(CompactionMeasure.Take(folder, count.Length == 0 ? 100_000 : int.Parse(count[0], provider: null)));
                return 0;
            case ["soak", string folder, string minutes]:
                (SoakMeasure alone, SoakMeasure beside) = SoakMeasure.Take(folder, double.Parse(minutes, provider: null));
                Console.WriteLine($"readers alone: {alone}");
                Console.WriteLine($"beside a writer: {beside}");
                return 0;
            case ["extraction", .. string[] rest]:
                string[] files = [.. rest.Where(argument => !int.TryParse(argument, out _))];
                bool hasThreads = rest.Length > files.Length;
                ExtractionMeasure.Run(files.FirstOrDefault(), hasThreads ? int.Parse(rest[^1], provider: null) : Environment.ProcessorCount);
                return 0;
            case ["kernels", string file, .. string[] names]:
                KernelRuns.Run(file, names);
                return 0;
            case ["kernel-growth", string folder, .. string[] edges]:
                KernelGrowth.Run(folder, edges.Length == 0 ? KernelGrowth.Sizes : [.. edges.Select(count => long.Parse(count, provider: null))]);
                return 0;
            case ["kernel-growth-step", string nodes]:
                KernelGrowth.Measure(int.Parse(nodes, provider: null));
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
