using System.Diagnostics;
using System.Globalization;

namespace Papergraph.Benchmarks;

/// <summary>What writing a graph takes, the drawing of its random numbers included.</summary>
/// <param name="Seconds">From the first call to the published version.</param>
/// <param name="PeakBytes">The most memory that the process had resident, mapped files included.</param>
internal sealed record LoadMeasure(double Seconds, long PeakBytes)
{
    public static LoadMeasure Take(string folder, int nodes, long edges)
    {
        long start = Stopwatch.GetTimestamp();
        RandomGraph.Publish(folder, nodes, edges);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new(seconds, Process.GetCurrentProcess().PeakWorkingSet64);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds} {PeakBytes}");

    public static LoadMeasure Parse(string line)
    {
        string[] fields = line.Split(' ');
        return new(double.Parse(fields[0], CultureInfo.InvariantCulture), long.Parse(fields[1], CultureInfo.InvariantCulture));
    }
}
