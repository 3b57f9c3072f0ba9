namespace Papergraph.Engine.Analysis.Projections;

/// <summary>What two nodes have in common that ties them.</summary>
public enum SharedNeighbour
{
    /// <summary>Whichever way the edges of the types lie between the two labels in the graph; refused where they lie both ways.</summary>
    AsStored,

    /// <summary>The target of an edge that leaves each of them: papers that cite the same paper.</summary>
    Target,

    /// <summary>The source of an edge that enters each of them: papers that are cited by the same paper.</summary>
    Source,
}
