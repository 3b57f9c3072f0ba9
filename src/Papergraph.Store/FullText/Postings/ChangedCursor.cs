using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>Walks through the changed documents that have a term.</summary>
internal sealed class ChangedCursor(ImmutableSortedDictionary<int, TermInDocument> documents) : PostingCursor
{
    private readonly KeyValuePair<int, TermInDocument>[] _documents = [.. documents];
    private int _index = -1;

    public override ReadOnlySpan<FieldFrequency> Fields => _documents[_index].Value.Fields;

    public override int Advance(int target)
    {
        if (target <= Node) return Node;
        (int low, int high) = (_index + 1, _documents.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_documents[middle].Key < target) low = middle + 1;
            else high = middle;
        }

        _index = low;
        return Node = low < _documents.Length ? _documents[low].Key : End;
    }

    public override void ReadPositions(int entry, List<int> into)
    {
        into.Clear();
        into.AddRange(_documents[_index].Value.Positions[entry]);
    }
}
