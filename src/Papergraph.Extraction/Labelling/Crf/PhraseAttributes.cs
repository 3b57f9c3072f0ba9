namespace Papergraph.Extraction;

/// <summary>The attributes that all tokens of a noun phrase share: its head, the words before and behind it, the verbs next to it.</summary>
internal static class PhraseAttributes
{
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
    }
}
