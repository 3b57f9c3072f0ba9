using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The coefficients of an <see cref="InfluenceSystem"/> with cycles, and what is known of its solution.</summary>
/// <param name="graph">Weights, when it has some, are finite and not negative.</param>
/// <param name="factors">For each node what of its score passes along an edge of weight 1.</param>
/// <param name="returned">The part of its score that each node gives to itself, or null when there are no self-loops.</param>
/// <param name="scores">The score of nodes that are solved; of the others what they have of their own.</param>
internal sealed class InfluenceTerms(DirectedCsr graph, double[] factors, double[]? returned, double[] scores)
{
    internal DirectedCsr Graph => graph;

    internal double[] Factors => factors;

    internal double[] Scores => scores;

    /// <summary>What each node gives along an edge of weight 1: 0 as long as nothing is known of it.</summary>
    internal double[] Shares { get; } = new double[scores.Length];

    /// <summary>A number for each strong component that was reached, of its own: 0 for nodes that need none.</summary>
    internal int[] ComponentOf { get; } = new int[scores.Length];

    /// <summary>Keeps the final score of a node and shows it to those that it points to.</summary>
    internal void Store(int node, double score) => (scores[node], Shares[node]) = (score, score * factors[node]);

    /// <summary>What a node that is not solved has of its own and receives from all that point to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Received(in CsrView incoming, int node)
    {
        double[] shares = Shares;
        double sum = scores[node];
        ReadOnlySpan<int> row = incoming.Neighbours(node);
        if (!incoming.IsWeighted)
        {
            foreach (int source in row) sum += shares[source];
            return sum;
        }

        ReadOnlySpan<double> weights = incoming.Weights(node);
        for (int i = 0; i < row.Length; i++) sum += weights[i] * shares[row[i]];
        return sum;
    }

    /// <summary>The score with which a node that receives so much is at rest, its self-loops included.</summary>
    /// <param name="node">Which.</param>
    /// <param name="received">What it receives, of itself too.</param>
    /// <param name="before">The score of which it has received from itself.</param>
    internal double WithoutLoops(int node, double received, double before) =>
        returned is null ? received : (received - (returned[node] * before)) / (1 - returned[node]);

    /// <summary>What part of the score of a node stays in its component.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Kept(in CsrView outgoing, int node)
    {
        double weight = 0;
        ReadOnlySpan<int> row = outgoing.Neighbours(node);
        ReadOnlySpan<double> weights = outgoing.Weights(node);
        for (int i = 0; i < row.Length; i++)
            if (ComponentOf[row[i]] == ComponentOf[node]) weight += weights.IsEmpty ? 1 : weights[i];
        return weight * factors[node];
    }
}
