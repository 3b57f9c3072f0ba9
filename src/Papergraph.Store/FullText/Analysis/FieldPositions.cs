namespace Papergraph.Store;

/// <summary>Counts the words of one field of one node and gives them positions, through all values of a list.</summary>
internal struct FieldPositions
{
    private int _valueStart;

    /// <summary>Number of words so far.</summary>
    public int Words { get; private set; }

    /// <summary>Whether no more words are taken.</summary>
    public readonly bool IsFull => Words >= PostingFormat.MostTokens;

    /// <summary>Takes the term that the reader stands at.</summary>
    /// <returns>Its position in the field.</returns>
    public int Take(in TokenReader tokens)
    {
        Words++;
        return _valueStart + tokens.Position;
    }

    /// <summary>Ends a value; the next begins far enough for no phrase to reach over.</summary>
    public void EndValue(in TokenReader tokens)
    {
        if (tokens.Position >= 0) _valueStart += tokens.Position + 1 + PostingFormat.ValueGap;
    }
}
