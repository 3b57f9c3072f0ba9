using System.Diagnostics;
using System.Text.Json;
using Papergraph.ChatExtraction;
using Papergraph.Pipeline;
using Papergraph.Sources;

namespace Papergraph.Cli.Output;

/// <summary>The report of a run as JSON.</summary>
internal static class ReportJson
{
    internal static void Write(Utf8JsonWriter json, BuildReport report, ChatUsage? chat = null, string? failure = null)
    {
        json.WriteStartObject();
        if (failure is not null) json.WriteString("failure", failure);
        json.WriteString("graph", report.Directory);
        json.WriteNumber("version", report.Version);
        json.WriteBoolean("changed", report.Changed);
        json.WriteNumber("recordsRead", report.RecordsRead);
        json.WriteNumber("repeated", report.Repeated);
        json.WriteNumber("rejected", report.Rejected);
        json.WriteNumber("filesLost", report.FilesLost);
        if (report.Contents is { } contents) WriteContents(json, contents);
        if (chat is not null) ChatSummary.Write(json, chat);
        json.WriteStartObject("seconds");
        foreach ((string stage, double seconds) in report.Seconds) json.WriteNumber(stage, Math.Round(seconds, 3));
        json.WriteEndObject();
        json.WriteNumber("peakMemoryBytes", PeakMemoryBytes());
        if (report.FormerExtractor is { } former) json.WriteString("formerExtractor", former);
        json.WriteStartArray("droppedAnalyses");
        foreach (string analysis in report.DroppedAnalyses) json.WriteStringValue(analysis);
        json.WriteEndArray();
        json.WriteStartArray("inputs");
        foreach (InputSummary input in report.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("file", input.File);
            json.WriteString("format", input.Format);
            json.WriteNumber("bytes", input.Bytes);
            json.WriteString("sha256", input.Sha256);
            json.WriteNumber("records", input.Records);
            json.WriteNumber("rejected", input.Rejected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        DiagnosticJson.Write(json, "diagnostics", report.Diagnostics);
        json.WriteNumber("diagnosticsOmitted", report.DiagnosticsOmitted);
        json.WriteEndObject();
    }

    /// <summary>Most memory that the process has held at once.</summary>
    internal static long PeakMemoryBytes()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    private static void WriteContents(Utf8JsonWriter json, GraphContents contents)
    {
        json.WriteNumber("records", contents.Records);
        json.WriteNumber("papers", contents.Papers);
        json.WriteNumber("abstracts", contents.Abstracts);
        json.WriteNumber("placeholders", contents.Placeholders);
        json.WriteNumber("authors", contents.Authors);
        json.WriteNumber("entities", contents.Entities);
        json.WriteNumber("mentions", contents.Mentions);
        json.WriteNumber("statements", contents.Statements);
        json.WriteNumber("results", contents.Results);
        json.WriteNumber("decisions", contents.Decisions);
        json.WriteStartObject("references");
        json.WriteNumber("lines", contents.References.Lines);
        json.WriteNumber("edges", contents.References.Edges);
        json.WriteNumber("repeats", contents.References.Repeats);
        json.WriteNumber("selfCitations", contents.References.SelfCitations);
        json.WriteNumber("resolvedById", contents.References.ResolvedById);
        json.WriteNumber("resolvedByTitle", contents.References.ResolvedByTitle);
        json.WriteNumber("toPlaceholders", contents.References.ToPlaceholders);
        json.WriteNumber("unusable", contents.References.Unusable);
        json.WriteEndObject();
    }
}
