namespace Papergraph.Algorithms;

/// <summary>Nodes by rising distance; those of one distance by their number. A distance can be lowered.</summary>
/// <remarks>A heap with four children a node, which knows where each node stands: D. B. Johnson, “Priority queues with update and
/// finding minimum spanning trees”, Information Processing Letters 4(3), 1975, https://doi.org/10.1016/0020-0190(75)90001-0.</remarks>
internal sealed class NodeHeap(int nodeCount)
{
    private const int Children = 4;

    private readonly int[] _nodes = new int[nodeCount], _places = new int[nodeCount];
    private readonly double[] _distances = new double[nodeCount];

    public int Count { get; private set; }

    /// <summary>Puts a node in that is not there.</summary>
    public void Push(int node, double distance)
    {
        _distances[node] = distance;
        Rise(Count++, node);
    }

    /// <summary>Lowers the distance of a node that is there.</summary>
    public void Lower(int node, double distance)
    {
        _distances[node] = distance;
        Rise(_places[node], node);
    }

    /// <summary>Takes the first node out.</summary>
    public int Pop()
    {
        int first = _nodes[0], last = _nodes[--Count];
        if (Count > 0) Sink(last);
        return first;
    }

    public void Clear() => Count = 0;

    private bool Before(int a, int b) => _distances[a] < _distances[b] || (_distances[a] == _distances[b] && a < b);

    private void Rise(int place, int node)
    {
        while (place > 0)
        {
            int parent = (place - 1) / Children;
            if (!Before(node, _nodes[parent])) break;
            Put(_nodes[parent], place);
            place = parent;
        }

        Put(node, place);
    }

    private void Sink(int node)
    {
        int place = 0;
        while (true)
        {
            int least = (place * Children) + 1;
            if (least >= Count) break;
            for (int child = least + 1; child < Math.Min(Count, (place * Children) + 1 + Children); child++)
                if (Before(_nodes[child], _nodes[least])) least = child;
            if (!Before(_nodes[least], node)) break;
            Put(_nodes[least], place);
            place = least;
        }

        Put(node, place);
    }

    private void Put(int node, int place) => (_nodes[place], _places[node]) = (node, place);
}
