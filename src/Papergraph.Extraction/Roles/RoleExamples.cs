using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What annotators say of the entities of a paper, entity by entity.</summary>
internal static class RoleExamples
{
    /// <summary>Per entity the class of the first of its mentions that the annotators marked too, or
    /// <see cref="RoleClasses.Spurious"/>.</summary>
    public static int[] LabelsOf(AnnotatedPaper source, PaperMentions paper)
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

        int[] labels = new int[paper.EntityCount];
        Array.Fill(labels, RoleClasses.Spurious);
        var bySurface = roles.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (MentionPlace place in paper.Places)
        {
            if (place.Entity < 0 || labels[place.Entity] != RoleClasses.Spurious) continue;
            if (bySurface.TryGetValue(paper.Passages.TextOf(place.Passage, place.Range), out Role role)) labels[place.Entity] = (int)role;
        }

        return labels;
    }
}
