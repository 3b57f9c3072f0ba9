using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The part of an <see cref="InfluenceSystem"/> that cycles keep from plain substitution: finds its strong components, those first
/// that others wait for, and solves each as it is found.</summary>
/// <remarks>Components are found with the depth-first search of R. Tarjan, “Depth-First Search and Linear Graph Algorithms”, SIAM J.
/// Comput. 1(2), 1972, https://doi.org/10.1137/0201010, along incoming edges, so that a component comes after all that point to it. The
/// search keeps its own stack.</remarks>
internal sealed class CyclicPart(InfluenceTerms terms, ComponentSolver solver, string stage, Execution run)
{
    private const int Solved = int.MaxValue, NodesBetweenLooks = 1 << 14;

    private readonly int[] _state = new int[terms.Scores.Length];
    private readonly int[] _open = new int[terms.Scores.Length];
    private int _openCount, _found, _solved;

    /// <summary>Takes the score of a node for final.</summary>
    internal void SetSolved(int node)
    {
        _state[node] = Solved;
        terms.Store(node, terms.Scores[node]);
        _solved++;
    }

    /// <summary>Solves all nodes that are not yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Solve()
    {
        CsrView incoming = new(terms.Graph.IncomingRows);
        Stack<Frame> path = new();
        for (int root = 0; root < _state.Length; root++)
        {
            if (_state[root] != 0) continue;
            path.Push(Open(root));
            while (path.TryPop(out Frame frame))
            {
                ReadOnlySpan<int> row = incoming.Neighbours(frame.Node);
                int next = frame.Next, earliest = frame.Earliest;
                while (next < row.Length && _state[row[next]] is int seen and not 0)
                {
                    earliest = Math.Min(earliest, seen);
                    next++;
                }

                if (next < row.Length)
                {
                    path.Push(new(frame.Node, next, earliest));
                    path.Push(Open(row[next]));
                }
                else if (earliest == _state[frame.Node])
                {
                    Close(frame.Node);
                }
                else
                {
                    // A node of its component is open below it on the path.
                    Frame parent = path.Pop();
                    path.Push(parent with { Earliest = Math.Min(parent.Earliest, earliest) });
                }
            }
        }
    }

    private Frame Open(int node)
    {
        _state[node] = ++_found;
        _open[_openCount++] = node;
        if ((_found & (NodesBetweenLooks - 1)) == 0)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            run.Progress?.Report(new(stage, _solved, _state.Length, "nodes"));
        }

        return new(node, 0, _found);
    }

    /// <summary>Solves the component of which a node was found first.</summary>
    private void Close(int earliest)
    {
        int first = Array.LastIndexOf(_open, earliest, _openCount - 1);
        Span<int> members = _open.AsSpan(first, _openCount - first);
        foreach (int member in members) _state[member] = Solved;
        solver.Solve(members);
        _solved += members.Length;
        _openCount = first;
    }

    /// <summary>A node on the path of the search.</summary>
    /// <param name="Node">Which.</param>
    /// <param name="Next">The entry of its row to look at next.</param>
    /// <param name="Earliest">The least number of discovery among what it was seen to reach that is still open.</param>
    private readonly record struct Frame(int Node, int Next, int Earliest);
}
