using System.Globalization;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Every request that a kernel can refuse, one method each. Options are named as on the command line.</summary>
internal static class AlgorithmErrors
{
    public static PapergraphException OutOfRange(string option, double value, string range) => new("PGA001",
        string.Create(CultureInfo.InvariantCulture, $"{option} is {value}; it must be {range}."));

    public static PapergraphException UnfitWeight(string algorithm, double weight, int node, string needed) => new("PGA002",
        string.Create(CultureInfo.InvariantCulture,
            $"A weight is {weight}, at an edge of node {node}, but {algorithm} needs weights that are {needed}. Choose another --weight or leave it out."));

    public static PapergraphException UnfitLength(string what, long length, long expected) => new("PGA003",
        string.Create(CultureInfo.InvariantCulture, $"{what} has {length} values for {expected} nodes; it must have one for each."));

    public static PapergraphException NoSuchNode(string option, long node, int nodeCount) => new("PGA004",
        string.Create(CultureInfo.InvariantCulture, $"{option} names node {node}, but the graph has only nodes 0 to {nodeCount - 1}."));

    public static PapergraphException Contradiction(string what, string remedy) => new("PGA010", $"The options contradict each other: {what}. {remedy}.");

    public static PapergraphException TooManyPaths() => new("PGA030",
        "There are more than 10^308 shortest paths between two nodes, too many to count. "
        + "Take the part of the graph with so many paths out, or merge its parallel edges.");
}
