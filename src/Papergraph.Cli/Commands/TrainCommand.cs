using System.CommandLine;
using System.Diagnostics;
using Papergraph.Cli.Output;
using Papergraph.Cli.Output.Evaluations;
using Papergraph.Corpus;
using Papergraph.Export;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph train gold… -o MODEL</c></summary>
internal static class TrainCommand
{
    internal static Command Create()
    {
        Argument<string[]> gold = Arguments.Gold();
        Option<string> output = new("--output", "-o") { Description = "File to write the model to.", HelpName = "FILE", Required = true };
        Option<string?> dev = new("--dev")
        {
            Description = "Annotated papers to score the model on; it learns nothing from them.",
            HelpName = "FILE",
        };
        Option<string[]> papers = Arguments.Papers();
        Option<string?> baseModel = new("--base")
        {
            Description = "Model whose knowledge of words and language is used, in place of the one that comes with the program.",
            HelpName = "FILE",
        };
        Option<string?> words = new("--words") { Description = "Knowledge of words, as `pretrain words` writes it.", HelpName = "FILE" };
        Option<string?> language = new("--language")
        {
            Description = "Knowledge of language, as `pretrain language` writes it; for --quality best.",
            HelpName = "FILE",
        };
        Option<string[]> auxiliary = new("--auxiliary")
        {
            Description = "Papers annotated in another way, from which --quality best learns without using their labels; "
                + "may be given more than once.",
            HelpName = "FILE",
        };
        Option<string[]> unlabelled = new("--unlabelled")
        {
            Description = "Files of papers without annotations, as for build: with --quality best, what is found in 4,000 of them teaches the fast part.",
            HelpName = "FILE",
        };
        Option<string> quality = new("--quality")
        {
            Description = "fast, or best: also train what `--quality best` of the other verbs uses, which takes many times as long.",
            DefaultValueFactory = _ => "fast",
            HelpName = "NAME",
        };
        quality.AcceptOnlyFromAmong("fast", "best");
        Option<bool> overwrite = new("--overwrite") { Description = "Replace the file if it is there." };
        Option<int> threads = Arguments.Threads();
        Option<bool> json = Arguments.Json();
        Option<bool> strict = Arguments.Strict();
        Command command = new("train", "Trains an extractor on annotated papers, whatever their labels; the same papers always give the same model.")
        {
            gold, output, dev, papers, baseModel, words, language, auxiliary, unlabelled, quality, overwrite, threads, json, strict,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(baseModel) is not null && result.GetValue(words) is not null)
                result.AddError("--base and --words both say what is known of words; give one.");
            if (result.GetValue(quality) == "best") return;
            if (result.GetValue(language) is not null) result.AddError("--language is for --quality best; give both or none.");
            if (result.GetValue(auxiliary) is { Length: > 0 }) result.AddError("--auxiliary is for --quality best; give both or none.");
            if (result.GetValue(unlabelled) is { Length: > 0 }) result.AddError("--unlabelled is for --quality best; give both or none.");
        });
        return command.Does((parsed, cancellation) =>
        {
            if (parsed.GetValue(threads) is < 1 or > 1024) throw CliErrors.UnfitThreads(parsed.GetValue(threads));
            AnnotationFiles files = new(parsed.GetValue(papers) ?? [], cancellation);
            List<AnnotatedPaper> annotated = [.. files.Read(parsed.GetRequiredValue(gold)).Where(IsMarked)];
            IReadOnlyList<AnnotatedPaper>? unseen = parsed.GetValue(dev) is { } file ? files.Read([file]) : null;
            Lazy<ExtractionModel?> known = new(() => Base(parsed.GetValue(baseModel)));
            bool isBest = parsed.GetValue(quality) == "best";
            ModelTrainingOptions options = new()
            {
                Words = parsed.GetValue(words) is { } ofWords ? WordResources.Load(ofWords) : known.Value?.Words,
                Language = parsed.GetValue(language) is { } ofLanguage ? LanguageResources.Load(ofLanguage)
                    : isBest ? known.Value?.Language
                    : null,
                Auxiliary = [.. (parsed.GetValue(auxiliary) ?? []).Select(file => files.Read([file]).Where(IsMarked).ToList())],
                Quality = isBest ? ExtractionQuality.Best : ExtractionQuality.Fast,
                Unlabelled = UnlabelledPapers.Read(parsed.GetValue(unlabelled) ?? [], progress: null, cancellation),
                Threads = parsed.GetValue(threads),
            };
            using ExportTarget target = ExportTarget.ToFile(parsed.GetRequiredValue(output), parsed.GetValue(overwrite));
            long start = Stopwatch.GetTimestamp();
            (ExtractionModel model, TrainingReport report) = ProgressDisplay.During(
                progress => ModelTrainer.Train(annotated, options, progress, cancellation));
            model.Save(target.OpenFile());
            target.Complete();
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            EvaluationResult? scores = unseen is null ? null : Score(model, unseen, options, cancellation);
            TrainingSummary summary = new(parsed.GetRequiredValue(output), model, report, time, scores);
            files.PrintFindings();
            if (parsed.GetValue(json)) summary.WriteJson(files.Findings);
            else summary.Print();
            return files.Lost > 0 && parsed.GetValue(strict) ? ExitCode.Rejected : ExitCode.Done;
        });
    }

    private static bool IsMarked(AnnotatedPaper paper) => paper.Layers.HasFlag(AnnotationLayers.Entities);

    private static EvaluationResult Score(ExtractionModel model, IReadOnlyList<AnnotatedPaper> papers, ModelTrainingOptions options, CancellationToken cancellation)
    {
        Annotator annotator = Annotator.Of(model, options.Quality, minConfidence: 0);
        return ExtractionEvaluation.Run(papers, annotator, new EvaluationOptions { Threads = options.Threads }, progress: null, cancellation);
    }

    private static ExtractionModel? Base(string? model) =>
        model is not null ? ExtractionModel.Load(model) : ExtractionModel.HasShipped ? ExtractionModel.Shipped : null;
}
