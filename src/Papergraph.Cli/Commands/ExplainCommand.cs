using System.CommandLine;
using System.Text.Json;
using Papergraph.Cli.Output;
using Papergraph.Engine;
using Papergraph.Engine.Explanations;
using Spectre.Console;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph explain G NAME [OTHER]</c></summary>
internal static class ExplainCommand
{
    private const int LongestValue = 300;

    internal static Command Create()
    {
        Argument<string> graph = Arguments.Graph();
        Argument<string> name = new("name") { Description = "Identifier or name of a node." };
        Argument<string?> other = new("other")
        {
            Description = "A second node: explain the edges between the two.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<int> limit = Arguments.Limit(12, "Most sentences shown.");
        Option<double> confidence = Arguments.Probability("--min-confidence", "Show only what the extractor was at least this sure of, 0 to 1.");
        Option<bool> asJson = Arguments.Json();
        Command command = new("explain", "Shows the sentences and records behind a node, or behind the edges between two nodes.") { graph, name, other, limit, confidence, asJson };
        return command.Does((parsed, _) =>
        {
            using PaperGraph opened = PaperGraph.Open(parsed.GetRequiredValue(graph));
            NodeSummary node = opened.Resolve(parsed.GetRequiredValue(name));
            Explanation explanation = parsed.GetValue(other) is { } second
                ? opened.Explain(node, opened.Resolve(second), parsed.GetValue(limit), parsed.GetValue(confidence))
                : opened.Explain(node, parsed.GetValue(limit), parsed.GetValue(confidence));
            if (parsed.GetValue(asJson)) JsonOutput.Write(json => WriteJson(json, explanation));
            else
            {
                Print(explanation);
                Screen.Namesakes(opened, parsed.GetRequiredValue(name), node);
            }

            return ExitCode.Done;
        });
    }

    private static void Print(Explanation explanation)
    {
        string other = explanation.Other is { } second ? $"  and  {second.Label} {second.Name}" : "";
        Screen.Markup($"[bold]{Markup.Escape($"{explanation.Subject.Label} {explanation.Subject.Name}{other}")}[/]");
        foreach (StatedFact fact in explanation.Facts)
        {
            string sources = fact.Sources.Count == 0 ? "" : $"  [grey]({Markup.Escape(string.Join(", ", fact.Sources))})[/]";
            string note = fact.IsChosen ? "" : "[grey]also stated:[/] ";
            Screen.Markup($"  {Markup.Escape(fact.Field),-14} {note}{Markup.Escape(Shortened(fact.Value))}{sources}");
        }

        if (explanation.Other is not null && !explanation.IsDirect)
            Screen.Line(explanation.Total == 0 ? "  No edge connects them, and no paper mentions both." : "  No edge connects them; papers that mention both:");
        if (explanation.Evidence.Count < explanation.Total)
            Screen.Line($"\n{Screen.Count(explanation.Evidence.Count)} of {Screen.Count(explanation.Total)} pieces of evidence; --limit shows more");
        foreach (Evidence evidence in explanation.Evidence) Print(evidence);
    }

    private static void Print(Evidence evidence)
    {
        string confidence = evidence.Confidence is { } c ? $"  confidence {Screen.Number(c, 2)}" : "";
        string place = evidence.Span is { } span ? $"  {evidence.Field} {span.Start}–{span.End}" : "";
        Screen.Markup($"\n[bold]{Markup.Escape($"{evidence.From.Name} ─{evidence.EdgeType}→ {evidence.To.Name}")}[/]{Markup.Escape(confidence)}");
        Screen.Markup("  " + Highlighted(evidence));
        Screen.Markup($"  [grey]{Markup.Escape($"{evidence.Paper.Name}{(evidence.Paper.Year is { } year ? $", {year}" : "")} ({evidence.Paper.Id}){place}")}[/]");
    }

    private static string Shortened(string value) => value.Length <= LongestValue ? value : value[..LongestValue].TrimEnd() + "…";

    private static string Highlighted(Evidence evidence)
    {
        string sentence = evidence.Sentence.ReplaceLineEndings(" ");
        if (evidence.Highlight is not { } place || place.Length == evidence.Sentence.Length || sentence.Length != evidence.Sentence.Length)
            return Markup.Escape(sentence);
        return $"{Markup.Escape(sentence[..place.Start])}[yellow]{Markup.Escape(sentence[place.Start..place.End])}[/]{Markup.Escape(sentence[place.End..])}";
    }

    private static void WriteJson(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject();
        NodeJson.Write(json, "subject", explanation.Subject);
        if (explanation.Other is { } other) NodeJson.Write(json, "other", other);
        json.WriteStartArray("facts");
        foreach (StatedFact fact in explanation.Facts)
        {
            json.WriteStartObject();
            json.WriteString("field", fact.Field);
            json.WriteString("value", fact.Value);
            json.WriteBoolean("chosen", fact.IsChosen);
            json.WriteStartArray("sources");
            foreach (string source in fact.Sources) json.WriteStringValue(source);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("direct", explanation.IsDirect);
        json.WriteNumber("total", explanation.Total);
        json.WriteStartArray("evidence");
        foreach (Evidence evidence in explanation.Evidence) WriteEvidence(json, evidence);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.WriteString("type", evidence.EdgeType);
        NodeJson.Write(json, "from", evidence.From);
        NodeJson.Write(json, "to", evidence.To);
        NodeJson.Write(json, "paper", evidence.Paper);
        if (evidence.Field is { } field) json.WriteString("field", field);
        if (evidence.Span is { } span)
        {
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
        }

        json.WriteString("sentence", evidence.Sentence);
        if (evidence.Confidence is { } confidence) json.WriteNumber("confidence", confidence);
        if (evidence.Run is { } run) json.WriteString("run", run);
        json.WriteEndObject();
    }
}
