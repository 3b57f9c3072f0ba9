using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Commands.Pretrain;

/// <summary><c>papergraph pretrain language inputs… -o FILE</c></summary>
internal static class LanguageCommand
{
    internal static Command Create()
    {
        LanguagePretrainingOptions standard = new();
        PretrainOptions shared = new(standard.Seed);
        Option<int?> limit = new("--limit") { Description = "Learn from the first N records of each file only.", HelpName = "N" };
        Option<int> vocabulary = PretrainOptions.Number(
            "--vocabulary", "Words that are learned one by one; others are known by their spelling.", standard.Words);
        Option<int> keep = PretrainOptions.Number(
            "--keep", "Words of the vocabulary that go into the file, the most frequent ones.", standard.KeptWords);
        Option<int> epochs = PretrainOptions.Number("--epochs", "How often the text is gone through.", standard.Epochs);
        Command command = new(
            "language", "Learns to foretell words from the texts of papers, half an hour for 100,000 of them: for `train --language`.")
        {
            limit, vocabulary, keep, epochs,
        };
        shared.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(limit) < 1) result.AddError("--limit must be 1 or more.");
        });
        return command.Does((parsed, cancellation) =>
        {
            LanguagePretrainingOptions options = new()
            {
                Words = parsed.GetValue(vocabulary),
                KeptWords = parsed.GetValue(keep),
                Epochs = parsed.GetValue(epochs),
                Seed = shared.Seed(parsed),
                Threads = shared.Threads(parsed),
            };
            long mostOfAFile = parsed.GetValue(limit) ?? long.MaxValue;
            return shared.Execute(
                parsed,
                (inputs, sources, progress) => LanguagePretrainer.Train(inputs, sources, mostOfAFile, options, progress, cancellation),
                (learned, output) => learned.Language.Write(output), Print, WriteJson);
        });
    }

    private static void Print(LanguagePretrainingResult learned, BuildReport report)
    {
        Screen.Line($"read       {Screen.Count(learned.Texts)} texts with {Screen.Count(learned.Sentences)} sentences of "
            + $"{Screen.Count(learned.Words)} words; {Screen.Count(report.Rejected)} records rejected");
        Screen.Line($"words      {Screen.Count(learned.Spellings)} spellings; "
            + $"{Screen.Count(learned.UnknownWords)} times a word outside the vocabulary");
        Screen.Line($"learned    {Screen.Count(learned.Language.Words)} words kept; loss at the end {Screen.Number(learned.Loss, 4)}");
    }

    private static void WriteJson(LanguagePretrainingResult learned, BuildReport report) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("texts", learned.Texts);
        json.WriteNumber("sentences", learned.Sentences);
        json.WriteNumber("words", learned.Words);
        json.WriteNumber("unknownWords", learned.UnknownWords);
        json.WriteNumber("spellings", learned.Spellings);
        json.WriteNumber("vocabulary", learned.Language.Words);
        json.WriteNumber("loss", Math.Round(learned.Loss, 6));
        json.WriteNumber("rejected", report.Rejected);
        json.WriteNumber("seconds", Math.Round(PretrainOptions.Seconds(report), 2));
        json.WriteEndObject();
    });
}
