using System.Text.Json;
using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Output.Evaluations;

/// <summary>What went wrong most, as JSON.</summary>
internal static class MistakesJson
{
    internal static void Write(Utf8JsonWriter json, EvaluationResult result)
    {
        if (result.Scores.Mistakes is not { } mistakes)
        {
            json.WriteNull("errors");
            return;
        }

        json.WriteStartObject("errors");
        json.WriteStartArray("falseMentions");
        foreach (FalseMention mention in mistakes.False)
        {
            json.WriteStartObject();
            json.WriteString("surface", mention.Surface);
            json.WriteString("type", mention.Label);
            json.WriteNumber("confidence", Math.Round(mention.Confidence, 4));
            WritePlace(json, result.NameOf(mention.Paper), mention.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteFrequent(json, "missed", mistakes.Missed, result);
        WriteFrequent(json, "typeConfusions", mistakes.Confusions, result);
        WriteFrequent(json, "boundaryErrors", mistakes.Boundaries, result);
        json.WriteEndObject();
    }

    private static void WriteFrequent(Utf8JsonWriter json, string name, IReadOnlyList<FrequentMistake> mistakes, EvaluationResult result)
    {
        json.WriteStartArray(name);
        foreach (FrequentMistake mistake in mistakes)
        {
            json.WriteStartObject();
            json.WriteNumber("count", mistake.Count);
            json.WriteString("surface", mistake.Surface);
            json.WriteString("type", mistake.Label);
            if (mistake.Found is not null) json.WriteString("found", mistake.Found);
            WritePlace(json, result.NameOf(mistake.Paper), mistake.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, string paper, FieldSpan place)
    {
        json.WriteString("paper", paper);
        json.WriteString("field", place.Field.ToString().ToLowerInvariant());
        json.WriteNumber("start", place.Span.Start);
        json.WriteNumber("end", place.Span.End);
    }
}
