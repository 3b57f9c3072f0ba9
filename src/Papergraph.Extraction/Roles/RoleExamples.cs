using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What annotators say of the entities of a paper, entity by entity.</summary>
internal static class RoleExamples
{
    /// <summary>Per entity the annotated role of the first of its mentions that the annotators marked too, or null.</summary>
    public static Role?[] LabelsOf(AnnotatedPaper source, PaperMentions paper)
    {
        Dictionary<string, Role> roles = new(StringComparer.Ordinal);
        foreach (AnnotatedEntity entity in source.Entities)
        {
            if (entity.Role is not { } role) continue;
            foreach (string surface in entity.Surfaces)
            {
                if (!roles.TryGetValue(surface, out Role other) || role < other) roles[surface] = role;
            }
        }

        Role?[] labels = new Role?[paper.EntityCount];
        var bySurface = roles.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (MentionPlace place in paper.Places)
        {
            if (place.Entity >= 0 && labels[place.Entity] is null
                && bySurface.TryGetValue(paper.Passages.TextOf(place.Passage, place.Range), out Role role)) labels[place.Entity] = role;
        }

        return labels;
    }
}
