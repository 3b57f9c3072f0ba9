namespace Papergraph.ChatExtraction;

/// <summary>Finds the two occurrences, one of each list, that belong together most likely.</summary>
internal static class NearestPair
{
    /// <summary>The pair with the fewest sentences from one to the other, of those the one with the fewest characters between, of those the
    /// first; indexes into both lists.</summary>
    /// <param name="one">Sorted by place.</param>
    /// <param name="other">Sorted by place, without overlaps.</param>
    /// <param name="mostSentences">Most sentences from one to the other; 0 where both must stand in the same.</param>
    /// <returns>Null when there is no such pair in one field.</returns>
    /// <remarks>Cost: |one| · log |other|, as only the neighbours of an occurrence can be nearest to it.</remarks>
    public static (int One, int Other)? Find(IReadOnlyList<Occurrence> one, List<Occurrence> other, int mostSentences)
    {
        (int One, int Other)? best = null;
        (int Sentences, int Characters) least = (mostSentences, int.MaxValue);
        for (int i = 0; i < one.Count; i++)
        {
            int after = other.BinarySearch(one[i]);
            if (after < 0) after = ~after;
            for (int j = Math.Max(0, after - 1); j <= Math.Min(other.Count - 1, after + 1); j++)
            {
                if (one[i].SentencesTo(other[j]) is not { } sentences) continue;
                (int, int) distance = (sentences, one[i].CharactersTo(other[j]));
                if (distance.CompareTo(least) >= 0) continue;
                (best, least) = ((i, j), distance);
            }
        }

        return best;
    }
}
