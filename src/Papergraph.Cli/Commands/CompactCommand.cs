using System.CommandLine;
using Humanizer;
using Papergraph.Cli.Output;
using Papergraph.Store;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph compact G</c></summary>
internal static class CompactCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.GraphToChange();
        Option<bool> asJson = Arguments.Json();
        Command command = new("compact", "Folds the changes that transactions made into the graph's segment, and gives back the room of what was deleted.")
        {
            graph, asJson,
        };
        return command.Does((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(graph);
            GraphStoreOptions options = new() { CreateIfMissing = false, CompactionRatio = double.PositiveInfinity };
            CompactionReport report;
            using (GraphStore store = GraphStore.Open(path, options)) report = store.Compact(cancellation);
            if (parsed.GetValue(asJson)) WriteJson(report);
            else Print(path, report);
            return ExitCode.Done;
        });
    }

    private static void Print(string path, CompactionReport report) => Screen.Line(report.Commits == 0
        ? $"{path} has no changes to fold in: version {report.Version}, {Screen.Count(report.BytesAfter)} bytes."
        : $"{path}: {"commit".ToQuantity(report.Commits, "N0")} folded into version {report.Version}; {Screen.Count(report.BytesBefore)} bytes before, "
            + $"{Screen.Count(report.BytesAfter)} after.");

    private static void WriteJson(CompactionReport report) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", report.Version);
        json.WriteNumber("commits", report.Commits);
        json.WriteNumber("bytesBefore", report.BytesBefore);
        json.WriteNumber("bytesAfter", report.BytesAfter);
        json.WriteEndObject();
    });
}
