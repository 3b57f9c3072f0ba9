using Humanizer;
using Papergraph.ChatExtraction;
using Papergraph.Core;
using Papergraph.Linking;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Output;

/// <summary>The report of a run as a few lines on stdout, with what was rejected on stderr.</summary>
internal static class ReportSummary
{
    private const int DiagnosticsShown = 20;

    internal static void Print(BuildReport report, ChatUsage? chat = null)
    {
        PrintDiagnostics(report);
        if (report.Inputs.Count > 0)
            Screen.Line($"read       {"record".ToQuantity(report.RecordsRead, "N0")} from {"file".ToQuantity(report.Inputs.Count, "N0")}, {Screen.Count(report.Repeated)} repeated, {Screen.Count(report.Rejected)} rejected"
                + (report.FilesLost > 0 ? $"; {"file".ToQuantity(report.FilesLost, "N0")} left out or cut short" : ""));
        if (report.Contents is { } contents) PrintContents(contents);
        foreach (string line in chat is null ? [] : ChatSummary.Lines(chat)) Screen.Line(line);
        double total = report.Seconds.Sum(s => s.Seconds);
        string stages = string.Join(", ", report.Seconds.Select(s => $"{s.Stage} {Screen.Number(s.Seconds, 2)}"));
        string rate = report.Contents is { Abstracts: > 0 } made && report.Changed && total > 1 ? $", {Screen.Count((long)(made.Abstracts / total))} abstracts/s" : "";
        Screen.Line($"time       {Screen.Number(total, 2)} s ({stages}){rate}, peak memory {Screen.Count(ReportJson.PeakMemoryBytes() >> 20)} MB");
        Screen.Line(report.Changed
            ? $"graph      {report.Directory}, version {report.Version}"
            : $"graph      {report.Directory} is unchanged: it held all of this already (version {report.Version})");
        if (report.FormerExtractor is { } former)
            Screen.Line(Screen.OneLine($"extractor  another than before ({former}): all texts were read anew"));
        if (report.DroppedAnalyses.Count == 0) return;
        Screen.Line($"analyses   {"result".ToQuantity(report.DroppedAnalyses.Count, "N0")} of the graph as it was went with it; to compute them again:");
        foreach (string analysis in report.DroppedAnalyses)
            Screen.Line("           " + Screen.OneLine($"papergraph analyze {ShellWord.Of(report.Directory)} {analysis}"));
    }

    private static void PrintContents(GraphContents contents)
    {
        ReferenceCounts references = contents.References;
        Screen.Line($"papers     {Screen.Count(contents.Papers)} from {"distinct record".ToQuantity(contents.Records, "N0")}; "
            + $"{Screen.Count(contents.Abstracts)} with an abstract, {Screen.Count(contents.Placeholders)} more only cited");
        Screen.Line($"citations  {Screen.Count(references.Edges)} from {"reference".ToQuantity(references.Lines, "N0")} "
            + $"({Screen.Count(references.Repeats)} repeated, {Screen.Count(references.SelfCitations)} to the paper itself, {Screen.Count(references.Unusable)} unusable; "
            + $"{Screen.Count(references.ResolvedById)} resolved by identifier, {Screen.Count(references.ResolvedByTitle)} by title, {Screen.Count(references.ToPlaceholders)} to papers not read)");
        Screen.Line($"knowledge  {Screen.Count(contents.Entities)} entities, {Screen.Count(contents.Mentions)} mentions, {Screen.Count(contents.Statements)} statements, "
            + $"{Screen.Count(contents.Results)} results; {Screen.Count(contents.Authors)} authors; {Screen.Count(contents.Decisions)} merges logged");
    }

    /// <summary>Writes the findings, and how many records were rejected, to stderr.</summary>
    internal static void PrintRejected(BuildReport report)
    {
        PrintDiagnostics(report);
        if (report.Rejected > 0) Console.Error.WriteLine($"{Screen.Count(report.Rejected)} of {Screen.Count(report.RecordsRead + report.Rejected)} records were rejected.");
    }

    private static void PrintDiagnostics(BuildReport report)
    {
        List<Diagnostic> shown = [.. report.Diagnostics.Where(d => d.Severity > Severity.Info).Take(DiagnosticsShown)];
        foreach (Diagnostic diagnostic in shown) Console.Error.WriteLine(Line(diagnostic));
        long more = report.Diagnostics.Count(d => d.Severity > Severity.Info) + report.DiagnosticsOmitted - shown.Count;
        if (more > 0) Console.Error.WriteLine($"… and {Screen.Count(more)} more; `build --report FILE` lists them.");
    }

    /// <summary>One finding as a line: place, reason, code.</summary>
    internal static string Line(Diagnostic diagnostic) =>
        Screen.OneLine($"{diagnostic.Source}{(diagnostic.Line > 0 ? $":{diagnostic.Line}" : "")}: {diagnostic.Message} [{diagnostic.Code}]");
}
