using System.Collections.Concurrent;
using Papergraph.Core;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Papergraph.Cli.Output;

/// <summary>Draws progress bars with rate and time left on stderr, when that is a terminal; otherwise draws nothing.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs the work with something to report to.</summary>
    internal static T During<T>(Func<IProgress<ProgressUpdate>?, T> work)
    {
        if (Console.IsErrorRedirected) return work(null);
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        ConcurrentDictionary<int, string> units = [];
        return terminal.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RateColumn(units), new RemainingTimeColumn())
            .Start(context => work(new Bars(context, units)));
    }

    private sealed class Bars(ProgressContext context, ConcurrentDictionary<int, string> units) : IProgress<ProgressUpdate>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);
        private readonly Lock _lock = new();

        public void Report(ProgressUpdate value)
        {
            lock (_lock)
            {
                if (!_tasks.TryGetValue(value.Stage, out ProgressTask? task))
                {
                    foreach (ProgressTask earlier in _tasks.Values) earlier.Value = earlier.MaxValue;
                    _tasks.Add(value.Stage, task = context.AddTask(Markup.Escape(value.Stage)));
                }

                task.IsIndeterminate = value.Total is null;
                task.MaxValue = Math.Max(1, value.Total ?? value.Done + 1);
                task.Value = value.Done;
                units[task.Id] = value.Unit;
            }
        }
    }

    private sealed class RateColumn(ConcurrentDictionary<int, string> units) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            double speed = task.Speed ?? 0;
            string unit = units.GetValueOrDefault(task.Id, "");
            return new Text(unit == "bytes" ? $"{speed / 1e6,7:F1} MB/s" : $"{speed,7:N0} {unit}/s");
        }
    }
}
