namespace Papergraph.Extraction;

/// <summary>What surrounds each token of a passage: its noun phrase, the verbs next to it, brackets and quotes, its abbreviation
/// pair.</summary>
/// <remarks>Made once and used again for passage after passage.</remarks>
internal sealed class PassageContext
{
    private const int VerbReach = 12;
    private Place[] _places = [];

    /// <summary>What is known of the place of each token.</summary>
    public ReadOnlySpan<Place> Places => _places.AsSpan(0, Passage.Tokens.Length);

    public WordForm[] Forms { get; private set; } = [];

    /// <summary>The form of a token, or that of the boundary where it does not belong to the sentence.</summary>
    public WordForm FormIn(TokenRange sentence, int token) =>
        token >= sentence.First && token < sentence.End ? Forms[token] : WordForm.Boundary;

    public Passage Passage { get; private set; } = new(default, "");

    /// <summary>Reads a passage; <paramref name="paper"/> holds the abbreviations.</summary>
    public void Read(PaperPassages paper, int passage, IWordForms words)
    {
        Passage = paper[passage];
        int count = Passage.Tokens.Length;
        if (_places.Length < count) (_places, Forms) = (new Place[count * 2], new WordForm[count * 2]);
        Array.Clear(_places, 0, count);
        for (int i = 0; i < count; i++) Forms[i] = words.Form(Passage, i);
        for (int i = 0; i < Passage.Sentences.Length; i++) ReadSentence(Passage.Sentences[i], i);
        foreach (Corpus.Abbreviation pair in paper.Abbreviations)
        {
            if (pair.Short.Field != Passage.Field) continue;
            Mark(pair.Long.Span, DefinedForm.Long);
            Mark(pair.Short.Span, DefinedForm.Short);
        }
    }

    private void ReadSentence(TokenRange sentence, int number)
    {
        int depth = 0, verb = -1;
        bool quoted = false;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (Passage.Is(i, ')') || Passage.Is(i, ']')) depth = Math.Max(0, depth - 1);
            if (IsQuote(i)) quoted = !quoted;
            ref Place place = ref _places[i];
            place.Sentence = number;
            place.InBrackets = depth > 0;
            place.InQuotes = quoted;
            place.VerbBefore = verb >= 0 && i - verb <= VerbReach ? verb : -1;
            if (Passage.Is(i, '(') || Passage.Is(i, '[')) depth++;
            if (Passage.Parts[i] == Part.Verb) verb = i;
        }

        verb = -1;
        for (int i = sentence.End - 1; i >= sentence.First; i--)
        {
            _places[i].VerbAfter = verb >= 0 && verb - i <= VerbReach ? verb : -1;
            if (Passage.Parts[i] == Part.Verb) verb = i;
        }

        int first = sentence.First;
        while (first < sentence.End)
        {
            int end = first;
            while (end < sentence.End && IsInPhrase(Passage.Parts[end])) end++;
            for (int i = first; i < end; i++) _places[i].Phrase = new TokenRange(first, end);
            first = end > first ? end : first + 1;
        }
    }

    private void Mark(Core.TextSpan span, DefinedForm form)
    {
        if (Passage.TokensOf(span) is not { } range) return;
        for (int i = range.First; i < range.End; i++)
            _places[i].Defined = form | (i == range.First ? DefinedForm.First : 0) | (i == range.End - 1 ? DefinedForm.Last : 0);
    }

    private bool IsQuote(int token) => Passage.Is(token, '"') || Passage.Is(token, '\u201C') || Passage.Is(token, '\u201D');

    private static bool IsInPhrase(Part part) =>
        part is Part.Noun or Part.Name or Part.Adjective or Part.Participle or Part.Number or Part.Adverbial;

    /// <summary>Where a token stands in a form of an abbreviation pair.</summary>
    [Flags]
    public enum DefinedForm : byte
    {
        None = 0,
        Short = 1,
        Long = 2,
        First = 4,
        Last = 8,
    }

    /// <summary>What surrounds a token.</summary>
    public struct Place
    {
        /// <summary>The noun phrase around it; empty when there is none.</summary>
        public TokenRange Phrase;

        /// <summary>Number of its sentence.</summary>
        public int Sentence;

        /// <summary>The nearest verb before it in its sentence, or −1.</summary>
        public int VerbBefore;

        /// <summary>The nearest verb behind it, or −1.</summary>
        public int VerbAfter;

        public bool InBrackets, InQuotes;
        public DefinedForm Defined;
    }
}
