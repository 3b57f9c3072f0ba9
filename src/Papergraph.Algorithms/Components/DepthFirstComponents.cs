using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Tarjan's search for strongly connected components among the nodes that have no label yet.</summary>
/// <param name="graph">The graph.</param>
/// <param name="labels">One a node; nodes that have one count as gone. Each other node is given that of the node by which its component
/// was entered.</param>
/// <param name="run">Cancellation is observed.</param>
internal sealed class DepthFirstComponents(DirectedCsr graph, int[] labels, Execution run)
{
    // The least number among the nodes that a node is known to reach within its component; 0 before it is visited. Nodes are numbered
    // from 1 as they are visited.
    private readonly int[] _low = new int[graph.NodeCount];

    // Nodes done whose component is not yet complete.
    private int[] _open = new int[1024];
    private int _openCount;

    // The path from where the search began: the nodes being visited, with the place in their row that comes next and their number.
    private (int Node, int Next, int Number)[] _path = new (int, int, int)[1024];

    public void Search()
    {
        CsrView outgoing = new(graph.OutgoingRows);
        int visited = 0;
        for (int start = 0; start < labels.Length; start++)
        {
            if (labels[start] == StrongComponents.Unfinished) SearchFrom(start, ref visited, outgoing);
        }
    }

    private void SearchFrom(int start, ref int visited, CsrView outgoing)
    {
        int depth = 0;
        Enter(start, ref depth, ref visited);
        while (depth > 0)
        {
            ref (int Node, int Next, int Number) top = ref _path[depth - 1];
            (int node, int low) = (top.Node, _low[top.Node]);
            ReadOnlySpan<int> targets = outgoing.Neighbours(node);
            int place = top.Next, entered = -1;
            while (place < targets.Length && entered < 0)
            {
                int target = targets[place++];
                if (labels[target] != StrongComponents.Unfinished) continue;
                if (_low[target] == 0) entered = target;
                else low = Math.Min(low, _low[target]);
            }

            (top.Next, _low[node]) = (place, low);
            if (entered >= 0)
            {
                Enter(entered, ref depth, ref visited);
                continue;
            }

            depth--;
            if (low == top.Number) Complete(node, low);
            else Leave(node, depth);
        }
    }

    private void Enter(int node, ref int depth, ref int visited)
    {
        if ((visited & 0xFFF) == 0) run.Cancellation.ThrowIfCancellationRequested();
        if (depth == _path.Length) Array.Resize(ref _path, 2 * depth);
        _low[node] = ++visited;
        _path[depth++] = (node, 0, visited);
    }

    // The node reaches one that was entered before it, so the component goes on above.
    private void Leave(int node, int depth)
    {
        if (_openCount == _open.Length) Array.Resize(ref _open, 2 * _openCount);
        _open[_openCount++] = node;
        int parent = _path[depth - 1].Node;
        _low[parent] = Math.Min(_low[parent], _low[node]);
    }

    // What was left open since the node was entered reaches no further than it: that is its component.
    private void Complete(int node, int number)
    {
        labels[node] = node;
        while (_openCount > 0 && _low[_open[_openCount - 1]] >= number) labels[_open[--_openCount]] = node;
    }
}
