namespace Papergraph.Extraction;

/// <summary>By which form of words a result was found; each has its own confidence.</summary>
internal enum ResultRule : byte
{
    /// <summary><c>an accuracy of 75.4%</c>.</summary>
    MetricBefore,

    /// <summary><c>75.4% accuracy</c>.</summary>
    MetricBehind,

    /// <summary>Several numbers with one metric or as many: <c>precision and recall of 0.8 and 0.7</c>.</summary>
    Listed,

    /// <summary>A number whose metric was named with the number before it: <c>an F1 of 0.9 on A and 0.8 on B</c>.</summary>
    Continued,
}
