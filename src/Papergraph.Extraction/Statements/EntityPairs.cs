using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Lists the pairs of entities of which a paper may state a relation: those that share a sentence, and what the paper introduces
/// with everything else, since <c>our method</c> may stand for it anywhere.</summary>
/// <remarks>Bounded: a mention is paired with at most <see cref="Reach"/> behind it in its sentence, and at most
/// <see cref="MostOwn"/> entities with all others.</remarks>
internal static class EntityPairs
{
    /// <summary>How probably an entity is introduced that pairs with those it shares no sentence with.</summary>
    public const double LeastOwn = 0.3;

    private const int Reach = 16, MostOwn = 3, MostEntities = 200;

    /// <summary>Pairs in a fixed order.</summary>
    /// <param name="paper">The mentions.</param>
    /// <param name="roles">The probability of every role of every entity: rows of <see cref="RoleClasses.Count"/>.</param>
    public static List<EntityPair> Of(PaperMentions paper, ReadOnlySpan<double> roles)
    {
        List<EntityPair> pairs = [];
        Dictionary<(int, int), int> known = [];
        for (int i = 0; i < paper.Places.Length; i++)
        {
            MentionPlace first = paper.Places[i];
            if (first.Entity < 0) continue;
            for (int j = i + 1; j < paper.Places.Length && j <= i + Reach; j++)
            {
                MentionPlace second = paper.Places[j];
                if (second.Passage != first.Passage || second.Sentence != first.Sentence) break;
                if (second.Entity >= 0 && second.Entity != first.Entity) Add(pairs, known, paper, new EntityPair(i, j, j - i - 1, 1));
            }
        }

        AddOwn(pairs, known, paper, roles);
        return pairs;
    }

    private static void Add(List<EntityPair> pairs, Dictionary<(int, int), int> known, PaperMentions paper, EntityPair pair)
    {
        if (!known.TryGetValue(KeyOf(paper, pair.First, pair.Second), out int index))
        {
            known.Add(KeyOf(paper, pair.First, pair.Second), pairs.Count);
            pairs.Add(pair);
            return;
        }

        EntityPair best = pairs[index].Between <= pair.Between ? pairs[index] : pair;
        pairs[index] = best with { Places = pairs[index].Places + 1 };
    }

    private static void AddOwn(List<EntityPair> pairs, Dictionary<(int, int), int> known, PaperMentions paper, ReadOnlySpan<double> roles)
    {
        Span<int> own = stackalloc int[MostOwn];
        int count = MostProbable(roles, own);
        for (int o = 0; o < count; o++)
        {
            for (int other = 0; other < paper.EntityCount && other < MostEntities; other++)
            {
                if (other == own[o]) continue;
                int first = paper.MentionsOf(own[o])[0], second = OwnMention(paper, other);
                if (known.TryAdd(KeyOf(paper, first, second), pairs.Count)) pairs.Add(new EntityPair(first, second, 0, 0));
            }
        }
    }

    private static int MostProbable(ReadOnlySpan<double> roles, Span<int> own)
    {
        int count = 0;
        for (int entity = 0; entity * RoleClasses.Count < roles.Length; entity++)
        {
            if (Introduced(roles, entity) < LeastOwn) continue;
            int at = count;
            while (at > 0 && Introduced(roles, own[at - 1]) < Introduced(roles, entity)) at--;
            if (at == own.Length) continue;
            count = Math.Min(count + 1, own.Length);
            for (int i = count - 1; i > at; i--) own[i] = own[i - 1];
            own[at] = entity;
        }

        return count;
    }

    private static double Introduced(ReadOnlySpan<double> roles, int entity) => roles[(entity * RoleClasses.Count) + (int)Role.Introduces];

    // The first mention in a sentence that speaks of the paper's own work, else the last.
    private static int OwnMention(PaperMentions paper, int entity)
    {
        IReadOnlyList<int> mentions = paper.MentionsOf(entity);
        foreach (int mention in mentions)
        {
            if (paper.SentenceOf(paper.Places[mention]).IsOwn) return mention;
        }

        return mentions[^1];
    }

    private static (int, int) KeyOf(PaperMentions paper, int first, int second)
    {
        int a = paper.Places[first].Entity, b = paper.Places[second].Entity;
        return a < b ? (a, b) : (b, a);
    }
}
