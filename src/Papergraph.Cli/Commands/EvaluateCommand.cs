using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Cli.Output.Evaluations;
using Papergraph.Corpus;
using Papergraph.Export;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph evaluate gold…</c></summary>
internal static class EvaluateCommand
{
    internal static Command Create()
    {
        Argument<string[]> gold = Arguments.Gold();
        ExtractorOptions extraction = new();
        Option<string?> predictions = new("--predictions") { Description = "Score what `extract` or another program wrote instead of extracting.", HelpName = "FILE" };
        Option<string[]> papers = Arguments.Papers();
        Option<string?> labels = new("--labels") { Description = "Count these labels only.", HelpName = "A,B" };
        Option<string?> without = new("--without") { Description = "Do not count these labels.", HelpName = "A,B" };
        Option<int> errors = new("--errors") { Description = "Mistakes listed of each kind.", DefaultValueFactory = _ => 5, HelpName = "N" };
        Option<string?> output = new("--output", "-o") { Description = "Also write what was found, one JSON record a paper.", HelpName = "FILE" };
        Option<bool> overwrite = new("--overwrite") { Description = "Replace the file if it is there." };
        Option<int> threads = Arguments.Threads();
        Option<bool> json = Arguments.Json();
        Option<bool> strict = Arguments.Strict();
        Command command = new("evaluate", "Scores what an extractor finds against annotated papers.") { gold };
        extraction.AddTo(command);
        foreach (Option option in (Option[])[predictions, papers, labels, without, errors, output, overwrite, threads, json, strict]) command.Add(option);
        return command.Does((parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(output) == "-") throw CliErrors.TwoResultsOnOutput();
            EvaluationOptions options = new()
            {
                Labels = Names(parsed.GetValue(labels)),
                Without = Names(parsed.GetValue(without)),
                Threads = extraction.Threads(parsed, threads),
                Scoring = new ScoringOptions { Mistakes = parsed.GetValue(errors) },
            };
            AnnotationFiles files = new(parsed.GetValue(papers) ?? [], cancellation);
            IReadOnlyList<AnnotatedPaper> annotated = files.Read(parsed.GetRequiredValue(gold));
            Annotator? made = parsed.GetValue(predictions) is { } file
                ? Annotator.Of(file, files.ReadPredictions(file, annotated), annotated)
                : extraction.LearnedAnnotator(parsed);
            using ChosenExtractor? extractor = made is null ? extraction.Create(parsed, cancellation) : null;
            Annotator annotator = made ?? Annotator.Of(extractor!.Extractor);
            using ExportTarget? target = parsed.GetValue(output) is { } path ? Target(path, parsed.GetValue(overwrite)) : null;
            EvaluationResult result = ProgressDisplay.During(progress => ExtractionEvaluation.Run(annotated, annotator, options, progress, cancellation));
            if (target is not null) WriteFound(target, result);
            files.PrintFindings();
            if (parsed.GetValue(json)) ScoresJson.Write(annotator.Identity, result, files.Findings);
            else ScoresText.Print(annotator.Identity, result);
            foreach (string line in extractor?.Chat is { } chat ? ChatSummary.Lines(chat) : []) Console.Error.WriteLine(line);
            return files.Lost > 0 && parsed.GetValue(strict) ? ExitCode.Rejected : ExitCode.Done;
        });
    }

    private static string[] Names(string? list) =>
        list is null ? [] : list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ExportTarget Target(string path, bool overwrite) =>
        path == "-" ? ExportTarget.ToStream(Console.OpenStandardOutput(), "standard output") : ExportTarget.ToFile(path, overwrite);

    private static void WriteFound(ExportTarget target, EvaluationResult result)
    {
        using BufferedStream lines = new(target.OpenFile(), 1 << 16);
        foreach (AnnotatedPaper paper in result.Found) JsonOutput.WriteLine(lines, json => AnnotationJson.Write(json, paper, withPlaces: true));
        lines.Flush();
        target.Complete();
    }
}
