using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Papergraph.Store;

namespace Papergraph.Benchmarks;

/// <summary>What opening a graph takes: first in a fresh process, and then again.</summary>
/// <param name="FirstMilliseconds">The first opening, compilation included.</param>
/// <param name="AgainMilliseconds">The median of 21 further ones.</param>
/// <param name="PrivateBytes">Private memory that the process has more after the first opening than before it.</param>
/// <param name="AllocatedBytes">What the first opening allocated.</param>
/// <param name="CompiledMethods">Methods that were compiled for it.</param>
internal sealed record OpenMeasure(
    double FirstMilliseconds, double AgainMilliseconds, long PrivateBytes, long AllocatedBytes, long CompiledMethods)
{
    public static OpenMeasure Take(string folder)
    {
        _ = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp()).TotalMilliseconds;
        (long privateBytes, long allocated, long compiled) =
            (PrivateMemory(), GC.GetAllocatedBytesForCurrentThread(), JitInfo.GetCompiledMethodCount());
        (privateBytes, allocated, compiled) = (PrivateMemory(), GC.GetAllocatedBytesForCurrentThread(), JitInfo.GetCompiledMethodCount());
        long start = Stopwatch.GetTimestamp();
        using GraphReader first = GraphDirectory.OpenRead(folder);
        double firstMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        (allocated, compiled) = (GC.GetAllocatedBytesForCurrentThread() - allocated, JitInfo.GetCompiledMethodCount() - compiled);
        privateBytes = PrivateMemory() - privateBytes;
        double[] again = new double[21];
        for (int i = 0; i < again.Length; i++)
        {
            start = Stopwatch.GetTimestamp();
            GraphDirectory.OpenRead(folder).Dispose();
            again[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(again);
        return new(firstMilliseconds, again[again.Length / 2], privateBytes, allocated, compiled);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{FirstMilliseconds} {AgainMilliseconds} {PrivateBytes} {AllocatedBytes} {CompiledMethods}");

    public static OpenMeasure Parse(string line)
    {
        string[] fields = line.Split(' ');
        return new(
            double.Parse(fields[0], CultureInfo.InvariantCulture), double.Parse(fields[1], CultureInfo.InvariantCulture),
            long.Parse(fields[2], CultureInfo.InvariantCulture), long.Parse(fields[3], CultureInfo.InvariantCulture),
            long.Parse(fields[4], CultureInfo.InvariantCulture));
    }

    /// <summary>Memory that no file stands behind: on Linux the pages of its own that the process has written to.</summary>
    private static long PrivateMemory()
    {
        if (!OperatingSystem.IsLinux()) return Process.GetCurrentProcess().PrivateMemorySize64;
        string line = File.ReadLines("/proc/self/smaps_rollup").First(l => l.StartsWith("Private_Dirty:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(line.IndexOf(':') + 1, line.Length - line.IndexOf(':') - 4), CultureInfo.InvariantCulture) * 1024;
    }
}
