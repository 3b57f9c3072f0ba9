namespace Papergraph.Store;

/// <summary>Walks through the documents that a term has in several parts; no two parts share a document.</summary>
internal sealed class JoinedCursor(IReadOnlyList<PostingCursor> parts) : PostingCursor
{
    private PostingCursor _current = parts[0];

    public override ReadOnlySpan<FieldFrequency> Fields => _current.Fields;

    public override int Advance(int target)
    {
        if (target <= Node) return Node;
        Node = End;
        foreach (PostingCursor part in parts)
        {
            if (part.Advance(target) < Node) (Node, _current) = (part.Node, part);
        }

        return Node;
    }

    public override void ReadPositions(int entry, List<int> into) => _current.ReadPositions(entry, into);
}
