namespace Papergraph.Extraction;

/// <summary>Keeps the words met last, so that a frequent one is scored once.</summary>
/// <remarks>A word is a pure function of its characters and kind, so it does not matter which are kept, nor who of several threads puts one
/// down last. Each slot holds one word; memory is bounded.</remarks>
internal sealed class ScoredWordCache(CrfWeights weights, WordResources? words) : IWordForms
{
    private const int Size = 1 << 15;
    private readonly ScoredWord?[] _slots = new ScoredWord?[Size];

    public CrfWeights Weights => weights;

    /// <summary>Stands before and behind every sentence.</summary>
    public ScoredWord Boundary { get; } = new("", TokenKind.Symbol, words, weights);

    public WordForm Form(Passage passage, int token)
    {
        ReadOnlySpan<char> text = passage[token];
        if (text.Length > WordForm.LongestText) text = text[..WordForm.LongestText];
        TokenKind kind = passage.Tokens[token].Kind;
        ulong hash = Fingerprint.Of(text) + (ulong)kind;
        ref ScoredWord? slot = ref _slots[(int)(hash ^ (hash >> 32)) & (Size - 1)];
        ScoredWord? known = Volatile.Read(ref slot);
        if (known is not null && known.Kind == kind && text.SequenceEqual(known.Text)) return known;
        ScoredWord made = new(text, kind, words, weights);
        Volatile.Write(ref slot, made);
        return made;
    }
}
