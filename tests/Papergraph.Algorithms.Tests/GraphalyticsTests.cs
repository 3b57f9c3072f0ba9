using System.Globalization;

namespace Papergraph.Algorithms.Tests;

public class GraphalyticsTests
{
    [SkippableTheory]
    [InlineData("example-directed")]
    [InlineData("example-undirected")]
    public void Weak_components_are_those_of_LDBC(string name)
    {
        GraphalyticsFiles files = new(name);
        Assert.Equal(
            Partition.OfLabels([.. files.Expected("WCC").Select(files.Node)]).Groups.ToArray(),
            WeakComponents.Compute(files.Graph).Groups.ToArray());
    }

    // Two rounds, as the example's properties say.
    [SkippableTheory]
    [InlineData("example-directed")]
    [InlineData("example-undirected")]
    public void Labels_in_step_are_those_of_LDBC(string name)
    {
        GraphalyticsFiles files = new(name);
        Assert.Equal(files.Expected("CDLP").Select(files.Node), LabelPropagation.Synchronous(files.Graph, iterations: 2).Labels.ToArray());
    }

    [SkippableTheory]
    [InlineData("example-directed")]
    [InlineData("example-undirected")]
    public void Clustering_coefficients_are_those_of_LDBC(string name)
    {
        GraphalyticsFiles files = new(name);
        double[] expected = [.. files.Expected("LCC").Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
        Assert.Equal(expected, ClusteringCoefficient.Directed(files.Graph).Local.ToArray(), (a, b) => Math.Abs(a - b) < 1e-14);
    }
}
