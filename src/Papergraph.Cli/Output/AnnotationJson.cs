using System.Text.Json;
using Papergraph.Corpus;

namespace Papergraph.Cli.Output;

/// <summary>A paper's annotations as JSON; <c>docs/formats/annotations.md</c> has the members.</summary>
internal static class AnnotationJson
{
    /// <summary>Writes one record.</summary>
    internal static void Write(Utf8JsonWriter json, AnnotatedPaper paper, bool withPlaces)
    {
        json.WriteStartObject();
        json.WriteString("id", paper.Id);
        json.WriteStartArray("entities");
        foreach (AnnotatedEntity entity in paper.Entities)
        {
            json.WriteStartObject();
            json.WriteString("type", entity.Label);
            json.WriteStartArray("surfaces");
            foreach (string surface in entity.Surfaces) json.WriteStringValue(surface);
            json.WriteEndArray();
            if (entity.Role is { } role) json.WriteString("role", role.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("relations");
        foreach (AnnotatedRelation relation in paper.Relations)
        {
            json.WriteStartObject();
            json.WriteString("head", relation.Head);
            json.WriteString("relation", relation.Label);
            json.WriteString("tail", relation.Tail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("abbreviations");
        foreach (AbbreviationPair pair in paper.Abbreviations ?? [])
        {
            json.WriteStartObject();
            json.WriteString("short", pair.Short);
            json.WriteString("long", pair.Long);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteResults(json, paper.Results ?? []);
        json.WriteStartArray("links");
        foreach (string link in paper.Links ?? []) json.WriteStringValue(link);
        json.WriteEndArray();
        if (withPlaces) WritePlaces(json, paper.Spans ?? []);
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, IReadOnlyList<AnnotatedResult> results)
    {
        json.WriteStartArray("results");
        foreach (AnnotatedResult result in results)
        {
            json.WriteStartObject();
            json.WriteString("metric", result.Metric);
            json.WriteNumber("value", result.Value);
            json.WriteString("unit", result.Unit);
            json.WriteString("dataset", result.Dataset);
            json.WriteString("method", result.Method);
            json.WriteString("text", result.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlaces(Utf8JsonWriter json, IReadOnlyList<AnnotatedSpan> spans)
    {
        json.WriteStartArray("mentions");
        foreach (AnnotatedSpan span in spans)
        {
            json.WriteStartObject();
            json.WriteString("type", span.Label);
            json.WriteString("field", span.Place.Field.ToString().ToLowerInvariant());
            json.WriteNumber("start", span.Place.Span.Start);
            json.WriteNumber("end", span.Place.Span.End);
            json.WriteNumber("confidence", Math.Round(span.Confidence, 4));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
