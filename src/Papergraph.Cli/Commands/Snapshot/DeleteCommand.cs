using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Store;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary><c>papergraph snapshot delete G NAME…</c></summary>
internal static class DeleteCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.GraphToChange();
        Argument<string[]> names = new("names") { Description = "Names of the snapshots.", Arity = ArgumentArity.OneOrMore };
        Command command = new("delete", "Deletes snapshots, and what nothing else refers to.") { graph, names };
        return command.Does((parsed, _) =>
        {
            string path = parsed.GetRequiredValue(graph);
            IReadOnlyList<string> known = GraphDirectory.SnapshotNames(path);
            string[] wanted = [.. parsed.GetRequiredValue(names).Distinct(StringComparer.Ordinal)];
            if (Array.Find(wanted, name => !known.Contains(name)) is { } missing) GraphDirectory.OpenSnapshot(path, missing).Dispose();
            using GraphWriteLock held = GraphDirectory.Lock(path);
            foreach (string name in wanted)
            {
                held.DeleteSnapshot(name);
                Screen.Line($"{name} is deleted.");
            }

            return ExitCode.Done;
        });
    }
}
