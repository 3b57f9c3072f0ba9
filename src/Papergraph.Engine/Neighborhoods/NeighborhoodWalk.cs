using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Neighborhoods;

/// <summary>Finds what lies around a node, distance by distance.</summary>
/// <remarks>
/// <para>The score of a node at depth d is the probability that a random walker, who starts at the centre and moves only outward,
/// stands there after d steps, divided by the square root of one more than the node's number of edges. A walker chooses among the edges to nodes
/// farther than itself, each with the weight of its type. The division keeps nodes that are near everything (a term that every paper
/// mentions) from heading every list; with the square root they still come before chance acquaintances.</para>
/// <para>At most <see cref="WidestFrontier"/> nodes of a depth, the best, are walked on from; where there were more,
/// <see cref="Neighborhood.IsTruncated"/> says so, and what lies beyond the others is not counted.</para>
/// </remarks>
internal static class NeighborhoodWalk
{
    private const int WidestFrontier = 5_000;

    internal static Neighborhood From(GraphReader graph, NodeSummary center, NeighborhoodOptions options, CancellationToken cancellation)
    {
        Validate(graph, options);
        EdgeTable[] tables = [.. graph.EdgeTables.Where(t => options.EdgeTypes.Count == 0 || options.EdgeTypes.Contains(t.Type))];
        HashSet<int> seen = [center.Node];
        List<(int Node, double Score)> frontier = [(center.Node, 1.0)];
        List<Neighbor> neighbors = [];
        List<long> reached = [];
        bool truncated = false;
        for (int depth = 1; depth <= options.Depth && frontier.Count > 0; depth++)
        {
            Dictionary<int, Arrival> arrivals = [];
            foreach ((int node, double score) in frontier)
            {
                cancellation.ThrowIfCancellationRequested();
                Step(graph, tables, node, score, seen, options, arrivals);
            }

            seen.UnionWith(arrivals.Keys);
            List<(int Node, double Score, Arrival Arrival)> ranked = [.. arrivals
                .Select(a => (a.Key, Score: a.Value.Score / Math.Sqrt(Degree(graph, a.Key)), a.Value))
                .OrderByDescending(a => a.Score).ThenBy(a => a.Key)];
            List<(int Node, double Score, Arrival Arrival)> admitted = [.. ranked.Where(a => HasOneOf(graph, a.Node, options.Labels))];
            reached.Add(admitted.Count);
            neighbors.AddRange(admitted.Take(options.Limit).Select(a => Describe(graph, depth, a.Node, a.Score, a.Arrival)));
            truncated |= depth < options.Depth && ranked.Count > WidestFrontier;
            frontier = [.. ranked.Take(WidestFrontier).Select(a => (a.Node, a.Arrival.Score)).OrderBy(a => a.Node)];
        }

        return new Neighborhood(center, neighbors, reached, truncated);
    }

    private static void Step(
        GraphReader graph, EdgeTable[] tables, int node, double score, HashSet<int> seen, NeighborhoodOptions options,
        Dictionary<int, Arrival> arrivals)
    {
        List<(int Neighbor, EdgeTable Table, bool Outgoing)> steps = [];
        double weights = 0;
        foreach (EdgeTable table in tables)
        {
            if (options.Direction != EdgeDirection.In) weights += Collect(graph, table, table.Outgoing, outgoing: true, node, seen, options, steps);
            if (options.Direction != EdgeDirection.Out) weights += Collect(graph, table, table.Incoming, outgoing: false, node, seen, options, steps);
        }

        foreach ((int neighbor, EdgeTable table, bool outgoing) in steps)
        {
            if (!arrivals.TryGetValue(neighbor, out Arrival? arrival)) arrivals.Add(neighbor, arrival = new Arrival());
            arrival.Add(node, score * Weight(table.Type) / weights, table.Type, outgoing);
        }
    }

    private static double Collect(
        GraphReader graph, EdgeTable table, Adjacency adjacency, bool outgoing, int node, HashSet<int> seen, NeighborhoodOptions options,
        List<(int, EdgeTable, bool)> steps)
    {
        DoubleColumn? confidences = options.MinConfidence > 0 ? table.Doubles(Keys.Confidence) : null;
        ReadOnlySpan<int> neighbors = adjacency.Neighbours(node);
        EdgePositions positions = confidences is null ? default : adjacency.Positions(node);
        double weights = 0;
        for (int i = 0; i < neighbors.Length; i++)
        {
            if (seen.Contains(neighbors[i])) continue;
            if (confidences?[positions[i]] < options.MinConfidence) continue;
            if (!IsWithinYears(graph, neighbors[i], options)) continue;
            steps.Add((neighbors[i], table, outgoing));
            weights += Weight(table.Type);
        }

        return weights;
    }

