using System.Diagnostics;
using System.Globalization;
using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.GraphFiles;

namespace Papergraph.Benchmarks.Kernels;

/// <summary>Times kernels on one graph, in one process, after a run that compiles them.</summary>
internal static class KernelRuns
{
    private const int MostRuns = 200;

    internal static void Run(string file, string[] arguments)
    {
        int threads = arguments is [string first, ..] && int.TryParse(first, out int given) ? given : Environment.ProcessorCount;
        HashSet<string> names = [.. arguments.Where(name => !int.TryParse(name, out _))];
        Stopwatch watch = Stopwatch.StartNew();
        KernelInput input = new(Load(file, threads));
        Console.WriteLine($"## {file}: {input.Directed.NodeCount} nodes, {input.Directed.EdgeCount} edges, {threads} threads");
        Console.WriteLine($"{"load",-44} {watch.Elapsed.TotalSeconds,9:F3} s");
        watch.Restart();
        long undirected = input.Undirected.EdgeCount;
        Console.WriteLine($"{"to undirected",-44} {watch.Elapsed.TotalSeconds,9:F3} s  {undirected} edges");
        KernelCase[] all =
        [
            .. CentralityCases.All, .. TraversalCases.All, .. ComponentCases.All, .. CommunityCases.All, .. ScientometricCases.All, .. PathCases.All,
        ];
        foreach (KernelCase kernel in all)
        {
            if (names.Count == 0 ? input.Directed.NodeCount <= kernel.MostNodes : names.Any(name => kernel.Name.Contains(name, StringComparison.Ordinal)))
                Measure(kernel, input, new Execution { Threads = threads });
        }
    }

    /// <summary>A NumPy file, <c>generate:NODES:EDGES[:SEED]</c> for a graph of the citation generator, or any file of edges.</summary>
    private static DirectedCsr Load(string file, int threads)
    {
        if (file.EndsWith(".npy", StringComparison.Ordinal)) return NumpyEdges.Read(file);
        if (file.Split(':') is not ["generate", string nodes, string edges, .. string[] seed])
            return GraphFile.Read(file, new() { Threads = threads }).Graph;
        int count = int.Parse(nodes, CultureInfo.InvariantCulture);
        CitationGraphOptions options = new()
        {
            Nodes = count,
            References = double.Parse(edges, CultureInfo.InvariantCulture) / count,
            Seed = seed is [string given] ? ulong.Parse(given, CultureInfo.InvariantCulture) : 42,
        };
        return CitationGraphGenerator.Generate(options, new Execution { Threads = threads }).Graph;
    }

    private static void Measure(KernelCase kernel, KernelInput input, Execution execution)
    {
        TimeSpan best = TimeSpan.MaxValue;
        long allocated = 0;
        string outcome = "";
        // On small graphs a few runs are over before the code is compiled for good.
        Stopwatch all = Stopwatch.StartNew();
        for (int run = 0; run < kernel.Runs || (run < MostRuns && all.Elapsed.TotalSeconds < 1); run++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Stopwatch watch = Stopwatch.StartNew();
            outcome = kernel.Run(input, execution);
            TimeSpan taken = watch.Elapsed;
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            if (taken < best) best = taken;
        }

        double rate = input.Directed.EdgeCount / best.TotalSeconds / 1e6;
        Console.WriteLine($"{kernel.Name,-44} {best.TotalSeconds,9:F3} s {rate,8:F1} M edges/s {allocated / 1e6,8:F1} MB allocated  {outcome}");
    }
}
