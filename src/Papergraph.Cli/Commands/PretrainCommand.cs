using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Export;
using Papergraph.Extraction;
using Papergraph.Pipeline;
using Papergraph.Sources;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph pretrain inputs… -o FILE</c></summary>
internal static class PretrainCommand
{
    internal static Command Create()
    {
        WordPretrainingOptions standard = new();
        Argument<string[]> inputs = Arguments.Inputs();
        Option<string> output = new("--output", "-o")
        {
            Description = "File to write the word resources to.",
            HelpName = "FILE",
            Required = true,
        };
        Option<bool> overwrite = new("--overwrite") { Description = "Replace the file if it is there." };
        Option<int> dimensions = Number("--dimensions", "Numbers in the vector of a word.", standard.Dimensions);
        Option<int> epochs = Number("--epochs", "How often the text is gone through.", standard.Epochs);
        Option<int> minCount = Number("--min-count", "Leave out words that occur less often.", standard.MinCount);
        Option<int> vectors = Number("--vectors", "Words with vectors of their own; others have those of clusters.", standard.MostVectors);
        Option<ulong> seed = new("--seed")
        {
            Description = "Where the random numbers begin.",
            DefaultValueFactory = _ => standard.Seed,
            HelpName = "N",
        };
        Option<int> threads = Arguments.Threads();
        Option<string?> format = Arguments.Format();
        Option<int?> listingYear = Arguments.ListingYear();
        Option<bool> json = Arguments.Json();
        Option<bool> strict = Arguments.Strict();
        Command command = new("pretrain", "Learns vectors and clusters of words from the texts of papers, for training extractors.")
        {
            inputs, output, overwrite, format, listingYear, dimensions, epochs, minCount, vectors, seed, threads, json, strict,
        };
        return command.Does((parsed, cancellation) =>
        {
            WordPretrainingOptions options = new()
            {
                Dimensions = parsed.GetValue(dimensions),
                Epochs = parsed.GetValue(epochs),
                MinCount = parsed.GetValue(minCount),
                MostVectors = parsed.GetValue(vectors),
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads),
            };
            SourceOptions sources = new() { Format = parsed.GetValue(format), ListingYear = parsed.GetValue(listingYear) };
            using ExportTarget target = ExportTarget.ToFile(parsed.GetRequiredValue(output), parsed.GetValue(overwrite));
            (WordPretrainingResult learned, BuildReport report) = ProgressDisplay.During(progress =>
                WordPretrainer.Train(parsed.GetRequiredValue(inputs), sources, options, progress, cancellation));
            learned.Words.Write(target.OpenFile());
            target.Complete();
            if (parsed.GetValue(json)) WriteJson(learned, report);
            else Print(learned, report, parsed.GetRequiredValue(output));
            ReportSummary.PrintRejected(report);
            return report.Rejected + report.FilesLost > 0 && parsed.GetValue(strict) ? ExitCode.Rejected : ExitCode.Done;
        });
    }

    private static Option<int> Number(string name, string description, int standard) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => standard,
        HelpName = "N",
    };

    private static void Print(WordPretrainingResult learned, BuildReport report, string file)
    {
        WordResources words = learned.Words;
        Screen.Line($"read       {Screen.Count(learned.Texts)} texts with {Screen.Count(learned.Tokens)} words; "
            + $"{Screen.Count(report.Rejected)} records rejected");
        Screen.Line($"learned    {Screen.Count(words.Count)} words; {words.SetCount} sets of vectors, {words.ClusterCount} clusterings");
        Screen.Line($"time       {Screen.Number(report.Seconds.Sum(s => s.Seconds), 2)} s");
        Screen.Line($"file       {file}");
    }

    private static void WriteJson(WordPretrainingResult learned, BuildReport report) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("texts", learned.Texts);
        json.WriteNumber("words", learned.Tokens);
        json.WriteNumber("vocabulary", learned.Words.Count);
        json.WriteNumber("rejected", report.Rejected);
        json.WriteNumber("seconds", Math.Round(report.Seconds.Sum(s => s.Seconds), 2));
        json.WriteEndObject();
    });
}
