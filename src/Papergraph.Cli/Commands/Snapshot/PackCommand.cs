using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Store;

namespace Papergraph.Cli.Commands.Snapshot;

/// <summary><c>papergraph snapshot pack G NAME -o FILE</c></summary>
internal static class PackCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.Graph();
        Argument<string> name = new("name") { Description = $"Name of a snapshot, or {NamedState.Current}." };
        Option<string> output = new("--output", "-o")
        {
            Description = "File to write, called *.pgpack by custom.",
            Required = true,
            HelpName = "FILE",
        };
        Option<bool> overwrite = new("--overwrite") { Description = "Replace the file if it is there." };
        Option<bool> asJson = Arguments.Json();
        Command command = new(
            "pack", "Writes a snapshot as one file that can be copied, read where it lies and unpacked; the same state gives the same file.")
        {
            graph, name, output, overwrite, asJson,
        };
        return command.Does((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(graph), file = parsed.GetRequiredValue(output);
            if (Arguments.IsWithin(file, path)) throw CliErrors.TargetInGraph(file);
            using NamedState state = NamedState.Open(path, parsed.GetRequiredValue(name));
            string id = GraphPack.Write(state.Reader, file, parsed.GetValue(overwrite), cancellation);
            if (parsed.GetValue(asJson)) SnapshotJson.WritePack(file, id);
            else Screen.Line($"{file} holds {state.Name}: {Screen.Count(new FileInfo(file).Length)} bytes, sha256 {id}.");
            return ExitCode.Done;
        });
    }
}
