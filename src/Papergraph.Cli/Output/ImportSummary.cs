using Humanizer;
using Papergraph.Core;
using Papergraph.Import;

namespace Papergraph.Cli.Output;

/// <summary>What an import did, as a few lines or as JSON.</summary>
internal static class ImportSummary
{
    private const int FindingsShown = 20;

    internal static void Print(ImportReport report)
    {
        PrintFindings(report.Findings, report.FindingsOmitted);
        double total = report.Seconds.Sum(s => s.Seconds);
        string stages = string.Join(", ", report.Seconds.Select(s => $"{s.Stage} {Screen.Number(s.Seconds, 2)}"));
        Screen.Line($"read       {"file".ToQuantity(report.Files.Count, "N0")}, {Screen.Number(report.Bytes / 1e6, 1)} MB; {"row".ToQuantity(report.Rejected, "N0")} rejected");
        Screen.Line($"imported   {"node".ToQuantity(report.Nodes, "N0")}, {"relationship".ToQuantity(report.Relationships, "N0")}");
        Screen.Line($"time       {Screen.Number(total, 2)} s ({stages}), {Screen.Count((long)(report.Relationships / Math.Max(total, 0.001)))} relationships/s, "
            + $"peak memory {Screen.Count(ReportJson.PeakMemoryBytes() >> 20)} MB");
        Screen.Line($"graph      {report.Directory}, version {report.Version}");
    }

    /// <summary>Writes the first findings to stderr.</summary>
    internal static void PrintFindings(IReadOnlyList<Diagnostic> findings, long omitted)
    {
        foreach (Diagnostic finding in findings.Take(FindingsShown)) Console.Error.WriteLine(ReportSummary.Line(finding));
        long more = findings.Count - FindingsShown + omitted;
        if (more > 0) Console.Error.WriteLine($"… and {Screen.Count(more)} more; --report-file FILE lists them.");
    }

    internal static void WriteJson(ImportReport report) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("graph", report.Directory);
        json.WriteNumber("version", report.Version);
        json.WriteNumber("nodes", report.Nodes);
        json.WriteNumber("relationships", report.Relationships);
        json.WriteNumber("rejected", report.Rejected);
        json.WriteNumber("bytes", report.Bytes);
        json.WriteStartArray("files");
        foreach (string file in report.Files) json.WriteStringValue(file);
        json.WriteEndArray();
        json.WriteStartObject("seconds");
        foreach ((string stage, double seconds) in report.Seconds) json.WriteNumber(stage, Math.Round(seconds, 3));
        json.WriteEndObject();
        json.WriteNumber("peakMemoryBytes", ReportJson.PeakMemoryBytes());
        DiagnosticJson.Write(json, "findings", report.Findings);
        json.WriteNumber("findingsOmitted", report.FindingsOmitted);
        json.WriteEndObject();
    });
}
