using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>How the texts differ from those that the segment's index holds. Immutable.</summary>
/// <param name="Documents">The nodes that changed, with the terms that they have now: what the segment says of them is void.</param>
/// <param name="Terms">What that means for each term, in the order of terms.</param>
/// <param name="DocumentCount">How many documents the graph has more than the segment, or less.</param>
/// <param name="FieldDocuments">For each field, how many more documents have words in it.</param>
/// <param name="FieldWords">For each field, how many more words all documents have.</param>
internal sealed record FullTextChanges(
    ImmutableDictionary<int, ChangedDocument> Documents, ImmutableSortedSet<ChangedTerm> Terms, int DocumentCount,
    ImmutableArray<int> FieldDocuments, ImmutableArray<long> FieldWords) : ITermList
{
    public int TermCount => Terms.Count;

    public ReadOnlySpan<byte> Term(int number) => Terms[number].Term;

    public static FullTextChanges None(int fields) => new(
        ImmutableDictionary<int, ChangedDocument>.Empty, ImmutableSortedSet.Create(ChangedTerm.ByTerm), 0,
        [.. new int[fields]], [.. new long[fields]]);

    public ChangedTerm Of(byte[] term) =>
        Terms.TryGetValue(ChangedTerm.Unchanged(term), out ChangedTerm? known) ? known : ChangedTerm.Unchanged(term);

    /// <summary>The changes with some documents replaced.</summary>
    /// <param name="stored">What the segment holds.</param>
    /// <param name="texts">For each node the values of its fields as they are now.</param>
    public FullTextChanges With(FullTextContent stored, IEnumerable<KeyValuePair<int, IReadOnlyList<string>?[]>> texts)
    {
        ImmutableDictionary<int, ChangedDocument>.Builder documents = Documents.ToBuilder();
        ImmutableSortedSet<ChangedTerm>.Builder terms = Terms.ToBuilder();
        int documentCount = DocumentCount;
        ImmutableArray<int>.Builder fieldDocuments = FieldDocuments.ToBuilder();
        ImmutableArray<long>.Builder fieldWords = FieldWords.ToBuilder();

        foreach ((int node, IReadOnlyList<string>?[] values) in texts)
        {
            if (documents.TryGetValue(node, out ChangedDocument? before))
            {
                Count(before, -1);
                foreach ((byte[] term, _) in before.Terms) Change(term, t => t with { Documents = t.Documents.Remove(node) });
            }
            else if (stored.Holds(node))
            {
                ChangedDocument inSegment = ChangedDocument.Of(stored.TextsOf(node));
                Count(inSegment, -1);
                foreach ((byte[] term, _) in inSegment.Terms) Change(term, t => t with { Masked = t.Masked + 1 });
            }

            ChangedDocument after = ChangedDocument.Of(values);
            Count(after, 1);
            foreach ((byte[] term, TermInDocument places) in after.Terms)
                Change(term, t => t with { Documents = t.Documents.SetItem(node, places) });
            documents[node] = after;
        }

        return new(documents.ToImmutable(), terms.ToImmutable(), documentCount, fieldDocuments.ToImmutable(), fieldWords.ToImmutable());

        void Count(ChangedDocument document, int sign)
        {
            if (document.Terms.Count > 0) documentCount += sign;
            for (int field = 0; field < document.Words.Length; field++)
            {
                fieldWords[field] += sign * document.Words[field];
                if (document.Words[field] > 0) fieldDocuments[field] += sign;
            }
        }

        void Change(byte[] term, Func<ChangedTerm, ChangedTerm> change)
        {
            ChangedTerm unchanged = ChangedTerm.Unchanged(term);
            ChangedTerm known = terms.TryGetValue(unchanged, out ChangedTerm? found) ? found : unchanged;
            ChangedTerm changed = change(known);
            terms.Remove(known);
            if (!changed.IsUnchanged) terms.Add(changed);
        }
    }
}
