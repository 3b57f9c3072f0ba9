using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Store;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary><c>papergraph snapshot create G NAME</c></summary>
internal static class CreateCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.GraphToChange(), name = SnapshotCommand.NewName();
        Option<bool> asJson = Arguments.Json();
        Command command = new("create", "Keeps the graph as it is now under a name. Nothing is copied.") { graph, name, asJson };
        return command.Does((parsed, _) =>
        {
            string path = parsed.GetRequiredValue(graph);
            // Says what is wrong, before a lock makes the directory.
            if (!GraphDirectory.Exists(path)) GraphDirectory.OpenRead(path).Dispose();
            using GraphWriteLock held = GraphDirectory.Lock(path);
            GraphSnapshot made = held.CreateSnapshot(parsed.GetRequiredValue(name));
            if (parsed.GetValue(asJson)) JsonOutput.Write(json => SnapshotJson.Write(json, made));
            else Screen.Line($"{made.Name} keeps {SnapshotText.Of(made)}.");
            return ExitCode.Done;
        });
    }
}
