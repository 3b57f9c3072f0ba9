namespace Papergraph.Extraction;

/// <summary>The attributes that a token has from what stands around it, beside those of <see cref="PartAttributes"/> and
/// <see cref="PhraseAttributes"/>, which many tokens share.</summary>
internal static class ContextAttributes
{
    // Clusterings of the narrow window, coarse first; those of the wide window follow.
    private const int Coarse = 0, Middle = 1;

    /// <summary>Adds the attributes of one token.</summary>
    public static void Add<TSink>(PaperContext paper, PassageContext passage, TokenRange sentence, int token, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        AddPairs(passage.FormIn(sentence, token - 1), passage.Forms[token], passage.FormIn(sentence, token + 1), ref sink);
        PlaceAttributes.AddSurroundings(PlaceAttributes.SurroundingsOf(passage, token), ref sink);
        if (passage.Forms[token].Kind != TokenKind.Symbol)
        {
            PlaceAttributes.AddRecurrence(PlaceAttributes.RecurrenceOf(paper, passage, token), ref sink);
            PlaceAttributes.AddNeighbourhood(PlaceAttributes.NeighbourhoodOf(paper, passage, sentence, token), ref sink);
        }

        TokenRange phrase = passage.Places[token].Phrase;
        if (phrase.Length == 0) return;
        PlaceAttributes.AddPhrasePlace(PlaceAttributes.PhrasePlaceOf(phrase, token), ref sink);
        PhraseWordAttributes.Add(passage.Forms[phrase.End - 1], PhraseWordAttributes.HeadBehind(phrase, token), ref sink);
    }

    /// <summary>Adds those of a word with its neighbours.</summary>
    public static void AddPairs<TSink>(WordForm before, WordForm own, WordForm after, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        sink.Add(Fingerprint.Of(AttributeKind.WordPair, -1, Fingerprint.Mix(before.Lower, own.Lower)));
        sink.Add(Fingerprint.Of(AttributeKind.WordPair, 0, Fingerprint.Mix(own.Lower, after.Lower)));
        ulong clusterBefore = Cluster(before, Middle), cluster = Cluster(own, Middle), clusterAfter = Cluster(after, Middle);
        sink.Add(Fingerprint.Of(AttributeKind.ClusterPair, -1, (clusterBefore << 16) | cluster));
        sink.Add(Fingerprint.Of(AttributeKind.ClusterPair, 0, (cluster << 16) | clusterAfter));
        ulong triple = (Cluster(before, Coarse) << 32) | (Cluster(own, Coarse) << 16) | Cluster(after, Coarse);
        sink.Add(Fingerprint.Of(AttributeKind.ClusterTriple, 0, triple));
    }

    private static ulong Cluster(WordForm form, int clustering) => (ulong)(form.Cluster(clustering) + 1);
}
