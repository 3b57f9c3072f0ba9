using Papergraph.Core;

namespace Papergraph.Engine.Analysis.Results;

/// <summary>Edges with a number each: a graph that was made, or what is said of the edges of one.</summary>
/// <param name="Facts">Numbers about the whole.</param>
/// <param name="AreDirected">Whether source and target differ in kind.</param>
/// <param name="Edges">The edges, in the order of their sources and then targets; of an undirected graph each once, from the lesser node.</param>
public sealed record EdgeValues(IReadOnlyList<ResultFact> Facts, bool AreDirected, IEnumerable<ValuedEdge> Edges) : AnalysisResult(Facts)
{
    /// <summary>Whether the edges stand in an order of their own, such as that of a path, and are shown in it.</summary>
    public bool AreInOrder { get; init; }

    /// <summary>The edges with the greatest numbers, greatest first; equal ones, and all where they have an order of their own, in the order of
    /// <see cref="Edges"/>.</summary>
    public IReadOnlyList<ValuedEdge> Top(int count)
    {
        if (AreInOrder) return [.. Edges.Take(count)];
        PriorityQueue<ValuedEdge, (double Value, long Later)> best = new();
        long place = 0;
        foreach (ValuedEdge edge in Edges)
        {
            best.Enqueue(edge, (edge.Value, -place++));
            if (best.Count > count) best.Dequeue();
        }

        ValuedEdge[] top = new ValuedEdge[best.Count];
        for (int i = top.Length - 1; i >= 0; i--) top[i] = best.Dequeue();
        return top;
    }

    /// <summary>Entries of rows with a number each.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="values">A number for each entry.</param>
    /// <param name="onlyFromLesser">Whether only entries are taken whose neighbour is not the lesser node, as of symmetric rows.</param>
    internal static IEnumerable<ValuedEdge> Of(CsrRows rows, ReadOnlyMemory<double> values, bool onlyFromLesser)
    {
        for (int row = 0; row < rows.NodeCount; row++)
        {
            int node = rows.FirstNode + row;
            for (long entry = rows.Offsets[row]; entry < rows.Offsets[row + 1]; entry++)
            {
                int other = rows.Entries(entry, 1)[0];
                if (!onlyFromLesser || other >= node) yield return new(node, other, values.Span[(int)entry]);
            }
        }
    }

    /// <summary>The edges of an undirected graph with their weights; 1 where they have none.</summary>
    internal static IEnumerable<ValuedEdge> Of(UndirectedCsr graph)
    {
        for (int node = 0; node < graph.NodeCount; node++)
        {
            for (int i = 0; i < graph.Neighbours(node).Length; i++)
            {
                int other = graph.Neighbours(node)[i];
                if (other >= node) yield return new(node, other, graph.IsWeighted ? graph.Rows.WeightsOf(node)[i] : 1);
            }
        }
    }

    /// <summary>The edges of a directed graph with their weights; 1 where they have none.</summary>
    internal static IEnumerable<ValuedEdge> Of(DirectedCsr graph)
    {
        for (int node = 0; node < graph.NodeCount; node++)
            for (int i = 0; i < graph.Outgoing(node).Length; i++)
                yield return new(node, graph.Outgoing(node)[i], graph.IsWeighted ? graph.OutgoingRows.WeightsOf(node)[i] : 1);
    }
}

/// <summary>An edge with a number.</summary>
/// <param name="Source">One end.</param>
/// <param name="Target">The other.</param>
/// <param name="Value">The number.</param>
public readonly record struct ValuedEdge(int Source, int Target, double Value);