    private static bool IsWithinYears(GraphReader graph, int node, NeighborhoodOptions options)
    {
        if (options.FromYear is null && options.ToYear is null) return true;
        NodeTable table = graph.TableOf(node);
        if (!table.HasLabel(Labels.Paper)) return true;
        return table.Int64s(Keys.Year)?[table.RowOf(node)] is { } year
            && !(year < options.FromYear) && !(year > options.ToYear);
    }

    /// <summary>What a paper does with a thing says more than that it names it, and a stated relation more than both.</summary>
    private static double Weight(string edgeType) => edgeType switch
    {
        EdgeTypes.Introduces => 4,
        EdgeTypes.UsedFor or EdgeTypes.EvaluatedOn or EdgeTypes.MeasuredBy or EdgeTypes.ComparedWith or EdgeTypes.BasedOn
            or EdgeTypes.PartOf or EdgeTypes.IsA or EdgeTypes.BuildsOn => 3,
        EdgeTypes.Uses or EdgeTypes.Addresses or EdgeTypes.EvaluatesOn or EdgeTypes.ComparesWith => 2,
        _ => 1,
    };

    private static double Degree(GraphReader graph, int node)
    {
        long degree = 1;
        foreach (EdgeTable table in graph.EdgeTables) degree += table.Outgoing.Degree(node) + table.Incoming.Degree(node);
        return degree;
    }

    private static bool HasOneOf(GraphReader graph, int node, IReadOnlyList<string> labels)
    {
        if (labels.Count == 0) return true;
        NodeTable table = graph.TableOf(node);
        return labels.Any(table.HasLabel);
    }

    private static Neighbor Describe(GraphReader graph, int depth, int node, double score, Arrival arrival) =>
        new(NodeSummary.Of(graph, node), depth, score, arrival.Via(), NodeSummary.Of(graph, arrival.From()));

    private static void Validate(GraphReader graph, NeighborhoodOptions options)
    {
        if (options.Depth is < 1 or > 5) throw EngineErrors.OutOfRange("--depth", options.Depth, "1 to 5");
        if (options.Limit is < 1 or > 10_000) throw EngineErrors.OutOfRange("--limit", options.Limit, "1 to 10,000");
        if (options.MinConfidence is not (>= 0 and <= 1)) throw EngineErrors.OutOfRange("--min-confidence", options.MinConfidence, "0 to 1");
        if (options.FromYear > options.ToYear) throw EngineErrors.OutOfRange("--from-year", options.FromYear.Value, $"not later than --to-year, {options.ToYear}");
        foreach (string label in options.Labels)
            if (!graph.Labels.Contains(label)) throw EngineErrors.UnknownLabel(label, graph.Labels);
        foreach (string type in options.EdgeTypes)
            if (graph.Edges(type) is null) throw EngineErrors.UnknownEdgeType(type, graph.EdgeTables.Select(t => t.Type));
    }

    /// <summary>What has reached a node in the step under way. Sums are made in the order of node numbers, so they have the same bits each time.</summary>
    private sealed class Arrival
    {
        private readonly Dictionary<(string Type, bool Outgoing), long> _edges = [];
        private readonly Dictionary<int, double> _shares = [];

        public double Score { get; private set; }

        public void Add(int from, double share, string type, bool outgoing)
        {
            Score += share;
            _shares[from] = _shares.GetValueOrDefault(from) + share;
            _edges[(type, outgoing)] = _edges.GetValueOrDefault((type, outgoing)) + 1;
        }

        public int From() => _shares.OrderByDescending(s => s.Value).ThenBy(s => s.Key).First().Key;

        public IReadOnlyList<EdgeCount> Via() =>
            [.. _edges.OrderByDescending(e => Weight(e.Key.Type)).ThenBy(e => e.Key.Type, StringComparer.Ordinal)
                .ThenByDescending(e => e.Key.Outgoing).Select(e => new EdgeCount(e.Key.Type, e.Key.Outgoing, e.Value))];
    }
}
