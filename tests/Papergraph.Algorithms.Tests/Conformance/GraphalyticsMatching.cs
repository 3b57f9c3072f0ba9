using System.Globalization;

namespace Papergraph.Algorithms.Tests.Conformance;

/// <summary>The three rules by which Graphalytics compares an output with the expected one (§3.5 of the specification).</summary>
internal static class GraphalyticsMatching
{
    /// <summary>The least relative difference that is one.</summary>
    private const double Epsilon = 0.0001;

    internal static bool AreEqual(IEnumerable<string> expected, IEnumerable<long> actual) =>
        expected.Select(value => long.Parse(value, CultureInfo.InvariantCulture)).SequenceEqual(actual);

    internal static bool AreNear(IEnumerable<string> expected, IEnumerable<double> actual) =>
        expected.Select(value => double.Parse(value, CultureInfo.InvariantCulture)).Zip(actual).All(pair =>
            pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) < Epsilon * pair.First);

    /// <summary>Whether the same nodes have the same value, whatever the values are.</summary>
    internal static bool AreEquivalent(IEnumerable<string> expected, IEnumerable<long> actual)
    {
        (string First, long Second)[] pairs = [.. expected.Zip(actual)];
        int both = pairs.Distinct().Count();
        return both == pairs.Select(pair => pair.First).Distinct().Count() && both == pairs.Select(pair => pair.Second).Distinct().Count();
    }
}
