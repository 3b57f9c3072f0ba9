using System.Text.Json;
using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.TestKit;

namespace Papergraph.ChatExtraction.Tests;

public class PromptTests
{
    [Fact]
    public void The_schema_and_the_instructions_name_every_type_role_and_relation()
    {
        JsonElement lists = JsonDocument.Parse(Prompt.Schema).RootElement.GetProperty("properties");
        JsonElement entity = lists.GetProperty("entities").GetProperty("items").GetProperty("properties");
        AssertNamed(Enum.GetNames<EntityType>(), entity.GetProperty("type"));
        AssertNamed(Enum.GetNames<Role>().Select(r => r.ToLowerInvariant()), entity.GetProperty("role"));
        AssertNamed(
            Enum.GetValues<Relation>().Select(EdgeTypes.Of),
            lists.GetProperty("relations").GetProperty("items").GetProperty("properties").GetProperty("relation"));
    }

    // Strict endpoints refuse a schema in which a member is optional or others are allowed.
    [Fact]
    public void Every_object_of_the_schema_requires_all_its_members_and_allows_no_others() =>
        AssertStrict(JsonDocument.Parse(Prompt.Schema).RootElement);

    // The annotators' record has the form of an answer, so a model that annotated as they did would lose next to nothing.
    [SkippableFact]
    public void Nearly_everything_that_people_annotated_is_borne_out_by_the_text()
    {
        AnswerCounts counts = new();
        int surfaces = 0;
        foreach (string line in File.ReadLines(Repo.Shared("gold", "abstracts-train.jsonl")))
        {
            JsonElement record = JsonDocument.Parse(line).RootElement;
            PaperText text = new(record.GetProperty("title").GetString()!, record.GetProperty("abstract").GetString()!);
            PaperAnswer answer = AnswerParser.Parse(line)!;
            surfaces += answer.Entities.Sum(e => e.Surfaces.Count);
            AnswerValidation.Validate(new PaperStructure(text), answer, out AnswerCounts dropped);
            counts = counts.Plus(dropped);
        }

        Assert.InRange(surfaces, 5_000, int.MaxValue);
        Assert.InRange(counts.DroppedSurfaces, 0, surfaces / 50);
        Assert.Equal(0, counts.DroppedEntities + counts.DroppedRoles);
    }

    private static void AssertNamed(IEnumerable<string> names, JsonElement property)
    {
        Assert.Equal(names, property.GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
        Assert.All(names, name => Assert.Contains($"- \"{name}\":", Prompt.Instructions, StringComparison.Ordinal));
    }

    private static void AssertStrict(JsonElement schema)
    {
        if (schema.TryGetProperty("properties", out JsonElement properties))
        {
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
            Assert.Equal(
                properties.EnumerateObject().Select(p => p.Name),
                schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
            foreach (JsonProperty property in properties.EnumerateObject()) AssertStrict(property.Value);
        }

        if (schema.TryGetProperty("items", out JsonElement items)) AssertStrict(items);
    }
}
