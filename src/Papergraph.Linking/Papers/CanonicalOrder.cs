using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>An order of records that depends on their contents only.</summary>
internal static class CanonicalOrder
{
    /// <summary>Indexes of the records in canonical order.</summary>
    /// <remarks>Identifiers, title, source and key tell nearly all records apart; only those equal in these are encoded and
    /// hashed.</remarks>
    public static int[] Of(IReadOnlyList<PaperRecord> records)
    {
        int[] order = [.. Enumerable.Range(0, records.Count)];
        Array.Sort(order, (a, b) => CompareFirst(records[a], records[b]) is var first and not 0 ? first : a.CompareTo(b));
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && CompareFirst(records[order[start]], records[order[end]]) == 0) end++;
            if (end - start == 1) continue;
            Span<int> tied = order.AsSpan(start, end - start);
            string[] names = new string[tied.Length];
            for (int i = 0; i < names.Length; i++) names[i] = PaperRecordCodec.Name(PaperRecordCodec.Encode(records[tied[i]]));
            names.AsSpan().Sort(tied, StringComparer.Ordinal.Compare);
        }

        return order;
    }

    private static int CompareFirst(PaperRecord a, PaperRecord b)
    {
        for (int i = 0; i < a.Identifiers.Count && i < b.Identifiers.Count; i++)
            if (a.Identifiers[i].CompareTo(b.Identifiers[i]) is var order and not 0) return order;
        return a.Identifiers.Count.CompareTo(b.Identifiers.Count) is var count and not 0 ? count
            : string.CompareOrdinal(a.Title, b.Title) is var title and not 0 ? title
            : string.CompareOrdinal(a.Source, b.Source) is var source and not 0 ? source
            : string.CompareOrdinal(a.Key, b.Key);
    }
}
