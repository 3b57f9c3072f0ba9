namespace Papergraph.Extraction;

/// <summary>The attributes that all tokens of a noun phrase share: its head, the words before and behind it, the verbs next to
/// it.</summary>
internal static class PhraseAttributes
{
    /// <summary>A word that stands nowhere: the boundary of the sentence.</summary>
    public const int NoToken = -1;

    /// <summary>Most words that speak of a phrase by themselves.</summary>
    public const int MostWords = 7;

    // Clusterings of the narrow window.
    private const int Coarse = 0, Middle = 1;

    /// <summary>Adds all of them.</summary>
    public static void Add<TSink>(PassageContext passage, TokenRange sentence, TokenRange phrase, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        Span<(int Token, PhraseRole Role)> words = stackalloc (int, PhraseRole)[MostWords];
        foreach ((int token, PhraseRole role) in words[..FindWords(passage, sentence, phrase, words)])
            PhraseWordAttributes.Add(FormOf(passage, token), role, ref sink);
        AddJoint(passage, sentence, phrase, ref sink);
    }

    /// <summary>Finds the words that speak of a phrase by themselves.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="sentence">The sentence that holds the phrase.</param>
    /// <param name="phrase">The phrase.</param>
    /// <param name="into">Receives the tokens, or <see cref="NoToken"/>, each with its role; room for <see cref="MostWords"/>.</param>
    /// <returns>How many they are.</returns>
    public static int FindWords(PassageContext passage, TokenRange sentence, TokenRange phrase, Span<(int Token, PhraseRole Role)> into)
    {
        bool isTitle = passage.Passage.Field == Corpus.TextField.Title;
        int count = 0;
        into[count++] = (phrase.End - 1, isTitle ? PhraseRole.HeadInTitle : PhraseRole.Head);
        into[count++] = (WordBefore(passage, sentence, phrase), PhraseRole.Before);
        into[count++] = (WordAfter(sentence, phrase), PhraseRole.After);
        ref readonly PassageContext.Place first = ref passage.Places[phrase.First], last = ref passage.Places[phrase.End - 1];
        if (first.VerbBefore >= 0) into[count++] = (first.VerbBefore, PhraseRole.VerbBefore);
        if (last.VerbAfter >= 0) into[count++] = (last.VerbAfter, PhraseRole.VerbAfter);
        int before = Neighbour(passage, sentence, phrase.First, -1), after = Neighbour(passage, sentence, phrase.End - 1, 1);
        if (before >= 0) into[count++] = (before, PhraseRole.NeighbourBefore);
        if (after >= 0) into[count++] = (after, PhraseRole.NeighbourAfter);
        return count;
    }

    /// <summary>Adds what several words say together. What the head is together with its surroundings tells the type: <c>on</c> a
    /// collection, <c>for</c> an activity.</summary>
    public static void AddJoint<TSink>(PassageContext passage, TokenRange sentence, TokenRange phrase, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        int before = WordBefore(passage, sentence, phrase), verbBefore = passage.Places[phrase.First].VerbBefore;
        WordForm wordBefore = FormOf(passage, before), wordAfter = FormOf(passage, WordAfter(sentence, phrase));
        WordForm head = passage.Forms[phrase.End - 1];
        if (before > sentence.First)
            sink.Add(Fingerprint.Of(AttributeKind.BeforePhrasePair, 0, Fingerprint.Mix(passage.Forms[before - 1].Lemma, wordBefore.Lower)));
        ulong coarse = (ulong)(head.Cluster(Coarse) + 1), middle = (ulong)(head.Cluster(Middle) + 1);
        sink.Add(Fingerprint.Of(AttributeKind.HeadBehind, 0, Fingerprint.Mix(wordBefore.Lower, head.Lemma)));
        sink.Add(Fingerprint.Of(AttributeKind.HeadBehindCluster, 0, Fingerprint.Mix(wordBefore.Lower, coarse)));
        sink.Add(Fingerprint.Of(AttributeKind.HeadBehindCluster, 1, Fingerprint.Mix(wordBefore.Lower, middle)));
        sink.Add(Fingerprint.Of(AttributeKind.HeadBefore, 0, Fingerprint.Mix(wordAfter.Lower, coarse)));
        if (verbBefore >= 0)
            sink.Add(Fingerprint.Of(AttributeKind.HeadAfterVerb, 0, Fingerprint.Mix(passage.Forms[verbBefore].Lemma, coarse)));
        ulong text = 0;
        for (int token = phrase.End - 1; token >= Math.Max(phrase.First, phrase.End - 4); token--)
        {
            text = Fingerprint.Mix(text, passage.Forms[token].Lower);
            if (token < phrase.End - 1) sink.Add(Fingerprint.Of(AttributeKind.PhraseEnd, phrase.End - token, text));
        }

        sink.Add(Fingerprint.Of(AttributeKind.PhraseText, 0, Fingerprint.Mix(text, (ulong)phrase.Length)));
    }

    private static WordForm FormOf(PassageContext passage, int token) => token == NoToken ? WordForm.Boundary : passage.Forms[token];

    private static int WordBefore(PassageContext passage, TokenRange sentence, TokenRange phrase)
    {
        int before = phrase.First - 1;
        if (before >= sentence.First && passage.Passage.Parts[before] == Part.Determiner) before--;
        return before >= sentence.First ? before : NoToken;
    }

    private static int WordAfter(TokenRange sentence, TokenRange phrase) => phrase.End < sentence.End ? phrase.End : NoToken;

    // The head of the phrase that a comma or `and` joins to this one, which is often of the same type.
    private static int Neighbour(PassageContext passage, TokenRange sentence, int edge, int direction)
    {
        Passage text = passage.Passage;
        int at = edge + direction;
        while (Holds(sentence, at) && Math.Abs(at - edge) <= 2 && (text.Is(at, ',') || text.Parts[at] == Part.Conjunction)) at += direction;
        if (at == edge + direction || !Holds(sentence, at) || passage.Places[at].Phrase.Length == 0) return NoToken;
        return passage.Places[at].Phrase.End - 1;
    }

    private static bool Holds(TokenRange sentence, int token) => token >= sentence.First && token < sentence.End;
}
