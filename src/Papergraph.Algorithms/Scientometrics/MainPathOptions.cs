namespace Papergraph.Algorithms;

/// <summary>Which search paths run through a citation. Knowledge flows from the cited to the citing paper; sources cite nothing, sinks
/// nobody cites.</summary>
public enum TraversalWeight
{
    /// <summary>SPC: paths from a source to a sink. V. Batagelj, “Efficient Algorithms for Citation Network Analysis”, 2003,
    /// https://arxiv.org/abs/cs/0309023.</summary>
    SearchPathCount,

    /// <summary>SPLC: paths from any paper to a sink. N. P. Hummon and P. Doreian, “Connectivity in a Citation Network”, Social Networks
    /// 11(1), 1989, https://doi.org/10.1016/0378-8733(89)90017-8.</summary>
    SearchPathLinkCount,

    /// <summary>SPNP: paths from any paper to any paper. Hummon and Doreian 1989.</summary>
    SearchPathNodePair,
}

/// <summary>How a main path is put together from citations with great weights.</summary>
public enum MainPathSearch
{
    /// <summary>From the heaviest citation of a source on, always along the heaviest to a later paper: the priority-first search of Hummon
    /// and Doreian.</summary>
    LocalForward,

    /// <summary>From the heaviest citation by a sink back, always along the heaviest to an earlier paper.</summary>
    LocalBackward,

    /// <summary>The path from a source to a sink whose weights have the greatest sum.</summary>
    Global,

    /// <summary>From both ends of the heaviest citations of all, locally to sources and sinks: no heavy citation is missed. J. S. Liu and
    /// L. Y. Y. Lu, “An Integrated Approach for Main Path Analysis”, JASIST 63(3), 2012, https://doi.org/10.1002/asi.21692.</summary>
    KeyRouteLocal,

    /// <summary>As before, but on to sources and sinks along the paths with the greatest sum.</summary>
    KeyRouteGlobal,
}

/// <summary>What happens where papers cite each other in a circle.</summary>
public enum CitationCycles
{
    /// <summary>The graph is refused.</summary>
    Refuse,

    /// <summary>Citations between papers of one strong component are left out: what remains has no cycles.</summary>
    Drop,
}

/// <summary>What is counted and how the path is searched.</summary>
public sealed record MainPathOptions
{
    /// <summary>The weight of a citation. Default: search path count.</summary>
    public TraversalWeight Weight { get; init; }

    /// <summary>The search. Default: global.</summary>
    public MainPathSearch Search { get; init; } = MainPathSearch.Global;

    /// <summary>Heaviest citations that a key-route search begins with; of equal ones those of the lower citing paper. At least 1;
    /// default 10.</summary>
    public int KeyRoutes { get; init; } = 10;

    /// <summary>What happens to cycles. Default: refused.</summary>
    public CitationCycles Cycles { get; init; }

    internal void Validate()
    {
        if (!Enum.IsDefined(Weight)) throw AlgorithmErrors.OutOfRange("weight", (int)Weight, "one of those listed");
        if (!Enum.IsDefined(Search)) throw AlgorithmErrors.OutOfRange("search", (int)Search, "one of those listed");
        if (!Enum.IsDefined(Cycles)) throw AlgorithmErrors.OutOfRange("cycles", (int)Cycles, "one of those listed");
        if (KeyRoutes < 1) throw AlgorithmErrors.OutOfRange("key-routes", KeyRoutes, "at least 1");
    }
}

/// <summary>A citation on a main path.</summary>
/// <param name="Cited">The earlier paper.</param>
/// <param name="Citing">The later paper.</param>
/// <param name="Weight">Its traversal count, in units of 2 to the power of <see cref="MainPathResult.ScaleExponent"/>.</param>
public readonly record struct MainPathLink(int Cited, int Citing, double Weight);

/// <summary>A main path: one path where no weights are equal and there are no key-routes, else a few that run together.</summary>
/// <param name="Papers">The papers on it, every one after those of them that it cites.</param>
/// <param name="Links">The citations on it, in the order of the cited, then of the citing papers.</param>
/// <param name="ScaleExponent">Weights are in units of 2 to this power: 0 unless counts pass 10¹⁴⁴.</param>
/// <param name="Dropped">Citations left out since they lie on cycles, self-loops not among them.</param>
public sealed record MainPathResult(ReadOnlyMemory<int> Papers, ReadOnlyMemory<MainPathLink> Links, int ScaleExponent, long Dropped);

/// <summary>The traversal count of every citation.</summary>
/// <param name="Weights">Aligned with the entries of the graph's outgoing rows, in units of 2 to the power of
/// <paramref name="ScaleExponent"/>; 0 for self-loops and citations that are left out.</param>
/// <param name="ScaleExponent">0 unless counts pass 10¹⁴⁴: then weights below 10⁻³⁰⁸ of a unit are 0.</param>
/// <param name="Dropped">Citations left out since they lie on cycles, self-loops not among them.</param>
public sealed record TraversalCounts(ReadOnlyMemory<double> Weights, int ScaleExponent, long Dropped);
