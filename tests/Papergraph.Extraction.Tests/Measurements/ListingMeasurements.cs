using Papergraph.Corpus;
using Xunit.Abstractions;

namespace Papergraph.Extraction.Tests;

/// <summary>Quality on annotated listings apart from those that word lists and confidences were drawn from.</summary>
public class ListingMeasurements(ITestOutputHelper output)
{
    private const string Papers = "listings-dev.jsonl";

    [SkippableFact]
    public void Entities_reach_F1_50_by_surface_and_type()
    {
        Tally all = new();
        SortedDictionary<EntityType, Tally> byType = [];
        foreach ((AnnotatedPaper paper, PaperExtraction found) in Extracted())
        {
            List<(string Surface, EntityType Type)> mine = [.. found.Mentions.Select(mention => (paper.Text.At(mention.Place), mention.Type))];
            all.Add(mine, paper.Surfaces);
            foreach (EntityType type in Enum.GetValues<EntityType>())
            {
                if (!byType.TryGetValue(type, out Tally? tally)) byType.Add(type, tally = new Tally());
                tally.Add(mine.Where(entity => entity.Type == type), paper.Surfaces.Where(entity => entity.Type == type));
            }
        }

        output.WriteLine($"all {all}");
        foreach ((EntityType type, Tally tally) in byType) output.WriteLine($"{type} {tally}");
        Assert.True(all.F1 >= 0.50, all.ToString());
    }

    [SkippableFact]
    public void Abbreviations_reach_F1_88()
    {
        Tally tally = new();
        foreach ((AnnotatedPaper paper, PaperExtraction found) in Extracted())
            tally.Add(found.Abbreviations.Select(pair => (paper.Text.At(pair.Short), paper.Text.At(pair.Long))), paper.Abbreviations);
        output.WriteLine(tally.ToString());
        Assert.True(tally.F1 >= 0.88, tally.ToString());
    }

    [SkippableFact]
    public void Every_address_is_found_and_nothing_else()
    {
        Tally tally = new();
        foreach ((AnnotatedPaper paper, PaperExtraction found) in Extracted()) tally.Add(found.Links.Select(link => link.Url), paper.Links);
        output.WriteLine(tally.ToString());
        Assert.Equal(1, tally.F1);
    }

    // A name is what is spelled as one: annotators also mark descriptions of what is new.
    [SkippableFact]
    public void Introduced_names_reach_precision_70_and_F1_42()
    {
        Tally names = new(), everything = new();
        foreach ((AnnotatedPaper paper, PaperExtraction found) in Extracted())
        {
            HashSet<string> mine = [.. found.Roles.Where(claim => claim is { Role: Role.Introduces, Confidence: >= 0.6 })
                .Select(claim => paper.Text.At(found.Mentions[claim.Mention].Place))];
            HashSet<string> wanted = [.. paper.Entities.Where(entity => entity.Role == Role.Introduces).SelectMany(entity => entity.Surfaces)];
            names.Add(mine.Where(surface => NameShape.IsName(surface)), wanted.Where(surface => NameShape.IsName(surface)));
            everything.Add(mine, wanted);
        }

        output.WriteLine($"names {names}");
        output.WriteLine($"with descriptions {everything}");
        Assert.True(names is { Precision: >= 0.70, F1: >= 0.42 }, names.ToString());
    }

    [SkippableFact]
    public void Two_roles_of_five_are_those_of_the_annotators()
    {
        int right = 0, all = 0;
        foreach ((AnnotatedPaper paper, PaperExtraction found) in Extracted())
        {
            Dictionary<string, Role> roles = StrongestRoles(paper, found);
            foreach (AnnotatedEntity entity in paper.Entities)
            {
                foreach (string surface in entity.Surfaces)
                {
                    if (!roles.TryGetValue(surface, out Role role)) continue;
                    all++;
                    if (role == entity.Role) right++;
                }
            }
        }

        output.WriteLine($"{right} of {all}");
        Assert.True(right >= 0.42 * all, $"{right} of {all}");
    }

    private static Dictionary<string, Role> StrongestRoles(AnnotatedPaper paper, PaperExtraction found)
    {
        Dictionary<string, Role> roles = new(StringComparer.Ordinal);
        foreach (Mention mention in found.Mentions) roles[paper.Text.At(mention.Place)] = Role.Mentions;
        foreach (RoleClaim claim in found.Roles)
        {
            string surface = paper.Text.At(found.Mentions[claim.Mention].Place);
            if (claim.Role < roles[surface]) roles[surface] = claim.Role;
        }

        return roles;
    }

    private static IEnumerable<(AnnotatedPaper Paper, PaperExtraction Found)> Extracted()
    {
        PatternExtractor extractor = new();
        return AnnotatedPaper.Read(Papers).Select(paper => (paper, extractor.Extract(paper.Text)));
    }
}
