namespace Papergraph.Algorithms;

/// <summary>A priority queue of nodes, the least key first: an implicit heap of four children a node, with the place of each node, so that
/// a key can be lowered where it stands. D. B. Johnson, “Priority queues with update and finding minimum spanning trees”, Information
/// Processing Letters 4(3), 1975, https://doi.org/10.1016/0020-0190(75)90001-0.</summary>
/// <remarks>Four children lie in one or two lines of the cache and halve the depth of a heap of two. Keys must not be NaN. Of nodes with the
/// same key that of the least tie comes first; where ties are equal too, the order depends on the calls alone. Memory: 4 bytes a node of
/// the graph, and 16 a node in the queue.</remarks>
internal sealed class NodeQueue(int nodeCount)
{
    private const int Children = 4;

    private readonly int[] _place = NoPlaces(nodeCount);
    private int[] _nodes = new int[16];
    private double[] _keys = new double[16];
    private int[] _ties = new int[16];

    /// <summary>Number of nodes in the queue.</summary>
    public int Count { get; private set; }

    /// <summary>The least key.</summary>
    public double LeastKey => _keys[0];

    /// <summary>Puts a node in, or lowers its key; a key that is not lower changes nothing.</summary>
    public void PutOrLower(int node, double key, int tie = 0)
    {
        int at = _place[node];
        if (at < 0)
        {
            at = Count++;
            if (at == _nodes.Length)
            {
                Array.Resize(ref _nodes, at * 2);
                Array.Resize(ref _keys, at * 2);
                Array.Resize(ref _ties, at * 2);
            }
        }
        else if (!IsBefore(key, tie, _keys[at], _ties[at]))
        {
            return;
        }

        Rise(at, node, key, tie);
    }

    /// <summary>Takes the node of the least key.</summary>
    public int Take()
    {
        int least = _nodes[0], last = --Count;
        _place[least] = -1;
        if (last > 0) Sink(_nodes[last], _keys[last], _ties[last]);
        return least;
    }

    /// <summary>Takes all nodes out. O(nodes in the queue).</summary>
    public void Clear()
    {
        for (int at = 0; at < Count; at++) _place[_nodes[at]] = -1;
        Count = 0;
    }

    private static bool IsBefore(double key, int tie, double otherKey, int otherTie) => key < otherKey || (key == otherKey && tie < otherTie);

    private void Rise(int at, int node, double key, int tie)
    {
        int[] nodes = _nodes, place = _place, ties = _ties;
        double[] keys = _keys;
        while (at > 0)
        {
            int parent = (at - 1) / Children;
            if (!IsBefore(key, tie, keys[parent], ties[parent])) break;
            (nodes[at], keys[at], ties[at]) = (nodes[parent], keys[parent], ties[parent]);
            place[nodes[at]] = at;
            at = parent;
        }

        (nodes[at], keys[at], ties[at], place[node]) = (node, key, tie, at);
    }

    private void Sink(int node, double key, int tie)
    {
        int[] nodes = _nodes, place = _place, ties = _ties;
        double[] keys = _keys;
        int at = 0, count = Count;
        while (true)
        {
            int first = (at * Children) + 1, least = -1, leastTie = tie;
            double leastKey = key;
            for (int child = first; child < Math.Min(first + Children, count); child++)
                if (IsBefore(keys[child], ties[child], leastKey, leastTie)) (least, leastKey, leastTie) = (child, keys[child], ties[child]);
            if (least < 0) break;
            (nodes[at], keys[at], ties[at]) = (nodes[least], leastKey, leastTie);
            place[nodes[at]] = at;
            at = least;
        }

        (nodes[at], keys[at], ties[at], place[node]) = (node, key, tie, at);
    }

    private static int[] NoPlaces(int nodeCount)
    {
        int[] places = new int[nodeCount];
        Array.Fill(places, -1);
        return places;
    }
}
