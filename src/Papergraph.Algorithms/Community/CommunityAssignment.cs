namespace Papergraph.Algorithms;

/// <summary>The community of each node while nodes move, and the size of each community.</summary>
internal sealed class CommunityAssignment
{
    private readonly CommunityGraph _graph;
    private readonly int[] _empty;
    private int _emptyCount;

    private CommunityAssignment(CommunityGraph graph, int[] labels)
    {
        int n = graph.NodeCount;
        (_graph, Labels, Sizes, Members, _empty) = (graph, labels, new double[n], new int[n], new int[n]);
        for (int node = 0; node < n; node++)
        {
            Sizes[labels[node]] += graph.Sizes[node];
            Members[labels[node]]++;
        }

        for (int label = n - 1; label >= 0; label--)
            if (Members[label] == 0) _empty[_emptyCount++] = label;
    }

    /// <summary>The label of each node's community, from 0 to below the number of nodes; there are as many labels as nodes, so that each
    /// can have its own.</summary>
    public int[] Labels { get; }

    /// <summary>Size of each label's community.</summary>
    public double[] Sizes { get; }

    /// <summary>Number of nodes of each label's community.</summary>
    public int[] Members { get; }

    /// <summary>Number of communities that have nodes.</summary>
    public int Count => Labels.Length - _emptyCount;

    public static CommunityAssignment Singletons(CommunityGraph graph) => new(graph, OwnLabels(graph.NodeCount));

    /// <summary>Takes the array over.</summary>
    public static CommunityAssignment Of(CommunityGraph graph, int[] labels) => new(graph, labels);

    /// <summary>Each node its own label.</summary>
    public static int[] OwnLabels(int nodeCount)
    {
        int[] labels = new int[nodeCount];
        for (int node = 0; node < labels.Length; node++) labels[node] = node;
        return labels;
    }

    /// <summary>The communities of the nodes of the next level, when groups within communities become nodes.</summary>
    /// <param name="groups">The group of each node, from 0 on without gaps.</param>
    /// <param name="count">Number of groups.</param>
    /// <returns>Labels below <paramref name="count"/>.</returns>
    public int[] Lifted(int[] groups, int count)
    {
        int[] communities = Compact(), lifted = new int[count];
        for (int node = 0; node < groups.Length; node++) lifted[groups[node]] = communities[node];
        return lifted;
    }

    /// <summary>Moves a node to the community of the label, or to one of its own.</summary>
    /// <param name="node">Who moves.</param>
    /// <param name="target">A label that has nodes, or <see cref="NeighbourWeights.Alone"/>.</param>
    /// <returns>The label that it has now.</returns>
    public int Move(int node, int target)
    {
        int from = Labels[node], to = target == NeighbourWeights.Alone ? _empty[--_emptyCount] : target;
        double size = _graph.Sizes[node];
        if (--Members[from] == 0)
        {
            // Exactly 0, whatever sums of fractions have left over.
            Sizes[from] = 0;
            _empty[_emptyCount++] = from;
        }
        else
        {
            Sizes[from] -= size;
        }

        Members[to]++;
        Sizes[to] += size;
        Labels[node] = to;
        return to;
    }

    /// <summary>The labels renumbered without gaps, in the order in which the nodes bring them.</summary>
    public int[] Compact()
    {
        int[] numbers = new int[Labels.Length], compact = new int[Labels.Length];
        int count = 0;
        for (int node = 0; node < compact.Length; node++)
        {
            ref int number = ref numbers[Labels[node]];
            if (number == 0) number = ++count;
            compact[node] = number - 1;
        }

        return compact;
    }
}
