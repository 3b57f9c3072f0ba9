using System.Text.Json;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>Reads a record of SciERC: tokens are numbered through the paper, and both ends of a span belong to it.</summary>
internal sealed class SciercReader(SourceContext context)
{
    internal AnnotatedPaper? Read(JsonElement json, long line)
    {
        TokenText text = new();
        if (!AddSentences(json.GetProperty("sentences"), text))
            return Rejected(line, "its sentences are no lists of tokens");
        if (!json.TryGetProperty("ner", out _) && !json.TryGetProperty("relations", out _))
        {
            context.Reject(SourceDiagnostics.NothingAnnotated(context.File, line));
            return null;
        }

        string whole = text.Text;
        AnnotationFaults faults = new(context, line);
        List<AnnotatedSpan> spans = [];
        foreach (JsonElement mark in Marks(json, "ner", faults))
        {
            if (mark.GetArrayLength() >= 3 && Place(text, mark, 0) is { } place && Label(mark[2]) is { } label)
                spans.Add(new AnnotatedSpan(label, new FieldSpan(TextField.Abstract, place)));
            else faults.Add("spans", "it is no [first, last, label] within the tokens of its paper");
        }

        List<AnnotatedRelation> relations = [];
        foreach (JsonElement mark in Marks(json, "relations", faults))
        {
            if (mark.GetArrayLength() >= 5 && Place(text, mark, 0) is { } head && Place(text, mark, 2) is { } tail && Label(mark[4]) is { } label)
                relations.Add(new AnnotatedRelation(head.Of(whole), label, tail.Of(whole)));
            else faults.Add("relations", "it is no [first, last, first, last, label] within the tokens of its paper");
        }

        faults.Report();
        return new AnnotatedPaper
        {
            Id = json.TryGetProperty("doc_key", out JsonElement key) && key.ValueKind == JsonValueKind.String ? key.GetString()! : "",
            Text = new PaperText("", whole),
            Layers = Layer(json, "ner", AnnotationLayers.Entities) | Layer(json, "relations", AnnotationLayers.Relations),
            Entities = SpanEntities.Of(spans, whole),
            Spans = [.. spans.OrderBy(s => s.Place)],
            Sentences = text.Sentences,
            Relations = relations,
        };
    }

    private static bool AddSentences(JsonElement sentences, TokenText text)
    {
        if (sentences.ValueKind != JsonValueKind.Array) return false;
        foreach (JsonElement sentence in sentences.EnumerateArray())
        {
            if (sentence.ValueKind != JsonValueKind.Array) return false;
            text.BeginSentence();
            foreach (JsonElement token in sentence.EnumerateArray())
            {
                if (token.ValueKind != JsonValueKind.String || token.GetString() is not { Length: > 0 } word) return false;
                text.Add(word);
            }
        }

        return text.Tokens.Count > 0;
    }

    private static AnnotationLayers Layer(JsonElement json, string part, AnnotationLayers layer) =>
        json.TryGetProperty(part, out _) ? layer : AnnotationLayers.None;

    /// <summary>The marks of all sentences.</summary>
    private static IEnumerable<JsonElement> Marks(JsonElement json, string part, AnnotationFaults faults)
    {
        if (!json.TryGetProperty(part, out JsonElement sentences)) yield break;
        foreach (JsonElement sentence in Items(sentences))
        {
            foreach (JsonElement mark in Items(sentence))
            {
                if (mark.ValueKind == JsonValueKind.Array) yield return mark;
                else faults.Add(part, "it is no list");
            }
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;

    private static TextSpan? Place(TokenText text, JsonElement mark, int at) =>
        Index(mark[at]) is { } first && Index(mark[at + 1]) is { } last && first <= last && last < text.Tokens.Count
            ? new TextSpan(text.Tokens[first].Start, text.Tokens[last].End)
            : null;

    private static int? Index(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= 0 ? number : null;

    private static string? Label(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= AnnotationLimits.NameLength } label ? label : null;

    private AnnotatedPaper? Rejected(long line, string reason)
    {
        context.Reject(SourceDiagnostics.UnusableTokens(context.File, line, reason));
        return null;
    }
}
