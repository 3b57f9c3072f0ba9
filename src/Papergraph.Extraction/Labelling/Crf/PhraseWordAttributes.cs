namespace Papergraph.Extraction;

/// <summary>The attributes that the tokens of a noun phrase have from one word in it or near it, whatever the others are.</summary>
internal static class PhraseWordAttributes
{
    /// <summary>Number of <see cref="PhraseRole"/>s.</summary>
    public const int Roles = (int)PhraseRole.NeighbourAfter + 1;

    // A clustering of the narrow window.
    private const int Middle = 1;

    /// <summary>What the last word of a phrase is to one of its tokens.</summary>
    public static PhraseRole HeadBehind(TokenRange phrase, int token) => PhraseRole.HeadItself + Math.Min(2, phrase.End - 1 - token);

    /// <summary>Adds what the word says in its role.</summary>
    public static void Add<TSink>(WordForm word, PhraseRole role, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        switch (role)
        {
            case PhraseRole.Head or PhraseRole.HeadInTitle:
                AddHead(word, role == PhraseRole.HeadInTitle ? 1UL : 0, ref sink);
                break;
            case PhraseRole.HeadItself or PhraseRole.HeadNext or PhraseRole.HeadFar:
                ulong fromEnd = (ulong)(role - PhraseRole.HeadItself);
                sink.Add(Fingerprint.Of(AttributeKind.PhraseHeadLemma, 0, Fingerprint.Mix(word.Lemma, fromEnd)));
                break;
            case PhraseRole.Before:
                sink.Add(Fingerprint.Of(AttributeKind.BeforePhrase, 0, word.Lower));
                break;
            case PhraseRole.After:
                sink.Add(Fingerprint.Of(AttributeKind.AfterPhrase, 0, word.Lower));
                break;
            case PhraseRole.VerbBefore:
                sink.Add(Fingerprint.Of(AttributeKind.VerbBefore, 0, word.Lemma));
                break;
            case PhraseRole.VerbAfter:
                sink.Add(Fingerprint.Of(AttributeKind.VerbAfter, 0, word.Lemma));
                break;
            default:
                AddNeighbour(word, role == PhraseRole.NeighbourBefore ? -1 : 1, ref sink);
                break;
        }
    }

    private static void AddHead<TSink>(WordForm head, ulong title, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        sink.Add(Fingerprint.Of(AttributeKind.PhraseHead, 0, head.Lower));
        if (head.Entry.Head is { } type) sink.Add(Fingerprint.Of(AttributeKind.PhraseHeadType, 0, (ulong)type));
        for (int i = 0; i < head.Clusters.Length; i++)
            sink.Add(Fingerprint.Of(AttributeKind.PhraseHeadCluster, 0, ((ulong)i << 16) | head.Clusters[i]));
        sink.Add(Fingerprint.Of(AttributeKind.HeadInTitle, 0, Fingerprint.Mix(head.Lemma, title)));
        sink.Add(Fingerprint.Of(AttributeKind.HeadInTitle, 1, Fingerprint.Mix((ulong)(head.Cluster(Middle) + 1), title)));
    }

    private static void AddNeighbour<TSink>(WordForm head, int direction, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        sink.Add(Fingerprint.Of(AttributeKind.PhraseNeighbour, direction, Fingerprint.Mix(head.Lemma, 0)));
        for (int i = 0; i < head.Clusters.Length; i++)
            sink.Add(Fingerprint.Of(AttributeKind.PhraseNeighbour, direction, Fingerprint.Mix((ulong)i, (ulong)head.Clusters[i] + 1)));
    }
}
