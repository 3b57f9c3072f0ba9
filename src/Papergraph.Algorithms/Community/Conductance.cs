using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>How well each group of a partition is cut off from the rest. Indexed by group.</summary>
/// <param name="Cuts">Weight of the edges with one end in the group.</param>
/// <param name="Inside">Weight of the edges with both ends in the group, self-loops among them.</param>
/// <param name="Volumes">Sum of the weighted degrees of the group: Cuts + 2·Inside.</param>
/// <param name="Conductances">Cut over the volume of the group or of the rest, whichever is less; 0 where that is 0.</param>
/// <param name="Coverage">Share of the weight of all edges that lies inside groups; 1 without edges.</param>
public sealed record PartitionCuts(
    ReadOnlyMemory<double> Cuts,
    ReadOnlyMemory<double> Inside,
    ReadOnlyMemory<double> Volumes,
    ReadOnlyMemory<double> Conductances,
    double Coverage)
{
    /// <summary>Weight of the edges between groups, each counted once.</summary>
    public double TotalCut
    {
        get
        {
            double sum = 0;
            foreach (double cut in Cuts.Span) sum += cut;
            return sum / 2;
        }
    }

    /// <summary>The mean over the groups; 0 without groups.</summary>
    public double AverageConductance
    {
        get
        {
            double sum = 0;
            foreach (double value in Conductances.Span) sum += value;
            return Conductances.IsEmpty ? 0 : sum / Conductances.Length;
        }
    }

    /// <summary>That of the worst group; 0 without groups.</summary>
    public double GreatestConductance
    {
        get
        {
            double greatest = 0;
            foreach (double value in Conductances.Span) greatest = Math.Max(greatest, value);
            return greatest;
        }
    }
}

/// <summary>How few edges leave the groups of a partition.</summary>
public static class Conductance
{
    /// <summary>Cuts, volumes and conductance of each group, and the coverage of the partition.</summary>
    /// <remarks>
    /// <para>Definition: φ(S) = cut(S)/min(vol(S), vol(V∖S)), with cut(S) the weight of the edges between S and the rest and vol(S) the
    /// sum of weighted degrees, a self-loop counted twice. R. Kannan, S. Vempala and A. Vetta, “On Clusterings: Good, Bad and Spectral”,
    /// J. ACM 51(3), 2004, https://doi.org/10.1145/990308.990313. Coverage: S. Fortunato, “Community Detection in Graphs”, Physics Reports
    /// 486, 2010, §3.3.2, https://doi.org/10.1016/j.physrep.2009.11.002.</para>
    /// <para>Edges without weights weigh 1, parallel ones each. O(nodes + edges) time, four numbers a group.</para>
    /// </remarks>
    /// <param name="graph">Any undirected graph.</param>
    /// <param name="partition">A partition of its nodes.</param>
    /// <exception cref="PapergraphException">A weight is negative, NaN or infinite (PGA002); the partition is of other nodes
    /// (PGA003).</exception>
    public static PartitionCuts Of(UndirectedCsr graph, Partition partition)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(partition);
        if (partition.NodeCount != graph.NodeCount)
            throw AlgorithmErrors.UnfitLength("The partition", partition.NodeCount, graph.NodeCount);
        EdgeWeightCheck.RequireNonNegative("conductance", graph.Rows);
        (double[] cuts, double[] inside) = Sums(graph, partition.Groups.Span, partition.Count);
        double[] volumes = new double[cuts.Length], conductances = new double[cuts.Length];
        double all = 0, covered = 0;
        for (int group = 0; group < cuts.Length; group++)
        {
            volumes[group] = cuts[group] + (2 * inside[group]);
            all += volumes[group];
            covered += 2 * inside[group];
        }

        for (int group = 0; group < cuts.Length; group++)
        {
            double lesser = Math.Min(volumes[group], all - volumes[group]);
            conductances[group] = lesser > 0 ? cuts[group] / lesser : 0;
        }

        return new(cuts, inside, volumes, conductances, all > 0 ? covered / all : 1);
    }

    private static (double[] Cuts, double[] Inside) Sums(UndirectedCsr graph, ReadOnlySpan<int> groups, int count)
    {
        double[] cuts = new double[count], inside = new double[count];
        CsrView view = new(graph.Rows);
        for (int node = 0; node < groups.Length; node++)
        {
            int group = groups[node];
            ReadOnlySpan<int> neighbours = view.Neighbours(node);
            ReadOnlySpan<double> weights = view.Weights(node);
            for (int i = 0; i < neighbours.Length; i++)
            {
                double weight = weights.IsEmpty ? 1 : weights[i];
                if (groups[neighbours[i]] != group) cuts[group] += weight;

                // An edge inside stands in two rows, a self-loop in one.
                else inside[group] += neighbours[i] == node ? weight : weight / 2;
            }
        }

        return (cuts, inside);
    }
}
