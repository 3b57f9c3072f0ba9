using System.CommandLine;
using System.Text.Json;
using Papergraph.Cli.Output;
using Papergraph.Corpus;
using Papergraph.Export;
using Papergraph.Linking;
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
        Option<bool> strict = Arguments.Strict();
        ExtractorOptions extraction = new();
        Command command = new("extract", "Writes what the extractor finds, one JSON record a paper, without building a graph.")
        {
            inputs, output, overwrite, format, listingYear, threads, strict,
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
                paper => JsonOutput.WriteLine(lines, json => Write(json, paper)),
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

    private static void Write(Utf8JsonWriter json, ExtractedPaper paper)
    {
        IReadOnlyList<DocumentEntity> entities = paper.Entities.Entities;
        json.WriteStartObject();
        json.WriteString("id", paper.Id);
        json.WriteStartArray("entities");
        foreach (DocumentEntity entity in entities)
        {
            json.WriteStartObject();
            json.WriteString("type", entity.Type.ToString());
            json.WriteStartArray("surfaces");
            foreach (string surface in entity.Surfaces) json.WriteStringValue(surface);
            json.WriteEndArray();
            json.WriteString("role", entity.Role.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRelations(json, paper);
        json.WriteStartArray("abbreviations");
        foreach (Abbreviation pair in paper.Found.Abbreviations)
        {
            json.WriteStartObject();
            json.WriteString("short", paper.Text.At(pair.Short));
            json.WriteString("long", paper.Text.At(pair.Long));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("links");
        foreach (string url in paper.Found.Links.Select(l => l.Url).Distinct()) json.WriteStringValue(url);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRelations(Utf8JsonWriter json, ExtractedPaper paper)
    {
        IEnumerable<(string Head, Relation Relation, string Tail)> stated = paper.Found.Statements
            .Select(s => (Head: FirstSurface(paper, s.Head), s.Relation, Tail: FirstSurface(paper, s.Tail)))
            .Where(s => s.Head != s.Tail).Distinct();
        json.WriteStartArray("relations");
        foreach ((string head, Relation relation, string tail) in stated)
        {
            json.WriteStartObject();
            json.WriteString("head", head);
            json.WriteString("relation", EdgeTypes.Of(relation));
            json.WriteString("tail", tail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string FirstSurface(ExtractedPaper paper, int mention) => paper.Entities.Entities[paper.Entities.OfMention[mention]].Surfaces[0];
}
