namespace Papergraph.Extraction;

/// <summary>The terms of one passage by their tokens; they never overlap.</summary>
internal sealed class TermMap(Passage passage)
{
    private readonly List<Term> _terms = [];

    // Per token, 1 + the index of the term that covers it, or 0.
    private readonly int[] _covering = new int[passage.Tokens.Length];

    public Passage Passage { get; } = passage;

    /// <summary>The term that covers the token, or null.</summary>
    public Term? At(int token) => _covering[token] is > 0 and int index ? _terms[index - 1] : null;

    public bool IsFree(TokenRange range) => _covering.AsSpan(range.First, range.Length).IndexOfAnyExcept(0) < 0;

    /// <summary>Adds a term; whatever it overlaps goes. What is only noise is not added.</summary>
    public void Put(Term term)
    {
        if (term.Rule != TermRule.KnownName && Noise.Is(Passage, term.Range)) return;
        for (int token = term.Range.First; token < term.Range.End; token++)
        {
            if (At(token) is { } other) _covering.AsSpan(other.Range.First, other.Range.Length).Clear();
        }

        _terms.Add(term);
        _covering.AsSpan(term.Range.First, term.Range.Length).Fill(_terms.Count);
    }

    /// <summary>The terms in the order of the text.</summary>
    public IEnumerable<Term> InOrder()
    {
        for (int token = 0; token < _covering.Length; token++)
        {
            if (At(token) is not { } term) continue;
            yield return term;
            token = term.Range.End - 1;
        }
    }
}
