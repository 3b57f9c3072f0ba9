using Papergraph.TestKit.Graphs;

namespace Papergraph.Engine.Tests.Comparison;

/// <summary>Makes of a model graph another that shares much of it.</summary>
internal static class ModelEdits
{
    /// <summary>Some nodes and edges dropped, some changed, some edges doubled, some nodes new.</summary>
    public static ModelGraph Edited(ModelGraph model, int seed)
    {
        Random random = new(seed);
        List<ModelNode> nodes = [];
        Dictionary<int, int> placeOf = [];
        for (int n = 0; n < model.Nodes.Count; n++)
        {
            if (random.Next(6) == 0) continue;
            placeOf[n] = nodes.Count;
            ModelNode node = model.Nodes[n];
            nodes.Add(random.Next(6) == 0 ? node with { Properties = With(node.Properties, "year", (long)random.Next(3)) } : node);
        }

        List<ModelEdge> edges = [];
        foreach (ModelEdge edge in model.Edges)
        {
            bool stays = placeOf.TryGetValue(edge.Source, out int source) & placeOf.TryGetValue(edge.Target, out int target);
            if (!stays || random.Next(6) == 0) continue;
            ModelEdge kept = edge with { Source = source, Target = target };
            if (random.Next(6) == 0) kept = kept with { Properties = With(kept.Properties, "confidence", random.Next(3) / 2.0) };
            edges.Add(kept);
            if (random.Next(6) == 0) edges.Add(kept);
        }

        for (int i = random.Next(3); i > 0; i--)
            nodes.Add(new ModelNode(["Paper"], new Dictionary<string, object> { ["id"] = $"new{i}", ["title"] = "A new one" }));
        for (int i = nodes.Count == 0 ? 0 : random.Next(4); i > 0; i--)
            edges.Add(new ModelEdge("CITES", random.Next(nodes.Count), random.Next(nodes.Count), new Dictionary<string, object>()));
        return InOrder(nodes, edges, Enumerable.Range(0, nodes.Count));
    }

    /// <summary>The same graph with its nodes in another order. Nodes that say the same keep theirs, as only that tells them apart.
    /// </summary>
    public static ModelGraph Shuffled(ModelGraph model, int seed)
    {
        Random random = new(seed);
        Dictionary<string, int> rank = [];
        int[] order = [.. Enumerable.Range(0, model.Nodes.Count)];
        foreach (int n in order) rank.TryAdd(Spoken.Node(model.Nodes[n]), random.Next());
        return InOrder(model.Nodes, model.Edges, order.OrderBy(n => rank[Spoken.Node(model.Nodes[n])]).ThenBy(n => n));
    }

    private static ModelGraph InOrder(IReadOnlyList<ModelNode> nodes, IReadOnlyList<ModelEdge> edges, IEnumerable<int> order)
    {
        // Nodes with the same labels stand together in a model.
        int[] sorted = [.. order.OrderBy(n => string.Join(':', nodes[n].Labels), StringComparer.Ordinal)];
        int[] place = new int[nodes.Count];
        for (int i = 0; i < sorted.Length; i++) place[sorted[i]] = i;
        return new(
            [.. sorted.Select(n => nodes[n])],
            [.. edges.Select(e => e with { Source = place[e.Source], Target = place[e.Target] })
                .OrderBy(e => e.Type, StringComparer.Ordinal).ThenBy(e => e.Source).ThenBy(e => e.Target)]);
    }

    private static Dictionary<string, object> With(IReadOnlyDictionary<string, object> properties, string key, object value) =>
        new(properties, StringComparer.Ordinal) { [key] = value };
}
