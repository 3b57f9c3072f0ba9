namespace Papergraph.Algorithms;

/// <summary>How closeness counts nodes that are not reached.</summary>
public enum ClosenessVariant
{
    /// <summary>(r/(n − 1))·(r/Σ), r nodes being reached with distances that add up to Σ: nodes that reach few are not close.</summary>
    WassermanFaust,

    /// <summary>r/Σ: as if the nodes reached were all.</summary>
    PerComponent,

    /// <summary>1/Σ: not divided by anything; it falls with the size of the graph.</summary>
    InverseSum,
}

/// <summary>What closeness and harmonic centrality measure.</summary>
public sealed record ClosenessOptions
{
    /// <summary>The default: distances from each node, after Wasserman and Faust, normalised.</summary>
    public static ClosenessOptions Default { get; } = new();

    /// <summary>Outgoing: distances from the node to others; incoming: from others to the node; both: directions are ignored. Without
    /// meaning for undirected graphs. Default: outgoing.</summary>
    public TraversalDirection Direction { get; init; } = TraversalDirection.Outgoing;

    /// <summary>How closeness counts nodes that are not reached; without meaning for harmonic centrality. Default:
    /// Wasserman–Faust.</summary>
    public ClosenessVariant Variant { get; init; } = ClosenessVariant.WassermanFaust;

    /// <summary>Whether harmonic centrality is divided by n − 1, which makes it at most 1 without weights; without meaning for closeness.
    /// Default: true.</summary>
    public bool Normalized { get; init; } = true;

    internal void Validate()
    {
        if (!Enum.IsDefined(Direction)) throw AlgorithmErrors.OutOfRange("direction", (int)Direction, "outgoing, incoming or both");
        if (!Enum.IsDefined(Variant))
            throw AlgorithmErrors.OutOfRange("variant", (int)Variant, "wasserman-faust, per-component or inverse-sum");
    }
}
