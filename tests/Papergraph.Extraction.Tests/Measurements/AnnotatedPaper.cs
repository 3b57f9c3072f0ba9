using System.Text.Json;
using Papergraph.Corpus;
using Papergraph.TestKit;

namespace Papergraph.Extraction.Tests;

/// <summary>A paper with what annotators marked in it.</summary>
internal sealed record AnnotatedPaper(
    PaperText Text,
    IReadOnlyList<AnnotatedEntity> Entities,
    IReadOnlySet<(string Short, string Long)> Abbreviations,
    IReadOnlySet<string> Links)
{
    /// <summary>Every (surface, type) that is marked.</summary>
    public IReadOnlySet<(string Surface, EntityType Type)> Surfaces { get; } =
        Entities.SelectMany(entity => entity.Surfaces.Select(surface => (surface, entity.Type))).ToHashSet();

    public static IReadOnlyList<AnnotatedPaper> Read(string file) =>
        [.. File.ReadLines(Repo.Shared("gold", file)).Select(Parse)];

    private static AnnotatedPaper Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement paper = json.RootElement;
        return new AnnotatedPaper(
            new PaperText(String(paper, "title"), String(paper, "abstract")),
            [.. paper.GetProperty("entities").EnumerateArray().Select(entity => new AnnotatedEntity(
                Enum.Parse<EntityType>(String(entity, "type")),
                [.. entity.GetProperty("surfaces").EnumerateArray().Select(surface => surface.GetString()!)],
                Enum.Parse<Role>(String(entity, "role"), ignoreCase: true)))],
            paper.GetProperty("abbreviations").EnumerateArray().Select(pair => (String(pair, "short"), String(pair, "long"))).ToHashSet(),
            paper.GetProperty("links").EnumerateArray().Select(link => link.GetString()!).ToHashSet());
    }

    private static string String(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

/// <summary>One annotated entity.</summary>
internal sealed record AnnotatedEntity(EntityType Type, IReadOnlyList<string> Surfaces, Role Role);
