using System.Text.Json;
using Humanizer;
using Papergraph.Core;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Output.Evaluations;

/// <summary>How a training went.</summary>
/// <param name="File">The file of the model.</param>
/// <param name="Model">The model.</param>
/// <param name="Report">What training saw and reached.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Dev">Scores on papers that it had not seen, or null.</param>
internal sealed record TrainingSummary(string File, ExtractionModel Model, TrainingReport Report, TimeSpan Time, EvaluationResult? Dev)
{
    internal void Print()
    {
        Screen.Line($"read       {"paper".ToQuantity(Report.Papers, "N0")}, {"mention".ToQuantity(Report.Mentions, "N0")}; "
            + $"{Screen.Count(Report.LostMentions)} more stand nowhere, or cut a token or a sentence");
        Screen.Line(Screen.OneLine($"labels     {string.Join(", ", Model.Labels)}"));
        Screen.Line($"learned    {Screen.Count(Report.Attributes)} attributes of words in {Screen.Number(Time.TotalSeconds, 1)} s");
        if (Report.Unlabelled > 0) Screen.Line($"marked     {"paper".ToQuantity(Report.Unlabelled, "N0")} without annotations");
        Screen.Line($"reached    {Scores(Report.Fast)} in cross-validation");
        if (Report.Best is { } best) Screen.Line($"           {Scores(best)} with --quality best");
        Screen.Line($"model      {File}, {Model.Hash}");
        if (Dev is null) return;
        Screen.Line();
        foreach (string note in Dev.Notes) Screen.Line(Screen.OneLine("note: " + note));
        ScoresText.PrintScores(Dev.Scores);
    }

    internal void WriteJson(IReadOnlyList<Diagnostic> findings) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("model", File);
        json.WriteString("hash", Model.Hash);
        json.WriteNumber("papers", Report.Papers);
        json.WriteNumber("mentions", Report.Mentions);
        json.WriteNumber("lostMentions", Report.LostMentions);
        json.WriteStartArray("labels");
        foreach (string label in Model.Labels) json.WriteStringValue(label);
        json.WriteEndArray();
        json.WriteNumber("attributes", Report.Attributes);
        json.WriteNumber("seconds", Math.Round(Time.TotalSeconds, 2));
        json.WriteNumber("unlabelled", Report.Unlabelled);
        WriteScores(json, "crossValidation", Report.Fast);
        if (Report.Best is { } best) WriteScores(json, "crossValidationBest", best);
        if (Dev is null)
        {
            json.WriteNull("dev");
        }
        else
        {
            json.WriteStartObject("dev");
            json.WriteNumber("papers", Dev.Scores.Papers);
            ScoresJson.WriteScores(json, Dev.Scores);
            json.WriteEndObject();
        }

        DiagnosticJson.Write(json, "findings", findings);
        json.WriteEndObject();
    });

    private static string Scores(Agreement reached) =>
        $"precision {Screen.Number(reached.Precision, 3)}, recall {Screen.Number(reached.Recall, 3)}, F1 {Screen.Number(reached.F1, 3)}";

    private static void WriteScores(Utf8JsonWriter json, string name, Agreement reached)
    {
        json.WriteStartObject(name);
        json.WriteNumber("precision", Math.Round(reached.Precision, 6));
        json.WriteNumber("recall", Math.Round(reached.Recall, 6));
        json.WriteNumber("f1", Math.Round(reached.F1, 6));
        json.WriteEndObject();
    }
}
