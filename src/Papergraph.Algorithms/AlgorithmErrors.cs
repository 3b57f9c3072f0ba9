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

    public static PapergraphException Contradiction(string what, string remedy) =>
        new("PGA010", $"The options contradict each other: {what}. {remedy}.");

    public static PapergraphException Unbounded(string option, double value) => new("PGA020", string.Create(CultureInfo.InvariantCulture,
        $"{option} is {value}, with which scores grow beyond all bounds; choose less, or leave it out for one that fits."));

    public static PapergraphException TooManyPaths() => new("PGA030",
        "There are more than 10^308 shortest paths between two nodes, too many to count. "
        + "Take the part of the graph with so many paths out, or merge its parallel edges.");

    public static PapergraphException NodeGivenTwice(string option, int node) => new("PGA031",
        string.Create(CultureInfo.InvariantCulture, $"{option} names node {node} twice. Name each node once."));

    public static PapergraphException WeightsTooGreat(string algorithm) => new("PGA050",
        $"The weights add up to more than a number of 64 bits can hold, but {algorithm} compares parts with the whole. Scale them down, or choose another --weight.");

    public static PapergraphException TooManyLinks(string algorithm, long most) => new("PGA060",
        string.Create(CultureInfo.InvariantCulture,
            $"The result of {algorithm} would have more than {most} links. Raise --min-shared or --min-weight, set --most-per-node or " +
            $"--most-per-shared, or allow more with --most-links."));

    public static PapergraphException CyclicCitations(int node) => new("PGA061",
        string.Create(CultureInfo.InvariantCulture,
            $"Main paths need citations without cycles, but node {node} lies on one. Leave the edges of cycles out with --cycles drop."));

    public static PapergraphException TooManyForPairs(string algorithm, long count, long most) => new("PGA062",
        string.Create(CultureInfo.InvariantCulture,
            $"{algorithm} keeps a number for each two of its {count} nodes, and at most {most} are allowed. Choose a part of the graph."));

    public static PapergraphException OtherNodes(int first, int second) => new("PGA063",
        string.Create(CultureInfo.InvariantCulture,
            $"The partitions to be compared have {first} and {second} nodes; they must be of the same nodes."));

    public static PapergraphException UnfitCounts(int period, double relevant, double all) => new("PGA064",
        string.Create(CultureInfo.InvariantCulture,
            $"Period {period} has {relevant} relevant of {all} documents; counts are finite and not negative, and no more are relevant " +
            $"than there are."));

    public static PapergraphException UnfitValue(string what, double value, long place) => new("PGA065",
        string.Create(CultureInfo.InvariantCulture,
            $"{what} has {value} at place {place}; it must be finite{(value < 0 ? " and not negative" : "")}."));

    public static PapergraphException NotAcyclic(string algorithm, ReadOnlySpan<int> cycle) => new("PGA070",
        $"{algorithm} needs a graph without cycles, but this one has {Shown(cycle)}. Leave out an edge of it, or project edges of one kind.");

    public static PapergraphException TooManySteps(long steps, long most) => new("PGA071",
        string.Create(CultureInfo.InvariantCulture,
            $"The walks have {steps} steps together, but at most {most} can be kept. Lower walks-per-node or length, or name fewer starts."));

    public static PapergraphException TooManyEdges(string algorithm, long edges, long most) => new("PGA072",
        string.Create(CultureInfo.InvariantCulture,
            $"{algorithm} holds tables of the weights of at most {most} edges, but the graph has {edges}. Leave --weight out."));

    private static string Shown(ReadOnlySpan<int> cycle)
    {
        const int Most = 8;
        string nodes = string.Join(" → ", cycle[..Math.Min(Most, cycle.Length)].ToArray());
        return cycle.Length <= Most ? $"{nodes} → {cycle[0]}" : $"{nodes} → … ({cycle.Length} nodes)";
    }
}
