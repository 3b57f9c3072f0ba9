namespace Papergraph.Extraction;

/// <summary>How a sentence joins numbers to what was measured.</summary>
internal enum MetricJoin : byte
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The metric stands before the value: <c>an accuracy of 75.4%</c>.</summary>
    Before,

    /// <summary>The metric stands behind the value: <c>75.4% accuracy</c>.</summary>
    Behind,

    /// <summary>Of two numbers the metric of the first stands before, that of the second behind: <c>an F1 of 0.9 and 75.4% accuracy</c>.</summary>
    Around,

    /// <summary>The number says how much something changed, or is a limit: it is no value.</summary>
    Rejected,
}

/// <summary>The metrics of a list of numbers.</summary>
/// <param name="Join">Where they stand.</param>
/// <param name="Metrics">Their mentions, in order.</param>
/// <param name="First">First token of numbers, metrics and what stands between them.</param>
/// <param name="End">Token behind the last of these.</param>
internal readonly record struct MetricLink(MetricJoin Join, IReadOnlyList<int> Metrics, int First, int End);
