namespace Papergraph.Store;

/// <summary>Distinct terms in UTF-8, ascending by their bytes.</summary>
internal interface ITermList
{
    int TermCount { get; }

    ReadOnlySpan<byte> Term(int number);
}

/// <summary>Looks terms up in a sorted list.</summary>
internal static class TermLists
{
    /// <summary>The number of the first term that is not less than the bytes; the count if all are less.</summary>
    public static int LowerBound(this ITermList terms, ReadOnlySpan<byte> utf8, int from = 0)
    {
        (int low, int high) = (from, terms.TermCount);
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (terms.Term(middle).SequenceCompareTo(utf8) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The number of the term, or −1.</summary>
    public static int Find(this ITermList terms, ReadOnlySpan<byte> utf8)
    {
        int number = terms.LowerBound(utf8);
        return number < terms.TermCount && terms.Term(number).SequenceEqual(utf8) ? number : -1;
    }
}
