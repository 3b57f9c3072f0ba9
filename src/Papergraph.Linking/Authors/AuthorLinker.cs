namespace Papergraph.Linking;

/// <summary>Decides which names in bylines are one person.</summary>
/// <remarks>
/// <para>The same ORCID is the same person and different ORCIDs never are. Else two occurrences of the same full name (folded, with a
/// given name spelled out) are one person when they share something: an affiliation, a co-author, a citation from one paper to the
/// other, or the venue, looked at in this order. Where what is shared would join two ORCIDs, it joins nobody. Bylines of more than 50
/// people say nothing by co-authors or citations; preprint servers are no venue; a name that a byline prints twice is never joined.</para>
/// <para>The result is a function of the set of papers. Cost: near-linear in the occurrences, their co-authors and their papers'
/// citations.</para>
/// </remarks>
public static class AuthorLinker
{
    /// <summary>Links the authors.</summary>
    /// <param name="papers">The papers.</param>
    /// <param name="cancellation">Observed once a name.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static LinkedAuthors Link(IReadOnlyList<AuthoredPaper> papers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(papers);
        Bylines bylines = new(papers);
        AuthorClusters clusters = new(bylines);
        clusters.UniteByOrcid();
        foreach (List<int> namesakes in bylines.Namesakes())
        {
            cancellation.ThrowIfCancellationRequested();
            clusters.UniteByContext(namesakes);
        }

        return AuthorCatalog.Build(bylines, clusters);
    }
}
