using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Commands.Pretrain;

/// <summary><c>papergraph pretrain words inputs… -o FILE</c></summary>
internal static class WordsCommand
{
    internal static Command Create()
    {
        WordPretrainingOptions standard = new();
        PretrainOptions shared = new(standard.Seed);
        Option<int> dimensions = PretrainOptions.Number("--dimensions", "Numbers in the vector of a word.", standard.Dimensions);
        Option<int> epochs = PretrainOptions.Number("--epochs", "How often the text is gone through.", standard.Epochs);
        Option<int> minCount = PretrainOptions.Number("--min-count", "Leave out words that occur less often.", standard.MinCount);
        Option<int> vectors = PretrainOptions.Number(
            "--vectors", "Words with vectors of their own; others have those of clusters.", standard.MostVectors);
        Command command = new("words", "Learns vectors and clusters of words from the texts of papers: for `train --words`.")
        {
            dimensions, epochs, minCount, vectors,
        };
        shared.AddTo(command);
        return command.Does((parsed, cancellation) =>
        {
            WordPretrainingOptions options = new()
            {
                Dimensions = parsed.GetValue(dimensions),
                Epochs = parsed.GetValue(epochs),
                MinCount = parsed.GetValue(minCount),
                MostVectors = parsed.GetValue(vectors),
                Seed = shared.Seed(parsed),
                Threads = shared.Threads(parsed),
            };
            return shared.Execute(
                parsed,
                (inputs, sources, progress) => WordPretrainer.Train(inputs, sources, options, progress, cancellation),
                (learned, output) => learned.Words.Write(output), Print, WriteJson);
        });
    }

    private static void Print(WordPretrainingResult learned, BuildReport report)
    {
        WordResources words = learned.Words;
        Screen.Line($"read       {Screen.Count(learned.Texts)} texts with {Screen.Count(learned.Tokens)} words; "
            + $"{Screen.Count(report.Rejected)} records rejected");
        Screen.Line($"learned    {Screen.Count(words.Count)} words; {words.SetCount} sets of vectors, {words.ClusterCount} clusterings");
    }

    private static void WriteJson(WordPretrainingResult learned, BuildReport report) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("texts", learned.Texts);
        json.WriteNumber("words", learned.Tokens);
        json.WriteNumber("vocabulary", learned.Words.Count);
        json.WriteNumber("rejected", report.Rejected);
        json.WriteNumber("seconds", Math.Round(PretrainOptions.Seconds(report), 2));
        json.WriteEndObject();
    });
}
