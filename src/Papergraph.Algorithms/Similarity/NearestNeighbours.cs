using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The most similar nodes of some nodes.</summary>
/// <param name="Most">Places of each list.</param>
/// <param name="Nodes">The lists one after another, in the order of the queries, each by falling similarity and then by node. A list of
/// fewer nodes ends with −1 in the places left.</param>
/// <param name="Similarities">For each place the cosine, −1 to 1; 0 where there is no node.</param>
public sealed record NeighbourLists(int Most, ReadOnlyMemory<int> Nodes, ReadOnlyMemory<float> Similarities);

/// <summary>The nodes whose vectors point in the most similar directions.</summary>
/// <remarks>
/// <para>Definition: for each query the k other nodes of the greatest cosine, those of lower number first where it is equal. Exact: every
/// pair is looked at. Nodes whose vector is 0 have no direction; they are similar to nobody.</para>
/// <para>Cost: O(queries · nodes · dimensions), in tiles that stay in cache and vector instructions; one copy of all vectors at norm 1.
/// Results are the same to the bit for any number of threads.</para>
/// </remarks>
public static class NearestNeighbours
{
    /// <summary>Most neighbours of each that can be asked for.</summary>
    public const int MostNeighbours = 10_000;

    /// <summary>Finds the neighbours of all nodes.</summary>
    /// <inheritdoc cref="Find(NodeVectors, ReadOnlyMemory{int}, int, Execution?)"/>
    public static NeighbourLists Find(NodeVectors vectors, int most = 10, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return Find(vectors, Enumerable.Range(0, vectors.NodeCount).ToArray(), most, execution);
    }

    /// <summary>Finds the neighbours of some nodes.</summary>
    /// <param name="vectors">Finite numbers.</param>
    /// <param name="queries">The nodes asked for.</param>
    /// <param name="most">Most neighbours of each; 1 to <see cref="MostNeighbours"/>.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <exception cref="PapergraphException"><paramref name="most"/> is outside its range, or a query names no node.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public static NeighbourLists Find(NodeVectors vectors, ReadOnlyMemory<int> queries, int most = 10, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        Execution run = Execution.Of(execution);
        if (most is < 1 or > MostNeighbours) throw AlgorithmErrors.OutOfRange("most", most, "1 to 10000");
        foreach (int query in queries.Span)
            if ((uint)query >= (uint)vectors.NodeCount) throw AlgorithmErrors.NoSuchNode("queries", query, vectors.NodeCount);
        long stride = Directions.StrideOf(vectors.Dimensions);
        int mostNumbers = Array.MaxLength / Math.Max(1, vectors.NodeCount);
        if (stride > mostNumbers)
            throw AlgorithmErrors.OutOfRange("dimensions", vectors.Dimensions, $"at most {mostNumbers} for so many nodes");
        if ((long)queries.Length * most > Array.MaxLength)
            throw AlgorithmErrors.OutOfRange("most", most, $"at most {Array.MaxLength / queries.Length} for so many queries");
        using WorkerTeam team = new(run);
        Directions directions = new(vectors);
        team.Run(directions, directions.BlockCount);
        NeighbourSearch search = new(directions, queries, most, team.Size);
        team.Run(search, search.BlockCount);
        return new(most, search.Nodes, search.Similarities);
    }
}
