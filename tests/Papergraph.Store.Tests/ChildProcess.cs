using System.Diagnostics;
using System.Globalization;
using Papergraph.Store.Tests.Campaign;

namespace Papergraph.Store.Tests;

/// <summary>This test assembly started as a program of its own, to hold a lock or to be killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Starts the program and waits for its first line.</summary>
    public static ChildProcess Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(ChildProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        ChildProcess child = new(Process.Start(start)!);
        child.WaitForLine();
        return child;
    }

    /// <summary>Waits until the program says that it holds the lock, or that it has published one more version.</summary>
    public void WaitForLine() => Assert.NotNull(_process.StandardOutput.ReadLine());

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Kills it after a time and returns the whole lines that it has written since its first.</summary>
    public List<string> KillAfter(TimeSpan time)
    {
        List<string> lines = [];
        Thread reading = new(() =>
        {
            while (_process.StandardOutput.ReadLine() is { } line) lines.Add(line);
        });
        reading.Start();
        Assert.False(_process.WaitForExit(time), "it ended by itself");
        Kill();
        reading.Join();
        if (lines.Count > 0 && !lines[^1].EndsWith('.')) lines.RemoveAt(lines.Count - 1);
        return [.. lines.Select(line => line.TrimEnd('.'))];
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    /// <summary>The graph that <c>publish</c> writes as a version: big enough that a kill hits it halfway.</summary>
    public static void WriteVersion(SegmentWriter writer, long version)
    {
        NodeTableWriter papers = writer.AddNodeTable("Paper");
        for (int i = 0; i < 2000 + version; i++)
        {
            papers.AddNode();
            papers.String("id").Append(string.Create(CultureInfo.InvariantCulture, $"{version}/{i}"));
        }

        EdgeTableWriter cites = writer.AddEdgeTable("CITES");
        for (int i = 0; i < 20_000; i++) cites.Add(i % 1999, i * 31 % 2000);
        writer.AddKeyIndex("Paper", "id");
    }

    public static int Main(string[] arguments)
    {
        (string verb, string path) = (arguments[0], arguments[1]);
        if (verb is "commit" or "snapshots")
        {
            int seed = int.Parse(arguments[2], CultureInfo.InvariantCulture);
            if (verb == "commit") CommittingWriter.Run(path, seed, int.Parse(arguments[3], CultureInfo.InvariantCulture), Say);
            else CommittingWriter.RunWithSnapshots(path, seed, Say);
        }

        using GraphWriteLock held = GraphDirectory.Lock(path);
        SayDone();
        if (verb == "hold") Console.In.ReadLine();
        while (verb == "publish")
        {
            using SegmentWriter writer = held.BeginVersion();
            WriteVersion(writer, held.Version + 1);
            writer.Publish();
            SayDone();
        }

        return 0;
    }

    private static void SayDone() => Say("done");

    // The full stop tells a whole line from one that was cut off by the end of the process.
    private static void Say(string line)
    {
        Console.Out.WriteLine(line + ".");
        Console.Out.Flush();
    }
}
