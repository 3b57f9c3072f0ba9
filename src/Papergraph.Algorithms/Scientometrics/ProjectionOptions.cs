namespace Papergraph.Algorithms;

/// <summary>How what two nodes share is set against what each of them has. c is what they share, c(a,a) what a node shares with itself:
/// its number of items, where every item counts 1 and edges have no weights.</summary>
/// <remarks>Compared in N. J. van Eck and L. Waltman, “How to Normalize Cooccurrence Data? An Analysis of Some Well-Known Similarity
/// Measures”, JASIST 60(8), 2009, https://doi.org/10.1002/asi.21075.</remarks>
public enum ProjectionNormalization
{
    /// <summary>c itself.</summary>
    None,

    /// <summary>c/√(c(a,a)·c(b,b)): Salton's cosine, from 0 to 1 where every item counts 1.</summary>
    Cosine,

    /// <summary>c·2m/(s(a)·s(b)): how many times more they share than by chance, with s(a) what a shares with all others together and
    /// m = ½ Σ s(a). Van Eck and Waltman's association strength c/(s(a)·s(b)), made free of units by 2m as VOSviewer does.</summary>
    AssociationStrength,

    /// <summary>c/(c(a,a) + c(b,b) − c): shared of all that either has, from 0 to 1. With weights, Tanimoto's extension of it.</summary>
    Jaccard,

    /// <summary>2c/(c(a,a) + c(b,b)): Dice and Sørensen.</summary>
    Dice,

    /// <summary>c/min(c(a,a), c(b,b)): the inclusion index, Simpson's.</summary>
    Inclusion,
}

/// <summary>What an item that k nodes share counts for each two of them.</summary>
public enum ProjectionCounting
{
    /// <summary>1.</summary>
    Full,

    /// <summary>1/(k − 1), so that a node's links from one item sum to 1 however many share it: M. E. J. Newman, “Scientific Collaboration
    /// Networks. II”, Phys. Rev. E 64, 016132, 2001, https://doi.org/10.1103/PhysRevE.64.016132; A. Perianes-Rodriguez, L. Waltman and
    /// N. J. van Eck, “Constructing Bibliometric Networks”, J. Informetrics 10(4), 2016,
    /// https://doi.org/10.1016/j.joi.2016.10.006.</summary>
    Fractional,
}

/// <summary>What a projection counts, how it is normalised, and which links are left out while it is built.</summary>
public sealed record ProjectionOptions
{
    /// <summary>How links are weighed. Default: the number of items shared.</summary>
    public ProjectionNormalization Normalization { get; init; }

    /// <summary>What an item counts. Default: 1, however many nodes share it.</summary>
    public ProjectionCounting Counting { get; init; }

    /// <summary>Least that two nodes share, before normalisation, to be linked. At least 0; default 0: anything above 0.</summary>
    public double MinShared { get; init; }

    /// <summary>Least weight of a link, after normalisation. At least 0; default 0.</summary>
    public double MinWeight { get; init; }

    /// <summary>Each node proposes its heaviest links, as many as this, and those that either end proposes are kept. Of equal weights that
    /// of the lower node is heavier. At least 1; default: all.</summary>
    public int MostPerNode { get; init; } = int.MaxValue;

    /// <summary>Items that more nodes have are left out, as if they were not there: an item of k nodes costs k² and says little about any
    /// two of them. At least 2; default: none is left out.</summary>
    public int MostPerShared { get; init; } = int.MaxValue;

    /// <summary>A projection of more links than this is refused before it fills the memory. From 1 to 10⁹; default 200 million, which take
    /// about 12 GB while they are built and 5 GB afterwards.</summary>
    public int MostLinks { get; init; } = 200_000_000;

    internal void Validate()
    {
        if (!(MinShared >= 0 && double.IsFinite(MinShared)))
            throw AlgorithmErrors.OutOfRange("min-shared", MinShared, "a finite number, at least 0");
        if (!(MinWeight >= 0 && double.IsFinite(MinWeight)))
            throw AlgorithmErrors.OutOfRange("min-weight", MinWeight, "a finite number, at least 0");
        if (MostPerNode < 1) throw AlgorithmErrors.OutOfRange("most-per-node", MostPerNode, "at least 1");
        if (MostPerShared < 2) throw AlgorithmErrors.OutOfRange("most-per-shared", MostPerShared, "at least 2");
        if (MostLinks is < 1 or > 1_000_000_000) throw AlgorithmErrors.OutOfRange("most-links", MostLinks, "from 1 to 1000000000");
        if (!Enum.IsDefined(Normalization)) throw AlgorithmErrors.OutOfRange("normalization", (int)Normalization, "one of those listed");
        if (!Enum.IsDefined(Counting)) throw AlgorithmErrors.OutOfRange("counting", (int)Counting, "one of those listed");
    }
}
