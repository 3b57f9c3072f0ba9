namespace Papergraph.Extraction;

/// <summary>What classifiers want to know of a sentence.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="OwnVerb">The first verb of introduction whose subject is the paper or its authors, or −1.</param>
/// <param name="MainVerb">The first verb or auxiliary, or −1.</param>
/// <param name="Cues">All that its words say of the things around them.</param>
/// <param name="IsOwn">Whether it speaks of the paper's own work: <c>we</c>, <c>our</c>, <c>this paper</c>, <c>the proposed</c>.</param>
/// <param name="Opening">Hash of its first two words.</param>
internal readonly record struct SentenceView(TokenRange Range, int OwnVerb, int MainVerb, Cues Cues, bool IsOwn, ulong Opening)
{
    public static SentenceView Of(Passage passage, TokenRange range, ReadOnlySpan<ulong> words)
    {
        int ownVerb = -1, mainVerb = -1;
        Cues cues = Cues.None;
        bool isOwn = false;
        for (int i = range.First; i < range.End; i++)
        {
            Cues here = passage.Entries[i].Cues;
            cues |= here;
            if (mainVerb < 0 && passage.Parts[i] is Part.Verb or Part.Auxiliary) mainVerb = i;
            if (ownVerb < 0 && (here & Cues.Introduce) != 0 && IntroductionFinder.IsOwn(passage, range, i)) ownVerb = i;
            isOwn |= IsOwnWord(passage, i);
        }

        ulong opening = Fingerprint.Mix(words[range.First], range.Length > 1 ? words[range.First + 1] : 0);
        return new SentenceView(range, ownVerb, mainVerb, cues, isOwn, opening);
    }

    private static bool IsOwnWord(Passage passage, int token) => passage[token] switch
    {
        "we" or "We" or "our" or "Our" => true,
        "this" or "This" => token + 1 < passage.Tokens.Length
            && passage[token + 1] is "paper" or "work" or "article" or "study" or "thesis",
        "proposed" => passage.IsWord(token - 1, "the"),
        _ => false,
    };
}
