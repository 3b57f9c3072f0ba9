using System.Diagnostics;

namespace Papergraph.Algorithms;

/// <summary>How alike two nodes are by their neighbours. N(a) is the set of neighbours of a without a itself, k(a) its size, and c the
/// number of common neighbours, |N(a) ∩ N(b)|. A quotient with 0 below is 0.</summary>
/// <remarks>Collected in D. Liben-Nowell and J. Kleinberg, “The Link-Prediction Problem for Social Networks”, JASIST 58(7), 2007,
/// https://doi.org/10.1002/asi.20591, and L. Lü and T. Zhou, “Link Prediction in Complex Networks: A Survey”, Physica A 390(6), 2011,
/// https://doi.org/10.1016/j.physa.2010.11.027.</remarks>
public enum SimilarityMeasure
{
    /// <summary>c.</summary>
    CommonNeighbours,

    /// <summary>c/|N(a) ∪ N(b)|.</summary>
    Jaccard,

    /// <summary>c/√(k(a)·k(b)): Salton's cosine.</summary>
    Cosine,

    /// <summary>2c/(k(a) + k(b)): Sørensen, Dice.</summary>
    Sorensen,

    /// <summary>c/min(k(a), k(b)).</summary>
    HubPromoted,

    /// <summary>c/max(k(a), k(b)).</summary>
    HubDepressed,

    /// <summary>c/(k(a)·k(b)): Leicht, Holme and Newman.</summary>
    LeichtHolmeNewman,

    /// <summary>Σ 1/ln k(x) over the common neighbours x: L. A. Adamic and E. Adar, “Friends and Neighbors on the Web”, Social Networks
    /// 25(3), 2003, https://doi.org/10.1016/S0378-8733(03)00009-1.</summary>
    AdamicAdar,

    /// <summary>Σ 1/k(x) over the common neighbours x: T. Zhou, L. Lü and Y.-C. Zhang, “Predicting Missing Links via Local Information”,
    /// Eur. Phys. J. B 71, 2009, https://doi.org/10.1140/epjb/e2009-00335-8.</summary>
    ResourceAllocation,

    /// <summary>k(a)·k(b).</summary>
    PreferentialAttachment,
}

/// <summary>The arithmetic of the measures, given what is shared.</summary>
internal static class SimilarityMeasures
{
    public static ItemCounting Counting(SimilarityMeasure measure) => measure switch
    {
        SimilarityMeasure.AdamicAdar => ItemCounting.InverseLogarithm,
        SimilarityMeasure.ResourceAllocation => ItemCounting.Inverse,
        _ => ItemCounting.Full,
    };

    /// <param name="measure">Which.</param>
    /// <param name="common">The common neighbours, each counted as <see cref="Counting"/> says.</param>
    /// <param name="first">Neighbours of one node.</param>
    /// <param name="second">Neighbours of the other.</param>
    public static double Of(SimilarityMeasure measure, double common, double first, double second) => measure switch
    {
        SimilarityMeasure.CommonNeighbours or SimilarityMeasure.AdamicAdar or SimilarityMeasure.ResourceAllocation => common,
        SimilarityMeasure.Jaccard => Quotient(common, first + second - common),
        SimilarityMeasure.Cosine => Quotient(common, Math.Sqrt(first * second)),
        SimilarityMeasure.Sorensen => Quotient(2 * common, first + second),
        SimilarityMeasure.HubPromoted => Quotient(common, Math.Min(first, second)),
        SimilarityMeasure.HubDepressed => Quotient(common, Math.Max(first, second)),
        SimilarityMeasure.LeichtHolmeNewman => Quotient(common, first * second),
        SimilarityMeasure.PreferentialAttachment => first * second,
        _ => throw new UnreachableException(),
    };

    public static void Validate(SimilarityMeasure measure)
    {
        if (!Enum.IsDefined(measure)) throw AlgorithmErrors.OutOfRange("measure", (int)measure, "one of those listed");
    }

    private static double Quotient(double above, double below) => below == 0 ? 0 : above / below;
}
