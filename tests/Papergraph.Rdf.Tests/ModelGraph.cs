using FsCheck;
using FsCheck.Fluent;
using Papergraph.Store;

namespace Papergraph.TestKit.Graphs;

/// <summary>A node of a <see cref="ModelGraph"/>; properties as <see cref="Column.Value"/> gives them.</summary>
internal sealed record ModelNode(string[] Labels, IReadOnlyDictionary<string, object> Properties);

/// <summary>An edge of a <see cref="ModelGraph"/>; source and target are positions among its nodes.</summary>
internal sealed record ModelEdge(string Type, int Source, int Target, IReadOnlyDictionary<string, object> Properties);

/// <summary>A small graph as plain lists: what the tests compare files with, and what they write graphs from.</summary>
/// <param name="Nodes">Nodes; those with the same labels stand together.</param>
/// <param name="Edges">Edges, in the order in which a graph lists them: by type, source, target.</param>
internal sealed record ModelGraph(IReadOnlyList<ModelNode> Nodes, IReadOnlyList<ModelEdge> Edges)
{
    /// <summary>Some of everything: texts of every kind, all types, lists, names out of the vocabulary, parallel edges.</summary>
    public static Gen<ModelGraph> Any { get; } = GenGraph();

    /// <summary>Writes the graph to a fresh directory and opens it.</summary>
    public GraphReader Open(TemporaryFolder folder)
    {
        string path = folder.File("graph");
        using (GraphWriteLock writeLock = GraphDirectory.Lock(path))
        using (SegmentWriter segment = writeLock.BeginVersion())
        {
            foreach (IGrouping<string, ModelNode> nodes in Nodes.GroupBy(n => string.Join('\0', n.Labels)))
            {
                NodeTableWriter table = segment.AddNodeTable(nodes.First().Labels);
                foreach (ModelNode node in nodes)
                {
                    table.AddNode();
                    Append(table, node.Properties);
                }
            }

            foreach (IGrouping<string, ModelEdge> edges in Edges.GroupBy(e => e.Type))
            {
                EdgeTableWriter table = segment.AddEdgeTable(edges.Key);
                foreach (ModelEdge edge in edges)
                {
                    table.Add(edge.Source, edge.Target);
                    Append(table, edge.Properties);
                }
            }

            segment.Publish();
        }

        return GraphDirectory.OpenRead(path);
    }

    private static void Append(TableWriter table, IReadOnlyDictionary<string, object> properties)
    {
        foreach ((string name, object value) in properties)
        {
            switch (value)
            {
                case string text: table.String(name).Append(text); break;
                case long number: table.Int64(name).Append(number); break;
                case double number: table.Double(name).Append(number); break;
                case bool truth: table.Boolean(name).Append(truth); break;
                case DateOnly date: table.Date(name).Append(date); break;
                case DateTimeOffset time: table.DateTime(name).Append(time); break;
                case string[] texts: table.StringList(name).Append(texts); break;
                case long[] numbers: table.Int64List(name).Append(numbers); break;
                case double[] numbers: table.DoubleList(name).Append(numbers); break;
                case bool[] truths: table.BooleanList(name).Append(truths); break;
                default: throw new InvalidOperationException(value.GetType().Name);
            }
        }
    }

    private static Gen<ModelGraph> GenGraph()
    {
        string[][] labels = [["Paper"], ["Paper", "Placeholder"], ["Entity", "Method"], ["Strange label; \"x\""], ["Paper", "a:b"]];
        string[] types = ["CITES", "PUBLISHED_IN", "odd type", "MENTIONS"];
        Gen<string> text = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(s => string.Concat((s ?? "").EnumerateRunes())),
            Gen.Elements(
                "", " ", "a\"b", "a;b", "a,b", "line\nbreak", "cr\rlf\r\n", "tab\t", "\0\u0001\uFFFE", "<&>]]>", "\\N", "\\\"", "日本 😀", "'",
                "-1"));
        Gen<double> number = Gen.OneOf(
            ArbMap.Default.GeneratorFor<double>(), Gen.Elements(0.0, -0.0, 1, 0.87, 1e300, -2.5e-7, double.Epsilon, 123456789012345680));
        Gen<long> whole = Gen.OneOf(Gen.Choose(-5, 3000).Select(i => (long)i), Gen.Elements(long.MinValue, long.MaxValue));
        Gen<bool> truth = Gen.Elements(true, false);
        Gen<DateOnly> date = Gen.Choose(0, 1_000_000).Select(DateOnly.FromDayNumber);
        Gen<DateTimeOffset> time = Gen.Zip(Gen.Choose(0, 1_000_000), Gen.Choose(0, 999_999)).Select(t =>
            new DateTimeOffset(DateTime.MinValue.AddDays(t.Item1), TimeSpan.Zero).AddMicroseconds(t.Item2));

        // A key has one type in all tables, as a writer of one schema would have it.
        Gen<(string Key, object Value)> property = Gen.OneOf(
            text.Select(v => ("title", (object)v)),
            whole.Select(v => ("year", (object)v)),
            number.Select(v => ("confidence", (object)v)),
            truth.Select(v => ("dateIsApproximate", (object)v)),
            date.Select(v => ("date", (object)v)),
            time.Select(v => ("odd key: time", (object)v)),
            text.ListOf().Select(v => ("aliases", (object)v.ToArray())),
            whole.ListOf().Select(v => ("records", (object)v.ToArray())),
            number.ListOf().Select(v => ("numbers", (object)v.ToArray())),
            truth.ListOf().Select(v => ("truths", (object)v.ToArray())));
        Gen<Dictionary<string, object>> properties = property.ListOf()
            .Select(ps => ps.DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));
        Gen<ModelNode> node =
            from l in Gen.Elements(labels)
            from p in properties
            from id in text
            from hasId in Gen.Choose(0, 4)
            select new ModelNode(l, hasId == 0 ? p : With(p, "id", id));
        Gen<Dictionary<string, object>> edgeProperties = Gen.OneOf(
            properties, Gen.Zip(properties, text).Select(p => With(p.Item1, "run", p.Item2)));
        return
            from nodes in node.ListOf()
            let kept = nodes
                .Select((n, i) => !n.Properties.TryGetValue("id", out object? id) ? n : n with { Properties = With(n.Properties, "id", $"{id}{i}") })
                .OrderBy(n => Array.IndexOf(labels, n.Labels)).ToArray()
            from edges in GenEdge(types, Math.Max(kept.Length - 1, 0), edgeProperties).ListOf()
            select new ModelGraph(kept, kept.Length == 0
                ? []
                : [.. edges.OrderBy(e => Array.IndexOf(types, e.Type)).ThenBy(e => e.Source).ThenBy(e => e.Target)]);
    }

    private static Gen<ModelEdge> GenEdge(string[] types, int lastNode, Gen<Dictionary<string, object>> properties) =>
        from type in Gen.Elements(types)
        from source in Gen.Choose(0, lastNode)
        from target in Gen.Choose(0, lastNode)
        from p in properties
        select new ModelEdge(type, source, target, p);

    private static Dictionary<string, object> With(IReadOnlyDictionary<string, object> properties, string key, object value) =>
        new(properties, StringComparer.Ordinal) { [key] = value };
}
