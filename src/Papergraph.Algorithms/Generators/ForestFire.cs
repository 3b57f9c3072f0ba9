using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>What <see cref="ForestFire"/> generates.</summary>
public sealed record ForestFireOptions
{
    /// <summary>Number of nodes, at least 0.</summary>
    public int Nodes { get; init; } = 1000;

    /// <summary>Forward burning probability p, 0 to below 1: from a node that burns p/(1 − p) references are followed on average.</summary>
    public double Forward { get; init; } = 0.37;

    /// <summary>Backward burning ratio r, at least 0, with r·p below 1: r·p/(1 − r·p) citations are followed on average.</summary>
    public double BackwardRatio { get; init; } = 0.86;

    /// <summary>The graph is a function of the options, this one among them.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate()
    {
        if (Nodes < 0) throw AlgorithmErrors.OutOfRange("nodes", Nodes, "at least 0");
        if (!(Forward is >= 0 and < 1)) throw AlgorithmErrors.OutOfRange("forward", Forward, "from 0 to below 1");
        if (!(BackwardRatio >= 0 && BackwardRatio * Forward < 1))
            throw AlgorithmErrors.OutOfRange("backward-ratio", BackwardRatio, "at least 0, and below 1 when multiplied with forward");
    }
}

/// <summary>Graphs that grow as a fire spreads: each new node cites one that is there, then some of what that one cites and is cited by, and
/// so on from each of those.</summary>
/// <remarks>
/// <para>J. Leskovec, J. Kleinberg, C. Faloutsos, “Graphs over Time: Densification Laws, Shrinking Diameters and Possible Explanations”, KDD
/// 2005, §4.2, https://doi.org/10.1145/1081870.1081893. The first node that is cited is any, all equally likely; how many references and
/// citations are followed from a node is distributed geometrically with the means p/(1 − p) and r·p/(1 − r·p); which, all equally likely
/// among those not yet burnt. The number of edges grows as a power of the number of nodes that rises with p and r, and above a threshold
/// nearly everything burns: then time and edges grow with the square of the nodes.</para>
/// <para>Edges lead from later nodes to earlier ones. Each node depends on all before: drawing runs on one thread.</para>
/// </remarks>
public static class ForestFire
{
    /// <summary>Generates a graph.</summary>
    /// <param name="options">Size, probabilities, seed.</param>
    /// <param name="execution">How it runs.</param>
    /// <exception cref="PapergraphException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static DirectedCsr Generate(ForestFireOptions options, Execution? execution = null)
    {
        Execution run = Execution.Of(execution);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Xoshiro256 random = new(options.Seed);
        int[][] references = new int[options.Nodes][];
        List<int>[] citations = new List<int>[options.Nodes];
        int[] burntFor = new int[options.Nodes];
        List<int> burning = [], fuel = [];
        for (int node = 0; node < options.Nodes; node++)
        {
            if ((node & 0xFF) == 0) run.Cancellation.ThrowIfCancellationRequested();
            burning.Clear();
            if (node > 0) Light(random.Next(node), node, burntFor, burning);
            for (int at = 0; at < burning.Count; at++)
            {
                Spread(references[burning[at]], options.Forward, node, ref random, burntFor, fuel, burning);
                Spread(citations[burning[at]], options.BackwardRatio * options.Forward, node, ref random, burntFor, fuel, burning);
            }

            references[node] = [.. burning];
            citations[node] = [];
            foreach (int cited in burning) citations[cited].Add(node);
        }

        IEnumerable<(int, int)[]> edges = references.Select((cited, node) => cited.Select(to => (node, to)).ToArray());
        return DirectedCsr.FromEdgeParts(options.Nodes, [.. edges], threads: run.Threads, cancellation: run.Cancellation);
    }

    private static void Light(int node, int stamp, int[] burntFor, List<int> burning)
    {
        burntFor[node] = stamp;
        burning.Add(node);
    }

    private static void Spread(
        IReadOnlyList<int> neighbours, double probability, int stamp, ref Xoshiro256 random, int[] burntFor, List<int> fuel, List<int> burning)
    {
        int most = 0;
        while (random.NextDouble() < probability) most++;
        if (most == 0) return;
        fuel.Clear();
        for (int i = 0; i < neighbours.Count; i++)
            if (burntFor[neighbours[i]] != stamp) fuel.Add(neighbours[i]);
        for (int i = 0; i < Math.Min(most, fuel.Count); i++)
        {
            int chosen = i + random.Next(fuel.Count - i);
            (fuel[i], fuel[chosen]) = (fuel[chosen], fuel[i]);
            Light(fuel[i], stamp, burntFor, burning);
        }
    }
}
