namespace Papergraph.Engine.Analysis.Results;

/// <summary>Numbers for each node.</summary>
/// <param name="Facts">Numbers about the whole.</param>
/// <param name="Columns">One or more; the first is the score by which nodes are ranked.</param>
/// <param name="LeastFirst">Whether the least score is the best, as of distances.</param>
public sealed record NodeValues(IReadOnlyList<ResultFact> Facts, IReadOnlyList<NodeColumn> Columns, bool LeastFirst = false) : AnalysisResult(Facts)
{
    /// <summary>The best nodes, best first; those with the same score in the order of nodes, those without one not at all.</summary>
    public IReadOnlyList<int> Top(int count)
    {
        ReadOnlySpan<double> scores = Columns[0].Values.Span;
        double sign = LeastFirst ? 1 : -1;
        PriorityQueue<int, (double Badness, int Node)> best = new(Comparer<(double Badness, int Node)>.Create((a, b) => b.CompareTo(a)));
        for (int node = 0; node < scores.Length; node++)
        {
            if (double.IsNaN(scores[node])) continue;
            best.Enqueue(node, (sign * scores[node], node));
            if (best.Count > count) best.Dequeue();
        }

        int[] top = new int[best.Count];
        for (int place = top.Length - 1; place >= 0; place--) top[place] = best.Dequeue();
        return top;
    }
}

/// <summary>A number for each node.</summary>
/// <param name="Name">What the numbers are.</param>
/// <param name="Values">Indexed by node; NaN where a node has none.</param>
/// <param name="AreWhole">Whether all of them are whole numbers.</param>
public sealed record NodeColumn(string Name, ReadOnlyMemory<double> Values, bool AreWhole = false)
{
    /// <summary>Whole numbers.</summary>
    internal static NodeColumn Whole(string name, ReadOnlySpan<int> numbers)
    {
        double[] values = new double[numbers.Length];
        for (int node = 0; node < values.Length; node++) values[node] = numbers[node];
        return new(name, values, AreWhole: true);
    }

    /// <inheritdoc cref="Whole(string, ReadOnlySpan{int})"/>
    internal static NodeColumn Whole(string name, ReadOnlySpan<long> numbers)
    {
        double[] values = new double[numbers.Length];
        for (int node = 0; node < values.Length; node++) values[node] = numbers[node];
        return new(name, values, AreWhole: true);
    }
}
