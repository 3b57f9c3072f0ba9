using System.Diagnostics;
using System.Globalization;
using System.Text;
using Papergraph.TestKit;

namespace Papergraph.Benchmarks;

/// <summary>Loads and opens graphs of growing size, ten edges a node, every step in a fresh process, and writes what it took as a table
/// (<c>growth.md</c>) and as a plot (<c>growth.svg</c>).</summary>
internal static class Growth
{
    public const int EdgesPerNode = 10;

    public static readonly long[] Sizes = [100_000, 1_000_000, 10_000_000, 50_000_000];

    /// <summary>What a graph of one size took.</summary>
    internal sealed record Row(long Edges, LoadMeasure Load, long FileBytes, OpenMeasure Open);

    public static void Run(string folder, IReadOnlyList<long> sizes)
    {
        Directory.CreateDirectory(folder);
        List<Row> rows = [];
        foreach (long edges in sizes)
        {
            rows.Add(Measure(edges));
            Console.Error.WriteLine(TableLine(rows[^1]));
        }

        File.WriteAllText(Path.Combine(folder, "growth.md"), Table(rows));
        File.WriteAllText(Path.Combine(folder, "growth.svg"), GrowthPlot.Draw(rows));
    }

    private static Row Measure(long edges)
    {
        using TemporaryFolder graph = new();
        string nodes = (edges / EdgesPerNode).ToString(CultureInfo.InvariantCulture);
        LoadMeasure load = LoadMeasure.Parse(Start("load", graph.FullName, nodes, edges.ToString(CultureInfo.InvariantCulture)));
        OpenMeasure open = OpenMeasure.Parse(Start("open", graph.FullName));
        return new(edges, load, Directory.EnumerateFiles(graph.FullName).Sum(file => new FileInfo(file).Length), open);
    }

    /// <summary>Runs a step in a process of its own.</summary>
    /// <returns>What it printed.</returns>
    internal static string Start(params string[] arguments)
    {
        // Also where this was started as `dotnet Papergraph.Benchmarks.dll`.
        ProcessStartInfo start = new("dotnet", ["exec", typeof(Growth).Assembly.Location]) { RedirectStandardOutput = true };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static string Table(IEnumerable<Row> rows)
    {
        StringBuilder table = new();
        table.Append("| edges | load | edges/s | peak memory | on disk | bytes an edge | first opening | opened again ");
        table.Append("| private memory |\n");
        table.Append("|---|---|---|---|---|---|---|---|---|\n");
        foreach (Row row in rows) table.Append(TableLine(row)).Append('\n');
        return table.ToString();
    }

    private static string TableLine(Row row) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Edges:N0} | {row.Load.Seconds:N2} s | {row.Edges / row.Load.Seconds / 1e6:N1} M | {row.Load.PeakBytes / 1e6:N0} MB "
        + $"| {row.FileBytes / 1e6:N1} MB | {(double)row.FileBytes / row.Edges:N1} | {row.Open.FirstMilliseconds:N1} ms "
        + $"| {row.Open.AgainMilliseconds:N2} ms | {row.Open.PrivateBytes / 1e6:N2} MB |");
}
