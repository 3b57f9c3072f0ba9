using System.Globalization;
using System.Text;

namespace Papergraph.Store.Tests.Model;

/// <summary>A graph as plain dictionaries: what transactions are compared with. It knows nothing of tables, rows, states or files. Nodes
/// and edges have numbers of its own, which never change.</summary>
internal sealed class ReferenceGraph
{
    public sealed record Node(SortedSet<string> Labels, SortedDictionary<string, object> Properties);

    public sealed record Edge(string Type, int Source, int Target, SortedDictionary<string, object> Properties);

    /// <summary>The property that says which node of the reference a node of the store is.</summary>
    public const string Key = "key";

    public SortedDictionary<int, Node> Nodes { get; private init; } = [];

    public SortedDictionary<int, Edge> Edges { get; private init; } = [];

    public SortedDictionary<string, string> Metadata { get; private init; } = new(StringComparer.Ordinal);

    public int NextNode { get; set; }

    public int NextEdge { get; set; }

    public ReferenceGraph Copy() => new()
    {
        Nodes = new(Nodes.ToDictionary(n => n.Key, n => new Node(new(n.Value.Labels, StringComparer.Ordinal), CopyOf(n.Value.Properties)))),
        Edges = new(Edges.ToDictionary(e => e.Key, e => e.Value with { Properties = CopyOf(e.Value.Properties) })),
        Metadata = new(Metadata, StringComparer.Ordinal),
        NextNode = NextNode,
        NextEdge = NextEdge,
    };

    public IEnumerable<int> EdgesOf(int node) => Edges.Where(e => e.Value.Source == node || e.Value.Target == node).Select(e => e.Key);

    /// <summary>Everything there is, a line each, in an order of its own.</summary>
    public List<string> Lines()
    {
        List<string> lines = [];
        foreach (Node node in Nodes.Values) lines.Add($"node {string.Join(':', node.Labels)} {Text(node.Properties)}");
        foreach (Edge edge in Edges.Values) lines.Add($"edge {edge.Source} {edge.Type} {edge.Target} {Text(edge.Properties)}");
        foreach ((string key, string value) in Metadata) lines.Add($"metadata {key}={value}");
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    public static string Text(IEnumerable<KeyValuePair<string, object>> properties) =>
        string.Join(' ', properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={Text(p.Value)}"));

    /// <summary>A value with its type, the same for the same bits and for nothing else.</summary>
    public static string Text(object value) => value switch
    {
        string text => $"\"{WellFormed(text)}\"",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => "d" + BitConverter.DoubleToInt64Bits(number).ToString("x", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset instant => "t" + (instant.UtcTicks / 10).ToString(CultureInfo.InvariantCulture),
        string[] list => "s[" + string.Join(',', list.Select(e => Text(e))) + "]",
        long[] list => "l[" + string.Join(',', list.Select(e => Text(e))) + "]",
        double[] list => "d[" + string.Join(',', list.Select(e => Text(e))) + "]",
        bool[] list => "b[" + string.Join(',', list.Select(e => Text(e))) + "]",
        _ => throw new ArgumentException(value.GetType().Name),
    };

    private static string WellFormed(string text)
    {
        StringBuilder result = new();
        foreach (Rune rune in text.EnumerateRunes()) result.Append(rune);
        return result.ToString();
    }

    private static SortedDictionary<string, object> CopyOf(SortedDictionary<string, object> properties) =>
        new(properties, StringComparer.Ordinal);
}
