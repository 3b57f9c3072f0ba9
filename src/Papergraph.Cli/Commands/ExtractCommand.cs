using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Export;
using Papergraph.Pipeline;
using Papergraph.Sources;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph extract inputs…</c></summary>
internal static class ExtractCommand
{
    internal static Command Create()
    {
        Argument<string[]> inputs = Arguments.Inputs();
        Option<string?> output = new("--output", "-o") { Description = "File to write instead of standard output.", HelpName = "FILE" };
        Option<bool> overwrite = new("--overwrite") { Description = "Replace the file if it is there." };
        Option<int> threads = Arguments.Threads();
        Option<string?> format = Arguments.Format();
        Option<int?> listingYear = Arguments.ListingYear();
        Option<bool> mentions = new("--mentions") { Description = "Also write where each mention stands and how sure the extractor is." };
        Option<bool> strict = Arguments.Strict();
        ExtractorOptions extraction = new();
        Command command = new("extract", "Writes what the extractor finds, one JSON record a paper, without building a graph.")
        {
            inputs, output, overwrite, mentions, format, listingYear, threads, strict,
        };
        extraction.AddTo(command);
        return command.Does((parsed, cancellation) =>
        {
            using ChosenExtractor extractor = extraction.Create(parsed, cancellation);
            BuildOptions options = new()
            {
                Extractor = extractor.Extractor,
                Threads = extraction.Threads(parsed, threads),
                Sources = new SourceOptions { Format = parsed.GetValue(format), ListingYear = parsed.GetValue(listingYear) },
            };
            using ExportTarget target = parsed.GetValue(output) is { } file
                ? ExportTarget.ToFile(file, parsed.GetValue(overwrite))
                : ExportTarget.ToStream(Console.OpenStandardOutput(), "standard output");
            using BufferedStream lines = new(target.OpenFile(), 1 << 16);
            BuildReport report = extractor.Complete(ProgressDisplay.During(progress => new PaperExtractor(options).Extract(
                parsed.GetRequiredValue(inputs),
                paper => JsonOutput.WriteLine(lines, json => AnnotationJson.Write(json, paper.ToAnnotatedPaper(), parsed.GetValue(mentions))),
                parsed.GetValue(output) is null ? null : progress,
                cancellation)));
            lines.Flush();
            target.Complete();
            ReportSummary.PrintRejected(report);
            foreach (string line in extractor.Chat is { } chat ? ChatSummary.Lines(chat) : []) Console.Error.WriteLine(line);
            bool isIncomplete = report.Rejected + report.FilesLost > 0 || extractor.HasFailed;
            return isIncomplete && parsed.GetValue(strict) ? ExitCode.Rejected : ExitCode.Done;
        });
    }
}
