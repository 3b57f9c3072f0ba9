using System.Globalization;
using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.Algorithms.Tests.Conformance;

/// <summary>A graph and expected outputs of the validation suite of LDBC Graphalytics 1.0 (A. Iosup et al., “The LDBC Graphalytics
/// Benchmark”, arXiv:2011.15028, §2.3 and §3): files of vertices and edges, or one line a vertex with its neighbours.</summary>
/// <remarks>Vertices have sparse numbers; nodes are numbered in their order. Of an undirected graph an edge stands in one line of an edge
/// file, and in the lines of both ends of a neighbour file.</remarks>
internal sealed class GraphalyticsGraph
{
    private readonly long[] _vertices;
    private readonly (int, int)[] _edges;
    private readonly double[]? _weights;

    private GraphalyticsGraph(IEnumerable<long> vertices, IReadOnlyList<(long Source, long Target, double Weight)> edges, bool isWeighted)
    {
        _vertices = [.. vertices.Concat(edges.SelectMany(e => (long[])[e.Source, e.Target])).Distinct().Order()];
        _edges = [.. edges.Select(e => (Node(e.Source), Node(e.Target)))];
        _weights = isWeighted ? [.. edges.Select(e => e.Weight)] : null;
    }

    internal DirectedCsr Directed => DirectedCsr.FromEdges(_vertices.Length, _edges, _weights);

    internal UndirectedCsr Undirected => UndirectedCsr.FromEdges(_vertices.Length, _edges, _weights);

    internal static GraphalyticsGraph OfEdges(string name) => new(
        Lines(name + ".v").Select(fields => long.Parse(fields[0], CultureInfo.InvariantCulture)),
        [
            .. Lines(name + ".e").Select(fields => (
                long.Parse(fields[0], CultureInfo.InvariantCulture),
                long.Parse(fields[1], CultureInfo.InvariantCulture),
                double.Parse(fields[2], CultureInfo.InvariantCulture))),
        ],
        isWeighted: true);

    internal static GraphalyticsGraph OfNeighbours(string name)
    {
        List<long[]> rows = [.. Lines(name).Select(fields => fields.Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray())];
        return new(rows.Select(row => row[0]), [.. rows.SelectMany(row => row[1..].Select(target => (row[0], target, 1.0)))], isWeighted: false);
    }

    /// <summary>The node of a vertex.</summary>
    internal int Node(long vertex) => Array.BinarySearch(_vertices, vertex);

    /// <summary>The vertex of a node.</summary>
    internal long Vertex(int node) => _vertices[node];

    /// <summary>The expected value of each node, as it is written. There is one for each vertex and no more.</summary>
    internal string[] Expected(string name)
    {
        string?[] values = new string?[_vertices.Length];
        foreach (string[] fields in Lines(name))
        {
            int node = Node(long.Parse(fields[0], CultureInfo.InvariantCulture));
            Assert.InRange(node, 0, values.Length - 1);
            Assert.Null(values[node]);
            values[node] = fields[1];
        }

        return [.. values.Select(value => value ?? throw new InvalidDataException($"{name} has no value for a vertex."))];
    }

    private static IEnumerable<string[]> Lines(string name) =>
        from line in File.ReadLines(Repo.Shared(["conformance", "graphalytics", "validation-graphs", .. name.Split('/')]))
        let fields = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
        where fields.Length > 0
        select fields;
}
