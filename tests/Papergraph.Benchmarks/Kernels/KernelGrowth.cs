using System.Diagnostics;
using System.Globalization;
using System.Text;
using Papergraph.Algorithms;

namespace Papergraph.Benchmarks.Kernels;

/// <summary>Runs the main algorithms on citation graphs of growing size, each size in a fresh process, and writes what they took as a table
/// (<c>kernel-growth.md</c>) and as plots of time and memory (<c>kernel-growth-time.svg</c>, <c>kernel-growth-memory.svg</c>).</summary>
internal static class KernelGrowth
{
    private const int EdgesPerNode = 10, MostRuns = 100;

    public static readonly long[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    private static readonly (string Name, string Colour)[] Kernels =
    [
        ("pagerank", "#1b6ca8"),
        ("wcc", "#c0392b"),
        ("scc", "#27864b"),
        ("core numbers", "#8e44ad"),
        ("clustering", "#b7791f"),
        ("louvain", "#16a2a2"),
        ("leiden", "#d35495"),
        ("label propagation", "#5d6d7e"),
        ("bfs undirected", "#7f5539"),
    ];

    /// <summary>What one algorithm took on one graph.</summary>
    /// <param name="Seconds">The best of some runs.</param>
    /// <param name="PeakBytes">Most memory that was resident during the runs, the graph included.</param>
    /// <param name="AllocatedBytes">Allocated by one run, the result included.</param>
    private sealed record Measured(double Seconds, long PeakBytes, long AllocatedBytes);

    /// <param name="Edges">Edges of the graph, of which about as many were asked for.</param>
    /// <param name="Results">One for each of the kernels.</param>
    private sealed record Row(long Edges, Measured[] Results);

    public static void Run(string folder, IReadOnlyList<long> sizes)
    {
        Directory.CreateDirectory(folder);
        List<Row> rows = [];
        foreach (long size in sizes)
        {
            rows.Add(Parse(Growth.Start("kernel-growth-step", (size / EdgesPerNode).ToString(CultureInfo.InvariantCulture))));
            Console.Error.Write(Lines(rows[^1]));
        }

        StringBuilder table = new("| edges | algorithm | time | edges/s | peak memory | allocated | bytes allocated an edge |\n|---|---|---|---|---|---|---|\n");
        foreach (Row row in rows) table.Append(Lines(row));
        File.WriteAllText(Path.Combine(folder, "kernel-growth.md"), table.ToString());
        File.WriteAllText(Path.Combine(folder, "kernel-growth-time.svg"), Plot(rows, "s", result => result.Seconds));
        File.WriteAllText(Path.Combine(folder, "kernel-growth-memory.svg"), Plot(rows, "MB", result => result.PeakBytes / 1e6));
    }

    /// <summary>Measures one size and prints a line for the graph and one for each kernel.</summary>
    public static void Measure(int nodes)
    {
        KernelInput input = new(CitationGraphGenerator.Generate(new() { Nodes = nodes, References = EdgesPerNode }).Graph);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{input.Directed.EdgeCount} {input.Undirected.EdgeCount}"));
        KernelCase[] cases = [.. CentralityCases.All, .. TraversalCases.All, .. ComponentCases.All, .. CommunityCases.All];
        foreach ((string name, _) in Kernels) Console.WriteLine(Measure(cases.Single(kernel => kernel.Name == name), input));
    }

    private static string Measure(KernelCase kernel, KernelInput input)
    {
        ForgetPeak();
        (double seconds, double all, long allocated) = (double.PositiveInfinity, 0, 0);
        // Twice at least, and on small graphs until the code is compiled for good.
        for (int run = 0; run < 2 || (all < 2 && run < MostRuns); run++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
            kernel.Run(input, Execution.Default);
            double taken = Stopwatch.GetElapsedTime(start).TotalSeconds;
            (seconds, all) = (Math.Min(seconds, taken), all + taken);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{seconds} {Process.GetCurrentProcess().PeakWorkingSet64} {allocated}");
    }

    // So that the peak of one algorithm is not that of the one before, or of making the graph. Linux keeps the peak until it is told.
    private static void ForgetPeak()
    {
        GC.Collect();
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static Row Parse(string output)
    {
        string[][] lines = [.. output.Split('\n').Select(line => line.Split(' '))];
        return new(
            long.Parse(lines[0][0], CultureInfo.InvariantCulture),
            [
                .. lines[1..].Select(fields => new Measured(
                    double.Parse(fields[0], CultureInfo.InvariantCulture),
                    long.Parse(fields[1], CultureInfo.InvariantCulture),
                    long.Parse(fields[2], CultureInfo.InvariantCulture))),
            ]);
    }

    private static string Lines(Row row) => string.Concat(row.Results.Select((result, i) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Edges:N0} | {Kernels[i].Name} | {result.Seconds * 1e3:N2} ms | {row.Edges / result.Seconds / 1e6:N1} M | {result.PeakBytes / 1e6:N0} MB "
        + $"| {result.AllocatedBytes / 1e6:N2} MB | {(double)result.AllocatedBytes / row.Edges:N2} |\n")));

    private static string Plot(List<Row> rows, string unit, Func<Measured, double> value) => GrowthPlot.Draw(
        [.. rows.Select(row => row.Edges)],
        [.. Kernels.Select((kernel, i) => new GrowthPlot.Series($"{kernel.Name}, {unit}", kernel.Colour, [.. rows.Select(row => value(row.Results[i]))]))]);
}
