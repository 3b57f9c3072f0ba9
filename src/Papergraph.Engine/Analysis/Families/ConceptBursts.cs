using Papergraph.Algorithms;
using Papergraph.Engine.Analysis.Results;

namespace Papergraph.Engine.Analysis.Families;

/// <summary>Finds the strongest burst of each node that others with years point to.</summary>
internal static class ConceptBursts
{
    private const int MostYears = 10_000;

    /// <param name="graph">Edges from papers to what they mention.</param>
    /// <param name="years">The year of each node; NaN for those that have none, which are passed over.</param>
    /// <param name="only">The nodes that are wanted; none for all.</param>
    /// <param name="options">The automaton.</param>
    /// <param name="execution">Threads and cancellation.</param>
    internal static NodeValues Of(AnalysisGraph graph, double[] years, IReadOnlyList<int> only, BurstOptions options, Execution execution)
    {
        double[] known = [.. years.Where(year => !double.IsNaN(year))];
        int first = known.Length == 0 ? 0 : (int)known.Min(), count = known.Length == 0 ? 0 : (int)known.Max() - first + 1;
        if (count > MostYears) throw EngineErrors.OutOfRange("the span of years", count, $"at most {MostYears}");
        double[] all = new double[count];
        for (int node = 0; node < years.Length; node++)
            if (!double.IsNaN(years[node]) && graph.Directed.OutgoingRows.Degree(node) > 0) all[(int)years[node] - first]++;

        double[] weights = new double[years.Length], begins = new double[years.Length], ends = new double[years.Length];
        HashSet<int> wanted = [.. only];
        EdgeSweep.Blocks(years.Length, execution, (begin, end) =>
        {
            double[] relevant = new double[count];
            for (int node = begin; node < end; node++)
            {
                (weights[node], begins[node], ends[node]) = (double.NaN, double.NaN, double.NaN);
                if (wanted.Count > 0 && !wanted.Contains(node)) continue;
                Array.Clear(relevant);
                int before = -1;
                foreach (int paper in graph.Directed.Incoming(node))
                {
                    if (paper != before && !double.IsNaN(years[paper])) relevant[(int)years[paper] - first]++;
                    before = paper;
                }

                BurstInterval strongest = Burst.Of(relevant, all, options).Intervals.ToArray().DefaultIfEmpty().MaxBy(burst => burst.Weight);
                if (strongest.Level > 0) (weights[node], begins[node], ends[node]) = (strongest.Weight, first + strongest.First, first + strongest.Last);
            }
        });
        return new(
            [AlgorithmInputs.Fact("years", count), AlgorithmInputs.Fact("bursts", weights.Count(weight => !double.IsNaN(weight)))],
            [new("burst", weights), new("from", begins, AreWhole: true), new("to", ends, AreWhole: true)]);
    }
}
