namespace Papergraph.Store;

/// <summary>Finds nodes by the words of their texts, best first.</summary>
/// <remarks>
/// <para>A query is any text. Its words are looked up in singular and plural; documents that have several of them, rare ones, or have
/// them in short texts and weighty fields come first (BM25F). A word that no document has stands for the words that begin with it.</para>
/// <para><c>+word</c> must be there, <c>-word</c> must not; <c>"a phrase"</c> stands exactly like this; <c>begin*</c>, <c>mispelt~</c>
/// and <c>mispellt~2</c> stand for words that begin like this or are so many edits away; <c>property:word</c> looks into the fields of
/// one property; brackets group. <c>docs/search.md</c> says more.</para>
/// <para>Safe for any number of threads.</para>
/// </remarks>
public sealed class FullTextIndex
{
    /// <summary>The most hits that can be asked for.</summary>
    public const int GreatestLimit = 10_000;

    /// <summary>Most fields that an index may have.</summary>
    public const int MostFields = FullTextDefinition.MostFields;

    private const int DocumentsBetweenCancellationChecks = 1 << 12;

    private readonly FullTextState _state;

    internal FullTextIndex(FullTextState state) => _state = state;

    /// <summary>Name of the index.</summary>
    public string Name => _state.Definition.Name;

    /// <summary>What is indexed.</summary>
    public IReadOnlyList<FullTextField> Fields => _state.Definition.Fields;

    /// <summary>Number of nodes that have a word in any field.</summary>
    public int DocumentCount => _state.Stored.DocumentCount + _state.Changes.DocumentCount;

    /// <summary>The nodes that answer a query, best first.</summary>
    /// <param name="query">Any text.</param>
    /// <param name="limit">Most hits returned, 1 to <see cref="GreatestLimit"/>.</param>
    /// <param name="filter">If given, only nodes that it accepts are hits.</param>
    /// <param name="cancellation">Observed now and then.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside its range.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public FullTextResult Search(string query, int limit, Func<int, bool>? filter = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, GreatestLimit);
        QueryPlan plan = QueryPlanner.Plan(query, _state.Stored, _state.Changes);
        return new(_state, plan, plan.Scorer is { } scorer ? Best(scorer, limit, filter, cancellation) : []);
    }

    /// <summary>Words that documents have and that are at most two edits away from this one, nearest first, then most frequent.</summary>
    /// <inheritdoc cref="Search" path="/exception"/>
    public IReadOnlyList<string> WordsNear(string word, int limit) =>
        [.. new TermSources(_state.Stored, _state.Changes).Near(Core.TextFolding.Fold(word), 2).Take(limit).Select(term => term.Text)];

    private static FullTextHit[] Best(Scorer scorer, int limit, Func<int, bool>? filter, CancellationToken cancellation)
    {
        // The worst hit is on top. Nodes come in ascending order, so among equal scores the greatest node is the worst.
        PriorityQueue<FullTextHit, FullTextHit> best = new(Comparer<FullTextHit>.Create((a, b) =>
            a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Node.CompareTo(a.Node)));
        int seen = 0;
        for (int node = scorer.Advance(0); node != PostingCursor.End; node = scorer.Advance(node + 1))
        {
            if (++seen % DocumentsBetweenCancellationChecks == 0) cancellation.ThrowIfCancellationRequested();
            if (filter is not null && !filter(node)) continue;
            FullTextHit hit = new(node, scorer.Score());
            if (best.Count < limit) best.Enqueue(hit, hit);
            else if (hit.Score > best.Peek().Score) best.EnqueueDequeue(hit, hit);
            if (best.Count == limit) scorer.PassOverUpTo(best.Peek().Score);
        }

        FullTextHit[] hits = new FullTextHit[best.Count];
        for (int i = hits.Length - 1; i >= 0; i--) hits[i] = best.Dequeue();
        return hits;
    }
}
