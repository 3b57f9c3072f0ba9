using Humanizer;
using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Output.Evaluations;

/// <summary>The scores of an extractor as tables for people.</summary>
internal static class ScoresText
{
    private static readonly string[] Columns = ["", "#precision", "#recall", "#F1", "#right", "#found", "#wanted"];

    internal static void Print(string extractor, EvaluationResult result)
    {
        Screen.Line($"{extractor} on {"paper".ToQuantity(result.Scores.Papers, "N0")}");
        foreach (string note in result.Notes) Screen.Line(Screen.OneLine("note: " + note));
        PrintScores(result.Scores);
        if (result.Scores.Mistakes is { } mistakes) PrintMistakes(mistakes, result);
    }

    /// <summary>Prints the scores without the mistakes.</summary>
    internal static void PrintScores(ExtractionScores scores)
    {
        Screen.Table(Columns, Rows(scores));
        if (scores.Mention is { } mention) PrintInterval("strict mentions", mention.StrictF1, mention.Strict.Macro);
        if (scores.Document is { } document) PrintInterval("surfaces, once a paper", document.ExactF1, document.Exact.Macro);
        if (scores.Roles is { } roles)
        {
            Screen.Line($"roles: {Screen.Count(roles.Same)} of {Screen.Count(roles.Compared)} found surfaces have the right one "
                + $"({Score(roles.Accuracy)})");
        }

        if (scores.Calibration is { } calibration) PrintCalibration(calibration);
    }

    private static IEnumerable<string[]> Rows(ExtractionScores scores)
    {
        if (scores.Mention is { } mention)
        {
            yield return Row("mentions, strict", mention.Strict.Micro);
            foreach ((string label, Agreement counted) in mention.Strict.ByLabel) yield return Row("  " + label, counted);
            yield return Row("mentions, overlapping", mention.Relaxed.Micro);
            yield return Row("mentions, any type", mention.SpanOnly);
        }

        if (scores.Document is { } document)
        {
            yield return Row("surfaces, once a paper", document.Exact.Micro);
            foreach ((string label, Agreement counted) in document.Exact.ByLabel) yield return Row("  " + label, counted);
            yield return Row("surfaces, any type", document.SurfaceOnly);
        }

        if (scores.Roles is { } roles)
        {
            foreach ((string role, Agreement counted) in roles.ByRole.ByLabel) yield return Row("role " + role, counted);
            yield return Row("introduced", roles.Introduced);
            yield return Row("introduced names", roles.IntroducedNames);
        }

        if (scores.Relations is { } relations)
        {
            yield return Row("relations", relations.Strict.Micro);
            foreach ((string label, Agreement counted) in relations.Strict.ByLabel) yield return Row("  " + label, counted);
            yield return Row("relations, any kind", relations.Pairs);
        }

        if (scores.Abbreviations is { } abbreviations) yield return Row("abbreviations", abbreviations);
        if (scores.Links is { } links) yield return Row("links", links);
    }

    private static void PrintCalibration(CalibrationScores scores)
    {
        Screen.Line($"confidence of {"mention".ToQuantity(scores.Mentions, "N0")}: "
            + $"expected calibration error {Score(scores.ExpectedCalibrationError)}, Brier score {Score(scores.Brier)}");
        Screen.Table(
            ["confidence", "#mentions", "#mean", "#precision"],
            scores.Bins.Where(bin => bin.Mentions > 0).Select(bin => new[]
            {
                $"{Screen.Number(bin.From, 1)}–{Screen.Number(bin.To, 1)}",
                Screen.Count(bin.Mentions),
                Score(bin.MeanConfidence),
                Score(bin.Precision),
            }));
    }

    private static void PrintMistakes(ExtractionMistakes mistakes, EvaluationResult result)
    {
        PrintMistakes("most confident mistakes", ["#confidence", "type", "surface", "paper", "place"], mistakes.False.Select(m => new[]
        {
            Screen.Number(m.Confidence, 2), m.Label, m.Surface, result.NameOf(m.Paper), Place(m.Place),
        }));
        PrintMistakes("most often missed", ["#count", "type", "surface", "paper", "place"], mistakes.Missed.Select(m => new[]
        {
            Screen.Count(m.Count), m.Label, m.Surface, result.NameOf(m.Paper), Place(m.Place),
        }));
        PrintMistakes("types most often confused", ["#count", "type", "found as", "surface", "paper", "place"], mistakes.Confusions.Select(m => Confused(m, result)));
        PrintMistakes("ends most often misplaced", ["#count", "type", "found", "surface", "paper", "place"], mistakes.Boundaries.Select(m => Confused(m, result)));
    }

    private static string[] Confused(FrequentMistake mistake, EvaluationResult result) =>
        [Screen.Count(mistake.Count), mistake.Label, mistake.Found!, mistake.Surface, result.NameOf(mistake.Paper), Place(mistake.Place)];

    private static void PrintMistakes(string title, string[] columns, IEnumerable<string[]> rows)
    {
        string[][] listed = [.. rows.Select(row => row.Select(Screen.OneLine).ToArray())];
        if (listed.Length == 0) return;
        Screen.Line(title + ":");
        Screen.Table(columns, listed);
    }

    private static string Place(FieldSpan place) => FormattableString.Invariant($"{place.Field.ToString().ToLowerInvariant()} {place.Span.Start}–{place.Span.End}");

    private static string[] Row(string name, Agreement counted) =>
    [
        name, Score(counted.Precision), Score(counted.Recall), Score(counted.F1), Screen.Count(counted.Right), Screen.Count(counted.Found), Screen.Count(counted.Wanted),
    ];

    private static void PrintInterval(string what, ScoreInterval f1, MacroAverage macro) =>
        Screen.Line($"{what}: F1 {Score(f1.Low)}–{Score(f1.High)} with 95 % confidence, mean over types F1 {Score(macro.F1)}");

    private static string Score(double score) => Screen.Number(score, 3);
}
