using Papergraph.Corpus;

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
        Window window = new(passage, sentence, token);
        AddPairs(window, ref sink);
        AddPlace(paper, passage, window, ref sink);
        TokenRange phrase = passage.Places[token].Phrase;
        if (phrase.Length > 0) AddPhrase(passage, phrase, token, ref sink);
    }

    private static void AddPairs<TSink>(Window window, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        WordForm before = window.Form(-1), own = window.Form(0), after = window.Form(1);
        sink.Add(Fingerprint.Of(AttributeKind.WordPair, -1, Fingerprint.Mix(before.Lower, own.Lower)));
        sink.Add(Fingerprint.Of(AttributeKind.WordPair, 0, Fingerprint.Mix(own.Lower, after.Lower)));
        ulong clusterBefore = Cluster(before, Middle), cluster = Cluster(own, Middle), clusterAfter = Cluster(after, Middle);
        sink.Add(Fingerprint.Of(AttributeKind.ClusterPair, -1, (clusterBefore << 16) | cluster));
        sink.Add(Fingerprint.Of(AttributeKind.ClusterPair, 0, (cluster << 16) | clusterAfter));
        ulong triple = (Cluster(before, Coarse) << 32) | (Cluster(own, Coarse) << 16) | Cluster(after, Coarse);
        sink.Add(Fingerprint.Of(AttributeKind.ClusterTriple, 0, triple));
    }

    private static void AddPlace<TSink>(PaperContext paper, PassageContext passage, Window window, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        ref readonly PassageContext.Place place = ref passage.Places[window.Token];
        WordForm own = window.Form(0);
        ulong where = passage.Passage.Field == TextField.Title ? 0
            : place.Sentence == 0 ? 1 : place.Sentence == passage.Passage.Sentences.Length - 1 ? 2 : 3UL;
        sink.Add(Fingerprint.Of(AttributeKind.Sentence, 0, where));
        if (place.InBrackets) sink.Add(Fingerprint.Of(AttributeKind.InBrackets, 0, 0));
        if (place.InQuotes) sink.Add(Fingerprint.Of(AttributeKind.InQuotes, 0, 0));
        if (place.Defined != 0) sink.Add(Fingerprint.Of(AttributeKind.DefinedForm, 0, (ulong)place.Defined));
        if (own.Kind == TokenKind.Symbol) return;
        ulong occurrences = (uint)Math.Min(5, paper.Occurrences(own));
        sink.Add(Fingerprint.Of(AttributeKind.Occurrences, 0, occurrences | (window.Part(0) << 8)));
        if (paper.IsInTitle(own)) sink.Add(Fingerprint.Of(AttributeKind.InTitle, 0, where == 0 ? 0 : window.Part(0)));
        if (paper.IsCapitalized(own)) sink.Add(Fingerprint.Of(AttributeKind.CapitalizedElsewhere, 0, own.IsCapitalized ? 1UL : 0));
        ulong repeats = (paper.Occurrences(window.Form(-1), own) > 1 ? 1UL : 0) | (paper.Occurrences(own, window.Form(1)) > 1 ? 2UL : 0);
        sink.Add(Fingerprint.Of(AttributeKind.RepeatedPair, 0, repeats | (window.Part(0) << 8)));
    }

    private static void AddPhrase<TSink>(PassageContext passage, TokenRange phrase, int token, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        ulong fromEnd = (ulong)Math.Min(4, phrase.End - 1 - token), fromStart = (ulong)Math.Min(4, token - phrase.First);
        sink.Add(Fingerprint.Of(AttributeKind.PhrasePlace, 0, fromEnd));
        sink.Add(Fingerprint.Of(AttributeKind.PhrasePlace, 1, fromStart));
        sink.Add(Fingerprint.Of(AttributeKind.PhrasePlace, 2, (fromEnd << 8) | fromStart));
        WordForm head = passage.Forms[phrase.End - 1];
        sink.Add(Fingerprint.Of(AttributeKind.PhraseHeadLemma, 0, Fingerprint.Mix(head.Lemma, Math.Min(2, fromEnd))));
    }

    private static ulong Cluster(WordForm form, int clustering) => (ulong)(form.Cluster(clustering) + 1);

    /// <summary>A token with its neighbours; beyond the sentence there is nothing.</summary>
    private readonly ref struct Window(PassageContext passage, TokenRange sentence, int token)
    {
        // Behind the last part of speech.
        private const ulong NoPart = 255;

        public int Token { get; } = token;

        public WordForm Form(int offset) => Holds(offset) ? passage.Forms[Token + offset] : WordForm.Boundary;

        public ulong Part(int offset) => Holds(offset) ? (ulong)passage.Passage.Parts[Token + offset] : NoPart;

        private bool Holds(int offset) => Token + offset >= sentence.First && Token + offset < sentence.End;
    }
}
