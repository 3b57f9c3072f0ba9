using System.Text.Json;
using Papergraph.Core;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Output.Evaluations;

/// <summary>The scores of an extractor as JSON; <c>docs/evaluation.md</c> has the members. What the gold does not record is null.</summary>
internal static class ScoresJson
{
    private const int Digits = 6;

    internal static void Write(string extractor, EvaluationResult result, IReadOnlyList<Diagnostic> findings) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("extractor", extractor);
        json.WriteNumber("papers", result.Scores.Papers);
        WriteTexts(json, "labels", result.Labels);
        WriteTexts(json, "notes", result.Notes);
        WriteScores(json, result.Scores);
        MistakesJson.Write(json, result);
        DiagnosticJson.Write(json, "findings", findings);
        json.WriteEndObject();
    });

    /// <summary>Writes the scores as members of an object.</summary>
    internal static void WriteScores(Utf8JsonWriter json, ExtractionScores scores)
    {
        WriteMentions(json, scores.Mention);
        WriteDocuments(json, scores.Document);
        WriteRoles(json, scores.Roles);
        WriteRelations(json, scores.Relations);
        WriteAgreement(json, "abbreviations", scores.Abbreviations);
        WriteAgreement(json, "links", scores.Links);
        WriteCalibration(json, scores.Calibration);
    }

    private static void WriteMentions(Utf8JsonWriter json, MentionScores? scores)
    {
        if (!Begin(json, "mention", scores)) return;
        WriteLabelled(json, "strict", scores!.Strict, scores.StrictF1);
        WriteLabelled(json, "relaxed", scores.Relaxed, interval: null);
        WriteAgreement(json, "spanOnly", scores.SpanOnly);
        Dictionary<string, Agreement> relaxed = new(scores.Relaxed.ByLabel, StringComparer.Ordinal);
        json.WriteStartObject("byType");
        foreach ((string label, Agreement strict) in scores.Strict.ByLabel)
        {
            json.WriteStartObject(label);
            WriteMembers(json, strict);
            WriteAgreement(json, "relaxed", relaxed[label]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDocuments(Utf8JsonWriter json, DocumentScores? scores)
    {
        if (!Begin(json, "document", scores)) return;
        WriteMembers(json, scores!.Exact.Micro);
        WriteInterval(json, scores.ExactF1);
        WriteMacro(json, scores.Exact.Macro);
        WriteAgreement(json, "surfaceOnly", scores.SurfaceOnly);
        WriteByLabel(json, "byType", scores.Exact);
        json.WriteEndObject();
    }

    private static void WriteRoles(Utf8JsonWriter json, RoleScores? scores)
    {
        if (!Begin(json, "roles", scores)) return;
        json.WriteNumber("accuracy", Rounded(scores!.Accuracy));
        json.WriteNumber("same", scores.Same);
        json.WriteNumber("compared", scores.Compared);
        WriteMacro(json, scores.ByRole.Macro);
        WriteByLabel(json, "byRole", scores.ByRole);
        WriteAgreement(json, "introduced", scores.Introduced);
        WriteAgreement(json, "introducedNames", scores.IntroducedNames);
        json.WriteEndObject();
    }

    private static void WriteRelations(Utf8JsonWriter json, RelationScores? scores)
    {
        if (!Begin(json, "relations", scores)) return;
        WriteLabelled(json, "strict", scores!.Strict, interval: null);
        WriteAgreement(json, "pairs", scores.Pairs);
        WriteByLabel(json, "byRelation", scores.Strict);
        json.WriteEndObject();
    }

    private static void WriteCalibration(Utf8JsonWriter json, CalibrationScores? scores)
    {
        if (!Begin(json, "calibration", scores)) return;
        json.WriteNumber("mentions", scores!.Mentions);
        json.WriteNumber("expectedCalibrationError", Rounded(scores.ExpectedCalibrationError));
        json.WriteNumber("brier", Rounded(scores.Brier));
        json.WriteStartArray("bins");
        foreach (ReliabilityBin bin in scores.Bins)
        {
            json.WriteStartObject();
            json.WriteNumber("from", bin.From);
            json.WriteNumber("to", bin.To);
            json.WriteNumber("mentions", bin.Mentions);
            json.WriteNumber("confidence", Rounded(bin.MeanConfidence));
            json.WriteNumber("precision", Rounded(bin.Precision));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Begins the object of a part, or writes null where there is none.</summary>
    private static bool Begin(Utf8JsonWriter json, string part, object? scores)
    {
        if (scores is null) json.WriteNull(part);
        else json.WriteStartObject(part);
        return scores is not null;
    }

    private static void WriteLabelled(Utf8JsonWriter json, string name, LabelledAgreement agreement, ScoreInterval? interval)
    {
        json.WriteStartObject(name);
        WriteMembers(json, agreement.Micro);
        if (interval is { } known) WriteInterval(json, known);
        WriteMacro(json, agreement.Macro);
        json.WriteEndObject();
    }

    private static void WriteByLabel(Utf8JsonWriter json, string name, LabelledAgreement agreement)
    {
        json.WriteStartObject(name);
        foreach ((string label, Agreement counted) in agreement.ByLabel) WriteAgreement(json, label, counted);
        json.WriteEndObject();
    }

    private static void WriteAgreement(Utf8JsonWriter json, string name, Agreement? agreement)
    {
        if (!Begin(json, name, agreement)) return;
        WriteMembers(json, agreement!.Value);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, Agreement agreement)
    {
        json.WriteNumber("precision", Rounded(agreement.Precision));
        json.WriteNumber("recall", Rounded(agreement.Recall));
        json.WriteNumber("f1", Rounded(agreement.F1));
        json.WriteNumber("right", agreement.Right);
        json.WriteNumber("found", agreement.Found);
        json.WriteNumber("wanted", agreement.Wanted);
    }

    private static void WriteMacro(Utf8JsonWriter json, MacroAverage macro)
    {
        json.WriteStartObject("macro");
        json.WriteNumber("precision", Rounded(macro.Precision));
        json.WriteNumber("recall", Rounded(macro.Recall));
        json.WriteNumber("f1", Rounded(macro.F1));
        json.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter json, ScoreInterval interval)
    {
        json.WriteStartArray("f1Interval");
        json.WriteNumberValue(Rounded(interval.Low));
        json.WriteNumberValue(Rounded(interval.High));
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static double Rounded(double number) => Math.Round(number, Digits);
}
