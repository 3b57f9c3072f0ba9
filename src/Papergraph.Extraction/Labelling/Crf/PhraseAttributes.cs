namespace Papergraph.Extraction;

/// <summary>The attributes that all tokens of a noun phrase share: its head, the words before and behind it, the verbs next to
/// it.</summary>
internal static class PhraseAttributes
{
    // Clusterings of the narrow window.
    private const int Coarse = 0, Middle = 1;

    public static void Add<TSink>(PassageContext passage, TokenRange sentence, TokenRange phrase, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        WordForm head = passage.Forms[phrase.End - 1];
        sink.Add(Fingerprint.Of(AttributeKind.PhraseHead, 0, head.Lower));
        if (head.Entry.Head is { } type) sink.Add(Fingerprint.Of(AttributeKind.PhraseHeadType, 0, (ulong)type));
        for (int i = 0; i < head.Clusters.Length; i++)
            sink.Add(Fingerprint.Of(AttributeKind.PhraseHeadCluster, 0, ((ulong)i << 16) | head.Clusters[i]));
        int before = phrase.First - 1;
        if (before >= sentence.First && passage.Passage.Parts[before] == Part.Determiner) before--;
        WordForm wordBefore = before >= sentence.First ? passage.Forms[before] : WordForm.Boundary;
        WordForm wordAfter = phrase.End < sentence.End ? passage.Forms[phrase.End] : WordForm.Boundary;
        sink.Add(Fingerprint.Of(AttributeKind.BeforePhrase, 0, wordBefore.Lower));
        sink.Add(Fingerprint.Of(AttributeKind.AfterPhrase, 0, wordAfter.Lower));
        if (before > sentence.First)
            sink.Add(Fingerprint.Of(AttributeKind.BeforePhrasePair, 0, Fingerprint.Mix(passage.Forms[before - 1].Lemma, wordBefore.Lower)));
        int verbBefore = passage.Places[phrase.First].VerbBefore, verbAfter = passage.Places[phrase.End - 1].VerbAfter;
        if (verbBefore >= 0) sink.Add(Fingerprint.Of(AttributeKind.VerbBefore, 0, passage.Forms[verbBefore].Lemma));
        if (verbAfter >= 0) sink.Add(Fingerprint.Of(AttributeKind.VerbAfter, 0, passage.Forms[verbAfter].Lemma));
        AddJoint(passage, phrase, wordBefore, wordAfter, verbBefore, ref sink);
        AddNeighbour(passage, sentence, phrase.First, -1, ref sink);
        AddNeighbour(passage, sentence, phrase.End - 1, 1, ref sink);
    }

    // What the head is together with its surroundings tells the type: `on` a collection, `for` an activity.
    private static void AddJoint<TSink>(
        PassageContext passage, TokenRange phrase, WordForm wordBefore, WordForm wordAfter, int verbBefore, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        WordForm head = passage.Forms[phrase.End - 1];
        ulong coarse = (ulong)(head.Cluster(Coarse) + 1), middle = (ulong)(head.Cluster(Middle) + 1);
        ulong title = passage.Passage.Field == Corpus.TextField.Title ? 1UL : 0;
        sink.Add(Fingerprint.Of(AttributeKind.HeadBehind, 0, Fingerprint.Mix(wordBefore.Lower, head.Lemma)));
        sink.Add(Fingerprint.Of(AttributeKind.HeadBehindCluster, 0, Fingerprint.Mix(wordBefore.Lower, coarse)));
        sink.Add(Fingerprint.Of(AttributeKind.HeadBehindCluster, 1, Fingerprint.Mix(wordBefore.Lower, middle)));
        sink.Add(Fingerprint.Of(AttributeKind.HeadBefore, 0, Fingerprint.Mix(wordAfter.Lower, coarse)));
        if (verbBefore >= 0)
            sink.Add(Fingerprint.Of(AttributeKind.HeadAfterVerb, 0, Fingerprint.Mix(passage.Forms[verbBefore].Lemma, coarse)));
        sink.Add(Fingerprint.Of(AttributeKind.HeadInTitle, 0, Fingerprint.Mix(head.Lemma, title)));
        sink.Add(Fingerprint.Of(AttributeKind.HeadInTitle, 1, Fingerprint.Mix(middle, title)));
        ulong text = 0;
        for (int token = phrase.End - 1; token >= Math.Max(phrase.First, phrase.End - 4); token--)
        {
            text = Fingerprint.Mix(text, passage.Forms[token].Lower);
            if (token < phrase.End - 1) sink.Add(Fingerprint.Of(AttributeKind.PhraseEnd, phrase.End - token, text));
        }

        sink.Add(Fingerprint.Of(AttributeKind.PhraseText, 0, Fingerprint.Mix(text, (ulong)phrase.Length)));
    }

    // The phrase that a comma or `and` joins to this one is often of the same type.
    private static void AddNeighbour<TSink>(PassageContext passage, TokenRange sentence, int edge, int direction, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        Passage text = passage.Passage;
        int at = edge + direction;
        while (Holds(sentence, at) && Math.Abs(at - edge) <= 2 && (text.Is(at, ',') || text.Parts[at] == Part.Conjunction)) at += direction;
        if (at == edge + direction || !Holds(sentence, at) || passage.Places[at].Phrase.Length == 0) return;
        WordForm head = passage.Forms[passage.Places[at].Phrase.End - 1];
        sink.Add(Fingerprint.Of(AttributeKind.PhraseNeighbour, direction, Fingerprint.Mix(head.Lemma, 0)));
        for (int i = 0; i < head.Clusters.Length; i++)
            sink.Add(Fingerprint.Of(AttributeKind.PhraseNeighbour, direction, Fingerprint.Mix((ulong)i, (ulong)head.Clusters[i] + 1)));
    }

    private static bool Holds(TokenRange sentence, int token) => token >= sentence.First && token < sentence.End;
}
