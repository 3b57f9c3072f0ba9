using System.Globalization;
using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.Algorithms.Tests;

/// <summary>The example graphs of LDBC Graphalytics with the outputs that they must have. Nodes are numbered in the order of their
/// identifiers, so that the least number is the least identifier.</summary>
internal sealed class GraphalyticsFiles
{
    private readonly string _folder, _name;
    private readonly long[] _identifiers;

    public GraphalyticsFiles(string name)
    {
        (_folder, _name) = (Repo.Shared("conformance", "graphalytics", "validation-graphs", "example"), name);
        _identifiers = [.. Lines($"{name}.v").Select(words => long.Parse(words[0], CultureInfo.InvariantCulture)).Order()];
        (int, int)[] edges = [.. Lines($"{name}.e").Select(words => (Node(words[0]), Node(words[1])))];
        Graph = name.Contains("undirected", StringComparison.Ordinal)
            ? UndirectedCsr.FromEdges(_identifiers.Length, edges).AsDirected()
            : DirectedCsr.FromEdges(_identifiers.Length, edges);
    }

    public DirectedCsr Graph { get; }

    /// <summary>The value of each node, as text.</summary>
    public string[] Expected(string algorithm)
    {
        string[] values = new string[_identifiers.Length];
        foreach (string[] words in Lines($"{_name}-{algorithm}")) values[Node(words[0])] = words[1];
        return values;
    }

    /// <summary>The node that has an identifier.</summary>
    public int Node(string identifier) => Array.BinarySearch(_identifiers, long.Parse(identifier, CultureInfo.InvariantCulture));

    private IEnumerable<string[]> Lines(string file) =>
        File.ReadLines(Path.Combine(_folder, file)).Where(line => line.Length > 0)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
