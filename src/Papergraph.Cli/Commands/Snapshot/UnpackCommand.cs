using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Store;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary><c>papergraph snapshot unpack FILE --into G</c></summary>
internal static class UnpackCommand
{
    internal static Command Create()
    {
        Argument<string> file = new("file") { Description = "A file made by `snapshot pack`." };
        Option<string> into = new("--into")
        {
            Description = "Directory of the graph; created if needed.",
            Required = true,
            HelpName = "GRAPH",
        };
        Option<bool> replace = new("--replace") { Description = "Replace the graph that is there; its snapshots stay." };
        Option<bool> asJson = Arguments.Json();
        Command command = new("unpack", "Makes a graph of a packed snapshot, after comparing it with its SHA-256.")
        {
            file, into, replace, asJson,
        };
        return command.Does((parsed, cancellation) =>
        {
            string pack = parsed.GetRequiredValue(file), graph = parsed.GetRequiredValue(into), id = GraphPack.IdOf(pack);
            long version = GraphPack.Unpack(pack, graph, parsed.GetValue(replace), cancellation);
            if (parsed.GetValue(asJson)) SnapshotJson.WritePack(pack, id, version);
            else Screen.Line($"{graph} is what {pack} holds: version {version}, sha256 {id}.");
            return ExitCode.Done;
        });
    }
}
