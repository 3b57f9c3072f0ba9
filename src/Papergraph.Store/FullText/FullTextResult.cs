using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>A node that answers a query.</summary>
/// <param name="Node">The node.</param>
/// <param name="Score">How well it answers, above 0. Scores of one query on one state of the graph can be compared, no others.</param>
public readonly record struct FullTextHit(int Node, double Score);

/// <summary>A word of a query that no document has.</summary>
/// <param name="Word">The word as it was looked up: folded.</param>
/// <param name="Suggestions">Words that documents have and that are one or two edits away, best first; at most three, and only for the
/// first eight such words of a query.</param>
public sealed record UnknownWord(string Word, IReadOnlyList<string> Suggestions);

/// <summary>A passage of a text that shows why it answers a query.</summary>
/// <param name="Field">The field that it stands in.</param>
/// <param name="Text">The passage.</param>
/// <param name="Marks">What matched, in UTF-16 code units of <paramref name="Text"/>; ascending, without overlaps.</param>
/// <param name="Start">Where the passage begins in the value of the property, in UTF-16 code units.</param>
/// <param name="IsBegun">Whether the value has text before it.</param>
/// <param name="IsCut">Whether the value has text after it.</param>
public sealed record FullTextSnippet(FullTextField Field, string Text, IReadOnlyList<TextSpan> Marks, int Start, bool IsBegun, bool IsCut);

/// <summary>The answer to a query.</summary>
public sealed class FullTextResult
{
    private readonly FullTextState _state;
    private readonly IReadOnlyList<QueryMatch> _matches;

    internal FullTextResult(FullTextState state, QueryPlan plan, IReadOnlyList<FullTextHit> hits) =>
        (_state, _matches, Hits, UnknownWords, Notes) = (state, plan.Matches, hits, plan.Unknown, plan.Notes);

    /// <summary>The nodes, best first; equal scores by node.</summary>
    public IReadOnlyList<FullTextHit> Hits { get; }

    /// <summary>The words of the query that no document has.</summary>
    public IReadOnlyList<UnknownWord> UnknownWords { get; }

    /// <summary>What of the query was left out and why, a line each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The best passage of each field of a node that has something the query asks for, in the order of the fields.</summary>
    /// <param name="node">The node.</param>
    /// <param name="length">About how long a passage may be, in UTF-16 code units; at least 20.</param>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public IReadOnlyList<FullTextSnippet> Snippets(int node, int length = 200)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 20);
        List<FullTextSnippet> snippets = [];
        IReadOnlyList<IReadOnlyList<string>?> texts = _state.TextsOf(node);
        for (int field = 0; field < texts.Count; field++)
        {
            QueryMatch[] matches = [.. _matches.Where(match => match.Fields is null || match.Fields[field])];
            if (Best(_state.Definition.Fields[field], texts[field] ?? [], matches, length) is { } best) snippets.Add(best);
        }

        return snippets;
    }

    private static FullTextSnippet? Best(FullTextField field, IReadOnlyList<string> texts, QueryMatch[] matches, int length)
    {
        (double best, FullTextSnippet? snippet) = (0, null);
        foreach (string text in texts)
        {
            if (PassageFinder.Find(text, matches, length) is not var (score, passage, marks)) continue;
            if (snippet is not null && score <= best) continue;
            best = score;
            snippet = new(
                field, passage.Of(text), [.. marks.Select(mark => new TextSpan(mark.Start - passage.Start, mark.End - passage.Start))],
                passage.Start, passage.Start > 0, passage.End < text.Length);
        }

        return snippet;
    }
}
