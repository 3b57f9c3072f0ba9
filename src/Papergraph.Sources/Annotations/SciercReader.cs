using System.Text.Json;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>Reads a line of SciERC: tokens are numbered through the paper, and both ends of a span belong to it.</summary>
internal static class SciercReader
{
    internal static AnnotatedPaper Read(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement paper = json.RootElement;
        TokenText text = new();
        foreach (JsonElement sentence in paper.GetProperty("sentences").EnumerateArray())
        {
            text.BeginSentence();
            foreach (JsonElement token in sentence.EnumerateArray()) text.Add(token.GetString()!);
        }

        string whole = text.Text;
        List<AnnotatedSpan> spans = [];
        foreach (JsonElement mark in paper.GetProperty("ner").EnumerateArray().SelectMany(sentence => sentence.EnumerateArray()))
            spans.Add(new AnnotatedSpan(mark[2].GetString()!, new FieldSpan(TextField.Abstract, Span(text, mark[0].GetInt32(), mark[1].GetInt32()))));
        List<AnnotatedRelation> relations = [];
        foreach (JsonElement mark in paper.GetProperty("relations").EnumerateArray().SelectMany(sentence => sentence.EnumerateArray()))
        {
            relations.Add(new AnnotatedRelation(
                Span(text, mark[0].GetInt32(), mark[1].GetInt32()).Of(whole), mark[4].GetString()!, Span(text, mark[2].GetInt32(), mark[3].GetInt32()).Of(whole)));
        }

        return new AnnotatedPaper
        {
            Id = paper.GetProperty("doc_key").GetString()!,
            Text = new PaperText("", whole),
            Entities = [.. spans.Select(s => (s.Label, Surface: s.Place.Span.Of(whole))).Distinct().Select(e => new AnnotatedEntity(e.Label, [e.Surface], null))],
            Spans = [.. spans.OrderBy(s => s.Place)],
            Sentences = text.Sentences,
            Relations = relations,
        };
    }

    private static TextSpan Span(TokenText text, int first, int last) => new(text.Tokens[first].Start, text.Tokens[last].End);
}
