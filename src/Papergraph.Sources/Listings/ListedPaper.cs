namespace Papergraph.Sources.Listings;

/// <summary>Lines without a blank one between them.</summary>
/// <param name="Line">1-based line on which it begins.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record ListingParagraph(long Line, List<string> Lines)
{
    /// <summary>Shortest paragraph, in characters, that is taken for an abstract by its looks alone.</summary>
    private const int ShortestAbstract = 200;

    private const int LongestTitle = 300;

    internal string Text => string.Join('\n', Lines);

    internal bool LooksLikeAbstract => Lines.Sum(l => l.Length) >= ShortestAbstract;

    /// <summary>One line of several words, shorter than an abstract and not the heading of a part of one.</summary>
    internal bool LooksLikeTitle =>
        Lines.Count == 1 && Lines[0].Length <= LongestTitle && Lines[0].Contains(' ', StringComparison.Ordinal)
        && !Lines[0].EndsWith(':') && !Byline.IsDate(Lines[0]);
}

/// <summary>One paper of a page, as it stands there.</summary>
/// <param name="Title">The line above the abstract.</param>
/// <param name="Abstract">Its paragraphs with blank lines between them, or null.</param>
/// <param name="Byline">What stands below, or null.</param>
/// <param name="Line">1-based line of the title.</param>
internal sealed record ListedPaper(string Title, string? Abstract, Byline? Byline, long Line)
{
    /// <summary>Splits what stands between two bylines into papers: one, or more when some have no byline.</summary>
    /// <param name="paragraphs">The paragraphs above the byline.</param>
    /// <param name="byline">The byline, which belongs to the last paper, or null below the last one.</param>
    /// <param name="isFirst">Whether the head or foot of the page may be among the paragraphs.</param>
    internal static IEnumerable<ListedPaper> Split(IReadOnlyList<ListingParagraph> paragraphs, Byline? byline, bool isFirst)
    {
        int start = isFirst ? FirstTitle(paragraphs, byline is not null) : 0;
        while (start < paragraphs.Count)
        {
            int next = start + 2;
            while (next < paragraphs.Count && !StartsPaper(paragraphs, next)) next++;
            bool isLast = next >= paragraphs.Count;
            yield return Paper(paragraphs, start, Math.Min(next, paragraphs.Count), isLast ? byline : null);
            start = next;
        }
    }

    /// <summary>Where the first paper begins below the head of a page: at what looks like a title above an abstract, or else, above a
    /// byline, at the last paragraph but one.</summary>
    private static int FirstTitle(IReadOnlyList<ListingParagraph> paragraphs, bool isAboveByline)
    {
        for (int i = 0; i + 1 < paragraphs.Count; i++)
            if (StartsPaper(paragraphs, i)) return i;
        return isAboveByline ? Math.Max(0, paragraphs.Count - 2) : paragraphs.Count;
    }

    private static bool StartsPaper(IReadOnlyList<ListingParagraph> paragraphs, int i) =>
        i + 1 < paragraphs.Count && paragraphs[i].LooksLikeTitle && paragraphs[i + 1].LooksLikeAbstract;

    private static ListedPaper Paper(IReadOnlyList<ListingParagraph> paragraphs, int start, int end, Byline? byline)
    {
        ListingParagraph first = paragraphs[start];
        string[] summary = [.. paragraphs.Skip(start + 1).Take(end - start - 1).Select(p => p.Text)];
        return summary.Length == 0 && first.Lines.Count > 1
            ? new ListedPaper(first.Lines[0], string.Join('\n', first.Lines.Skip(1)), byline, first.Line)
            : new ListedPaper(first.Text, summary.Length == 0 ? null : string.Join("\n\n", summary), byline, first.Line);
    }
}
