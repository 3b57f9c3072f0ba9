namespace Papergraph.Algorithms;

/// <summary>The shortest paths from one node to all others.</summary>
/// <param name="Source">Where the paths begin.</param>
/// <param name="Distances">The length of the shortest path to each node, indexed by node; positive infinity where there is none.</param>
/// <param name="Predecessors">The last node but one of the shortest path to each node, indexed by node; −1 for the source and where there
/// is no path. Followed from any node they end at the source: they are a tree.</param>
public sealed record WeightedPaths(int Source, ReadOnlyMemory<double> Distances, ReadOnlyMemory<int> Predecessors)
{
    /// <summary>The nodes of the shortest path to the target, both ends with it; empty when there is none. O(length).</summary>
    /// <exception cref="Core.PapergraphException">PGA004: there is no such node.</exception>
    public int[] PathTo(int target)
    {
        if ((uint)target >= (uint)Distances.Length) throw AlgorithmErrors.NoSuchNode("target", target, Distances.Length);
        if (double.IsPositiveInfinity(Distances.Span[target])) return [];
        ReadOnlySpan<int> predecessors = Predecessors.Span;
        List<int> path = [target];
        while (path[^1] != Source) path.Add(predecessors[path[^1]]);
        path.Reverse();
        return [.. path];
    }
}

/// <summary>One path and its length.</summary>
/// <param name="Nodes">The nodes in the order of the path, both ends with it.</param>
/// <param name="Length">The sum of the weights of its edges, added from its begin to its end; their number when they have no weights. Of
/// parallel edges the lightest counts.</param>
public sealed record WeightedPath(ReadOnlyMemory<int> Nodes, double Length);
