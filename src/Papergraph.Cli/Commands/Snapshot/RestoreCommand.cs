using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Store;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary><c>papergraph snapshot restore G NAME</c></summary>
internal static class RestoreCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.GraphToChange(), name = SnapshotCommand.Name();
        Option<string?> keep = new("--keep")
        {
            Description = "First keep the graph as it is now as a snapshot of this name.",
            HelpName = "NAME",
        };
        Option<bool> asJson = Arguments.Json();
        Command command = new(
            "restore", "Makes the graph what it was when the snapshot was made. What came since is gone unless a snapshot has it.")
        {
            graph, name, keep, asJson,
        };
        return command.Does((parsed, _) =>
        {
            string path = parsed.GetRequiredValue(graph), snapshot = parsed.GetRequiredValue(name);
            GraphDirectory.OpenSnapshot(path, snapshot).Dispose();      // what cannot be read is not restored
            using GraphWriteLock held = GraphDirectory.Lock(path);
            if (parsed.GetValue(keep) is { } kept) held.CreateSnapshot(kept);
            long version = held.RestoreSnapshot(snapshot);
            if (parsed.GetValue(asJson)) WriteJson(snapshot, version);
            else Screen.Line($"{path} is what {snapshot} keeps: version {version}.");
            return ExitCode.Done;
        });
    }

    private static void WriteJson(string snapshot, long version) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("restored", snapshot);
        json.WriteNumber("version", version);
        json.WriteEndObject();
    });
}
