using System.Diagnostics;

namespace Papergraph.Pipeline.Stages;

/// <summary>Seconds spent in each stage of a run, in the order in which the stages first began.</summary>
internal sealed class StageClock
{
    private readonly List<(string Stage, double Seconds)> _seconds = [];

    internal IReadOnlyList<(string Stage, double Seconds)> Seconds => _seconds;

    internal T During<T>(string stage, Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            Add(stage, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }

    internal void During(string stage, Action work) => During(stage, () =>
    {
        work();
        return 0;
    });

    private void Add(string stage, double seconds)
    {
        int known = _seconds.FindIndex(s => s.Stage == stage);
        if (known < 0) _seconds.Add((stage, seconds));
        else _seconds[known] = (stage, _seconds[known].Seconds + seconds);
    }
}
