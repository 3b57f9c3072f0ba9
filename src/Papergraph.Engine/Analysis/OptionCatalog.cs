namespace Papergraph.Engine.Analysis;

/// <summary>The options of algorithms. One that several have means the same in all of them.</summary>
internal static class OptionCatalog
{
    internal static readonly AlgorithmOption
        Seed = new("seed", OptionKind.Whole, "Seed of the random numbers, from 0 on; the same seed gives the same result.");
}
