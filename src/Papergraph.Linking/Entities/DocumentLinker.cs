using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>One entity of one paper.</summary>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Surfaces">How the paper writes it: distinct, in the order of first appearance.</param>
/// <param name="Role">The strongest role that the paper shows it in; <see cref="Role.Mentions"/> when it shows none.</param>
/// <param name="Mentions">Indexes into <see cref="PaperExtraction.Mentions"/>, ascending.</param>
public sealed record DocumentEntity(EntityType Type, IReadOnlyList<string> Surfaces, Role Role, IReadOnlyList<int> Mentions);

/// <summary>The entities of one paper.</summary>
/// <param name="Entities">In the order of first appearance.</param>
/// <param name="OfMention">For each of <see cref="PaperExtraction.Mentions"/>, the index of its entity.</param>
public sealed record DocumentEntities(IReadOnlyList<DocumentEntity> Entities, IReadOnlyList<int> OfMention);

/// <summary>Groups the mentions of one paper into entities, without any other paper.</summary>
public static class DocumentLinker
{
    /// <summary>Mentions of one type are one entity when their names have the same normal form, after the abbreviations that the paper
    /// defines have been expanded.</summary>
    /// <param name="text">The paper's texts.</param>
    /// <param name="extraction">What was found in them.</param>
    public static DocumentEntities Group(PaperText text, PaperExtraction extraction)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(extraction);
        EntityNames names = new();
        PaperNames paper = new(names, text, extraction);
        Dictionary<(EntityType, string), int> known = [];
        List<(EntityType Type, List<string> Surfaces, List<int> Mentions)> groups = [];
        int[] ofMention = new int[extraction.Mentions.Count];
        for (int m = 0; m < ofMention.Length; m++)
        {
            Mention mention = extraction.Mentions[m];
            string surface = text.At(mention.Place);
            string normal = names.Normal(surface);
            string name = paper.Expand(surface, normal) is { } expanded ? names.Normal(expanded) : normal;
            if (!known.TryGetValue((mention.Type, name), out int group))
            {
                known.Add((mention.Type, name), group = groups.Count);
                groups.Add((mention.Type, [], []));
            }

            ofMention[m] = group;
            groups[group].Mentions.Add(m);
            if (!groups[group].Surfaces.Contains(surface)) groups[group].Surfaces.Add(surface);
        }

        Role[] roles = new Role[groups.Count];
        Array.Fill(roles, Role.Mentions);
        foreach (RoleClaim claim in extraction.Roles)
        {
            ref Role role = ref roles[ofMention[claim.Mention]];
            if (claim.Role < role) role = claim.Role;
        }

        return new DocumentEntities([.. groups.Select((g, i) => new DocumentEntity(g.Type, g.Surfaces, roles[i], g.Mentions))], ofMention);
    }
}
