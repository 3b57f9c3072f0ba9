namespace Papergraph.Store;

/// <summary>How often a term occurs in one field of a document.</summary>
internal readonly record struct FieldFrequency(int Field, int Frequency);

/// <summary>Walks through the documents that have a term, by ascending nodes.</summary>
internal abstract class PostingCursor
{
    /// <summary>What <see cref="Node"/> is when there are no more documents.</summary>
    public const int End = int.MaxValue;

    /// <summary>The document that the cursor stands at; −1 before the first move.</summary>
    public int Node { get; protected set; } = -1;

    /// <summary>Moves to the first document whose node is at least <paramref name="target"/>; stays if it stands there.</summary>
    /// <returns>The new <see cref="Node"/>.</returns>
    public abstract int Advance(int target);

    /// <summary>The fields of the document that have the term, ascending. Valid until the next move.</summary>
    public abstract ReadOnlySpan<FieldFrequency> Fields { get; }

    /// <summary>Reads the positions of the term in one field of the document, ascending.</summary>
    /// <param name="entry">Index into <see cref="Fields"/>.</param>
    /// <param name="into">Receives the positions; cleared before.</param>
    public abstract void ReadPositions(int entry, List<int> into);
}
