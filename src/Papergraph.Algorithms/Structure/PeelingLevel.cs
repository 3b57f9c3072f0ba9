namespace Papergraph.Algorithms;

/// <summary>How the levels of a peeling are found, of nodes by degree or of edges by triangles.</summary>
/// <remarks>What is left is looked through once a level, so each element no more often than its final level; as that is no more than its
/// value in the beginning, all levels together cost no more than the sum of these values.</remarks>
internal static class PeelingLevel
{
    /// <summary>Drops from those left what the last level took away, and queues what has the least value of the others.</summary>
    /// <param name="values">The value of each element; one taken away has at most the last level.</param>
    /// <param name="left">The elements left before the last level; those left now stand at its beginning afterwards.</param>
    /// <param name="queue">Takes the elements of the next level.</param>
    /// <param name="lastLevel">The last level, or less than all values in the beginning.</param>
    /// <returns>How many are left, how many are queued, and the next level, the last one again where nothing is left.</returns>
    public static (int Left, int Queued, int Level) Next(int[] values, Span<int> left, int[] queue, int lastLevel)
    {
        int kept = 0, queued = 0, level = int.MaxValue;
        foreach (int element in left)
        {
            int value = values[element];
            if (value <= lastLevel) continue;
            left[kept++] = element;
            if (value > level) continue;
            if (value < level) (level, queued) = (value, 0);
            queue[queued++] = element;
        }

        return (kept, queued, kept == 0 ? lastLevel : level);
    }
}
