using System.Text.Json;
using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>Reads annotations by surfaces: what a paper speaks of, not where.</summary>
internal static class SurfaceReader
{
    internal static AnnotatedPaper Read(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement paper = json.RootElement;
        return new AnnotatedPaper
        {
            Id = Text(paper, "id"),
            Text = new PaperText(Text(paper, "title"), Text(paper, "abstract")),
            Entities = [.. Items(paper, "entities").Select(entity => new AnnotatedEntity(
                Text(entity, "type"),
                [.. Items(entity, "surfaces").Select(surface => surface.GetString()!)],
                Enum.TryParse(Text(entity, "role"), ignoreCase: true, out Role role) ? role : null))],
            Relations = [.. Items(paper, "relations").Select(r => new AnnotatedRelation(Text(r, "head"), Text(r, "relation"), Text(r, "tail")))],
            Abbreviations = [.. Items(paper, "abbreviations").Select(pair => new AbbreviationPair(Text(pair, "short"), Text(pair, "long")))],
            Links = [.. Items(paper, "links").Select(link => link.GetString()!)],
        };
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
