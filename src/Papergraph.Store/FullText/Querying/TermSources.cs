using System.Text;

namespace Papergraph.Store;

/// <summary>A term that a query stands for.</summary>
/// <param name="Term">The term in UTF-8.</param>
/// <param name="DocumentCount">Number of documents that have it, at least 1.</param>
/// <param name="Distance">Edits between it and the word of the query.</param>
internal readonly record struct FoundTerm(byte[] Term, int DocumentCount, int Distance)
{
    public string Text => Encoding.UTF8.GetString(Term);
}

/// <summary>The terms of all parts of an index and of the changes since, as if they were one.</summary>
internal sealed class TermSources(FullTextContent stored, FullTextChanges changes)
{
    /// <summary>Number of documents that have the term now.</summary>
    public int DocumentCount(byte[] term)
    {
        ChangedTerm changed = changes.Of(term);
        int count = changed.Documents.Count - changed.Masked;
        foreach (FullTextPart part in stored.Parts)
        {
            if (part.Find(term) is int number and >= 0) count += part.DocumentCount(number);
        }

        return count;
    }

    /// <summary>A cursor over the documents that have the term, or null when none has.</summary>
    public PostingCursor? Cursor(byte[] term)
    {
        List<PostingCursor> cursors = [];
        foreach (FullTextPart part in stored.Parts)
        {
            if (part.Find(term) is int number and >= 0) cursors.Add(new BlockCursor(part, number, changes.Documents));
        }

        ChangedTerm changed = changes.Of(term);
        if (!changed.Documents.IsEmpty) cursors.Add(new ChangedCursor(changed.Documents));
        return cursors.Count switch
        {
            0 => null,
            1 => cursors[0],
            _ => new JoinedCursor(cursors),
        };
    }

    /// <summary>The terms that begin with the prefix, most frequent first; ties by the bytes of the terms.</summary>
    public FoundTerm[] WithPrefix(string prefix)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(prefix);
        SortedSet<byte[]> found = new(TermBytes.Order);
        foreach (ITermList terms in Lists())
        {
            for (int number = terms.LowerBound(utf8); number < terms.TermCount && terms.Term(number).StartsWith(utf8); number++)
                found.Add(terms.Term(number).ToArray());
        }

        return Rank(found.Select(term => (term, 0)));
    }

    /// <summary>The terms within the given distance of the word, nearest first, then most frequent, then by their bytes.</summary>
    public FoundTerm[] Near(string word, int distance)
    {
        SortedDictionary<byte[], int> found = new(TermBytes.Order);
        foreach (ITermList terms in Lists()) FuzzyWalk.Find(terms, word, distance, (term, edits) => found[term] = edits);
        return Rank(found.Select(term => (term.Key, term.Value)));
    }

    private IEnumerable<ITermList> Lists() => [.. stored.Parts, changes];

    private FoundTerm[] Rank(IEnumerable<(byte[] Term, int Distance)> terms) =>
        [.. terms.Select(term => new FoundTerm(term.Term, DocumentCount(term.Term), term.Distance))
            .Where(term => term.DocumentCount > 0)
            .OrderBy(term => term.Distance).ThenByDescending(term => term.DocumentCount).ThenBy(term => term.Term, TermBytes.Order)];
}
