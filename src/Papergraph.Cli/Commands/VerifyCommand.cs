using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph verify G</c></summary>
internal static class VerifyCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.Graph();
        Option<bool> asJson = Arguments.Json();
        Option<bool> repair = new("--repair")
        {
            Description = "Make a sound graph of all that can be read, and say what was lost; the damaged files are kept beside it.",
        };
        Command command = new("verify", "Checks every checksum and invariant of the stored graph; exits with 1 when something is wrong.")
        {
            graph, repair, asJson,
        };
        return command.Does((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(graph);
            if (parsed.GetValue(repair))
            {
                RepairSummary.Write(path, ProgressDisplay.During(_ => GraphRepair.Repair(path, cancellation)), parsed.GetValue(asJson));
                return ExitCode.Done;
            }

            VerificationReport report = ProgressDisplay.During(progress => GraphVerifier.Verify(path, progress, cancellation));
            if (report.Faults is [{ Code: "PGT001" or "PGT002" or "PGT003" } notAGraph]) throw new PapergraphException(notAGraph.Code, notAGraph.Message);
            if (parsed.GetValue(asJson)) WriteJson(report);
            else Print(path, report);
            return report.IsSound ? ExitCode.Done : ExitCode.Failed;
        });
    }

    private static void Print(string path, VerificationReport report)
    {
        foreach (Diagnostic fault in report.Faults) Console.Error.WriteLine(ReportSummary.Line(fault));
        if (report.MoreFaults) Console.Error.WriteLine("… and more.");
        Screen.Line(report.IsSound
            ? $"{path} is sound: version {report.Version}, {Screen.Count(report.Bytes)} bytes checked."
            : $"{path} is damaged: {Screen.Count(report.Faults.Count)}{(report.MoreFaults ? " or more" : "")} {(report.Faults.Count == 1 ? "fault" : "faults")}. Restore a copy, build it again from its inputs with `build --replace`, or save what can be read with `verify --repair`.");
    }

    private static void WriteJson(VerificationReport report) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("sound", report.IsSound);
        if (report.Version is { } version) json.WriteNumber("version", version);
        json.WriteNumber("bytes", report.Bytes);
        DiagnosticJson.Write(json, "faults", report.Faults);
        json.WriteBoolean("moreFaults", report.MoreFaults);
        json.WriteEndObject();
    });
}
