namespace Papergraph.Algorithms;

/// <summary>The most similar of the nodes offered, the least similar of them on top.</summary>
internal sealed class NearestHeap(int most)
{
    private readonly int[] _nodes = new int[most];
    private readonly float[] _similarities = new float[most];
    private int _count;

    internal void Clear() => _count = 0;

    /// <summary>Whether a node so similar is among the most similar. Nodes come in ascending order, so one that is only as similar comes
    /// too late.</summary>
    internal bool Wants(float similarity) => _count < _nodes.Length || similarity > _similarities[0];

    /// <summary>Takes a node that is wanted.</summary>
    internal void Add(int node, float similarity)
    {
        if (_count < _nodes.Length)
        {
            int at = _count++;
            for (int parent; at > 0 && IsBelow(similarity, node, parent = (at - 1) / 2); at = parent)
                (_nodes[at], _similarities[at]) = (_nodes[parent], _similarities[parent]);
            (_nodes[at], _similarities[at]) = (node, similarity);
        }
        else
        {
            Sink(node, similarity);
        }
    }

    /// <summary>Writes the nodes down by falling similarity, and −1 and 0 where there are no more. The heap is empty then.</summary>
    internal void MoveTo(Span<int> nodes, Span<float> similarities)
    {
        nodes[_count..].Fill(-1);
        similarities[_count..].Clear();
        while (_count > 0)
        {
            (nodes[_count - 1], similarities[_count - 1]) = (_nodes[0], _similarities[0]);
            _count--;
            if (_count > 0) Sink(_nodes[_count], _similarities[_count]);
        }
    }

    /// <summary>Puts a node in the place of the one on top.</summary>
    private void Sink(int node, float similarity)
    {
        int at = 0;
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= _count) break;
            if (child + 1 < _count && IsBelow(_similarities[child + 1], _nodes[child + 1], child)) child++;
            if (IsBelow(similarity, node, child)) break;
            (_nodes[at], _similarities[at]) = (_nodes[child], _similarities[child]);
            at = child;
        }

        (_nodes[at], _similarities[at]) = (node, similarity);
    }

    /// <summary>Whether a node is less similar than the one at a place; of equal ones the later is.</summary>
    private bool IsBelow(float similarity, int node, int place) =>
        similarity < _similarities[place] || (similarity == _similarities[place] && node > _nodes[place]);
}
