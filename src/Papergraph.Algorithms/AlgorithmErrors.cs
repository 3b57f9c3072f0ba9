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
}
