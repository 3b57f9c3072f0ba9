namespace Papergraph.Extraction;

/// <summary>Adds up what the attributes of each token of a sequence say of its tag.</summary>
/// <remarks>Made once and used again for sequence after sequence. What a word, three parts of speech or a place say is added up once and
/// kept; what a noun phrase says is added up once for all its tokens. Sums have one order on every machine.</remarks>
internal sealed class EmissionSums
{
    private readonly ScoredWordCache _words;
    private readonly PlaceSums _places;
    private readonly PartSums _partsBefore, _partsAround, _partsBehind;
    private readonly WeightBatch _batch;
    private readonly int _stride;
    private readonly float[] _phraseSums, _nothing;
    private float[] _rows = [];

    public EmissionSums(ScoredWordCache words, PlaceSums places)
    {
        CrfWeights weights = words.Weights;
        (_words, _places, _stride) = (words, places, weights.Tags.Stride);
        (_partsBefore, _partsAround, _partsBehind) = (new PartSums(weights, -2), new PartSums(weights, -1), new PartSums(weights, 0));
        _batch = new WeightBatch(weights);
        (_phraseSums, _nothing) = (new float[_stride], new float[_stride]);
    }

    /// <summary>Adds up.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="passage">One of its passages, whose words are those of the cache.</param>
    /// <param name="sentence">A sentence of the passage.</param>
    /// <param name="sequence">The tokens of it that are wanted.</param>
    /// <returns>A row of <see cref="TagSet.Stride"/> numbers for each token; good until the next sequence is read.</returns>
    public ReadOnlySpan<float> Read(PaperContext paper, PassageContext passage, TokenRange sentence, TokenRange sequence)
    {
        int length = sequence.Length * _stride;
        if (_rows.Length < length) _rows = new float[2 * length];
        Array.Clear(_rows, 0, length);
        LookUp(passage, sentence, sequence);
        AddWords(passage, sentence, sequence);
        AddPlaces(paper, passage, sentence, sequence);
        AddPhrases(passage, sentence, sequence);
        return _rows.AsSpan(0, length);
    }

    private Span<float> Row(TokenRange sequence, int token) => _rows.AsSpan((token - sequence.First) * _stride, _stride);

    // A group for each token, then one for each noun phrase, of what is not kept.
    private void LookUp(PassageContext passage, TokenRange sentence, TokenRange sequence)
    {
        _batch.Reset(2 * sequence.Length);
        for (int token = sequence.First; token < sequence.End; token++)
        {
            WeightBatch.Group group = _batch.Begin();
            ContextAttributes.AddPairs(
                passage.FormIn(sentence, token - 1), passage.Forms[token], passage.FormIn(sentence, token + 1), ref group);
            _batch.End(group);
        }

        for (int token = sequence.First; token < sequence.End; token++)
        {
            if (!BeginsPhrase(passage, sequence, token)) continue;
            WeightBatch.Group group = _batch.Begin();
            PhraseAttributes.AddJoint(passage, sentence, passage.Places[token].Phrase, ref group);
            _batch.End(group);
        }

        _batch.Resolve();
    }

    // The rest of a phrase that a long sequence was cut in begins anew.
    private static bool BeginsPhrase(PassageContext passage, TokenRange sequence, int token)
    {
        TokenRange phrase = passage.Places[token].Phrase;
        return phrase.Length > 0 && token == Math.Max(sequence.First, phrase.First);
    }

    private void AddWords(PassageContext passage, TokenRange sentence, TokenRange sequence)
    {
        ScoredWord first = WordAt(passage, sentence, sequence.First - 2), second = WordAt(passage, sentence, sequence.First - 1);
        ScoredWord own = WordAt(passage, sentence, sequence.First), fourth = WordAt(passage, sentence, sequence.First + 1);
        for (int token = sequence.First; token < sequence.End; token++)
        {
            ScoredWord last = WordAt(passage, sentence, token + 2);
            Span<float> row = Row(sequence, token);
            CrfWeights.Add(first.Sums(-2), second.Sums(-1), own.Sums(0), row);
            CrfWeights.Add(fourth.Sums(1), last.Sums(2), _nothing, row);
            (first, second, own, fourth) = (second, own, fourth, last);
        }
    }

    private void AddPlaces(PaperContext paper, PassageContext passage, TokenRange sentence, TokenRange sequence)
    {
        for (int token = sequence.First; token < sequence.End; token++)
        {
            Span<float> row = Row(sequence, token);
            _batch.AddTo(token - sequence.First, row);
            uint window = PartAttributes.Window(passage.Passage, sentence, token);
            CrfWeights.Add(_partsBefore[window], _partsAround[window], _partsBehind[window], row);
            bool isSymbol = passage.Forms[token].Kind == TokenKind.Symbol;
            CrfWeights.Add(
                _places.Surroundings[PlaceAttributes.SurroundingsOf(passage, token)],
                isSymbol ? _nothing : _places.Recurrences[PlaceAttributes.RecurrenceOf(paper, passage, token)],
                isSymbol ? _nothing : _places.Neighbourhoods[PlaceAttributes.NeighbourhoodOf(paper, passage, sentence, token)],
                row);
        }
    }

    private void AddPhrases(PassageContext passage, TokenRange sentence, TokenRange sequence)
    {
        int group = sequence.Length;
        for (int token = sequence.First; token < sequence.End; token++)
        {
            TokenRange phrase = passage.Places[token].Phrase;
            if (phrase.Length == 0) continue;
            if (BeginsPhrase(passage, sequence, token)) SetPhraseSums(passage, sentence, phrase, group++);
            ScoredWord head = (ScoredWord)passage.Forms[phrase.End - 1];
            CrfWeights.Add(
                _phraseSums,
                _places.PhrasePlaces[PlaceAttributes.PhrasePlaceOf(phrase, token)],
                head.Sums(PhraseWordAttributes.HeadBehind(phrase, token)),
                Row(sequence, token));
        }
    }

    private void SetPhraseSums(PassageContext passage, TokenRange sentence, TokenRange phrase, int group)
    {
        Array.Clear(_phraseSums);
        Span<(int Token, PhraseRole Role)> words = stackalloc (int, PhraseRole)[PhraseAttributes.MostWords];
        foreach ((int token, PhraseRole role) in words[..PhraseAttributes.FindWords(passage, sentence, phrase, words)])
            CrfWeights.Add(WordAt(passage, sentence, token).Sums(role), _phraseSums);
        _batch.AddTo(group, _phraseSums);
    }

    private ScoredWord WordAt(PassageContext passage, TokenRange sentence, int token) =>
        token >= sentence.First && token < sentence.End ? (ScoredWord)passage.Forms[token] : _words.Boundary;
}
