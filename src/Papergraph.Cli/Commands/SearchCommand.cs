using System.CommandLine;
using System.Text;
using System.Text.Json;
using Papergraph.Cli.Output;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Engine;
using Papergraph.Engine.Search;
using Papergraph.Store;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph search G TEXT</c></summary>
internal static class SearchCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.Graph();
        Argument<string> text = new("text")
        {
            Description = "Identifier, name, beginning of a name, or words; +must -not \"a phrase\" begin* mispelt~ title:word (a b) "
                + "are understood.",
        };
        Option<string?> label = new("--label")
        {
            Description = "Only nodes with this label: Paper, Method, Dataset, Author, …",
            HelpName = "LABEL",
        };
        Option<int> limit = Arguments.Limit(20, "Most hits shown.");
        Option<bool> asJson = Arguments.Json();
        const string Does = "Finds papers, entities, authors and venues by identifier, name or the words of their texts, best first.";
        Command command = new("search", Does)
        {
            graph, text, label, limit, asJson,
        };
        return command.Does((parsed, _) =>
        {
            using PaperGraph opened = PaperGraph.Open(parsed.GetRequiredValue(graph));
            SearchResult result = opened.Search(
                parsed.GetRequiredValue(text), new SearchOptions(parsed.GetValue(limit), parsed.GetValue(label)));
            if (parsed.GetValue(asJson)) WriteJson(result.Hits);
            else Print(parsed.GetRequiredValue(text), result.Hits);
            foreach (string remark in Remarks(result)) Console.Error.WriteLine(Screen.OneLine(remark));
            return ExitCode.Done;
        });
    }

    private static void Print(string text, IReadOnlyList<SearchHit> hits)
    {
        if (hits.Count == 0)
        {
            Screen.Line($"Nothing is called '{text}' or holds these words.");
            return;
        }

        Screen.Table(
            ["label", "name", "#year", "#weight", "#score", "found by", "id"],
            hits.Select(h => new[]
            {
                h.Node.Label, h.Passage is null ? h.Node.Name : $"{h.Node.Name}\n  {Marked(h.Passage)}",
                h.Node.Year is { } year ? $"{year}" : "", Screen.Count(h.Weight), h.Score is { } score ? Screen.Number(score, 2) : "",
                h.Match.ToString().ToLowerInvariant(), h.Node.Id,
            }));
        Screen.Line(
            "weight: papers that mention an entity, citations of a paper, papers of an author or venue; score: how well the texts answer");
    }

    /// <summary>The words that no text has, with better ones, and what was left out.</summary>
    private static IEnumerable<string> Remarks(SearchResult result) =>
        result.UnknownWords
            .Select(unknown => unknown.Suggestions.Count == 0
                ? $"No text has '{unknown.Word}'."
                : $"No text has '{unknown.Word}'. Did you mean {string.Join(" or ", unknown.Suggestions.Select(word => $"'{word}'"))}?")
            .Concat(result.Notes);

    /// <summary>A passage with what matched between guillemets.</summary>
    private static string Marked(FullTextSnippet passage)
    {
        StringBuilder text = new(passage.Field.Property == Keys.Abstract ? "" : passage.Field.Property + ": ");
        if (passage.IsBegun) text.Append("… ");
        int at = 0;
        foreach (TextSpan mark in passage.Marks)
        {
            text.Append(passage.Text, at, mark.Start - at).Append('«').Append(mark.Of(passage.Text)).Append('»');
            at = mark.End;
        }

        text.Append(passage.Text, at, passage.Text.Length - at);
        return Screen.OneLine(text.Append(passage.IsCut ? " …" : "").ToString());
    }

    private static void WriteJson(IReadOnlyList<SearchHit> hits) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (SearchHit hit in hits)
        {
            json.WriteStartObject();
            NodeJson.WriteProperties(json, hit.Node);
            json.WriteString("match", hit.Match.ToString().ToLowerInvariant());
            json.WriteNumber("weight", hit.Weight);
            if (hit.Score is { } score) json.WriteNumber("score", score);
            if (hit.Passage is { } passage) WriteJson(json, passage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteJson(Utf8JsonWriter json, FullTextSnippet passage)
    {
        json.WriteStartObject("passage");
        json.WriteString("field", passage.Field.Property);
        json.WriteNumber("start", passage.Start);
        json.WriteString("text", passage.Text);
        json.WriteStartArray("marks");
        foreach (TextSpan mark in passage.Marks)
        {
            json.WriteStartArray();
            json.WriteNumberValue(mark.Start);
            json.WriteNumberValue(mark.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
