namespace Papergraph.Store;

/// <summary>Walks through the documents that answer a part of a query, by ascending nodes, and scores them.</summary>
internal abstract class Scorer
{
    /// <summary>The document that the scorer stands at; −1 before the first move, <see cref="PostingCursor.End"/> after the last.</summary>
    public int Node { get; protected set; } = -1;

    /// <summary>No document scores more.</summary>
    public abstract double Bound { get; }

    /// <summary>About how many documents there are: who has fewer is asked first.</summary>
    public abstract long Cost { get; }

    /// <summary>Moves to the first document whose node is at least <paramref name="target"/>; stays if it stands there.</summary>
    public abstract int Advance(int target);

    /// <summary>The score of the document that the scorer stands at.</summary>
    public abstract double Score();

    /// <summary>Says that documents that score no more than this are of no use from now on.</summary>
    public virtual void PassOverUpTo(double score)
    {
    }
}
