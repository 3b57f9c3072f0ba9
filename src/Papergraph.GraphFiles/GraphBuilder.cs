using System.Globalization;
using Papergraph.Core;

namespace Papergraph.GraphFiles;

/// <summary>Collects the nodes and edges of a file whose nodes have ids and attributes; an edge may come before its ends.</summary>
internal sealed class GraphBuilder(GraphFileOptions options, Findings findings)
{
    /// <summary>More attributes than this are no attributes but data in the wrong place.</summary>
    private const int MostAttributes = 1000;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly List<int> _declared = [];
    private readonly List<bool> _isDeclared = [];
    private readonly SortedDictionary<string, Dictionary<int, string>> _attributes = new(StringComparer.Ordinal);
    private readonly List<(int Source, int Target)> _edges = [];
    private readonly List<double> _weights = [];
    private readonly List<bool> _directions = [];
    private readonly List<int> _lines = [];
    private bool _hasWeights;

    /// <summary>Number of nodes and edges, to see whether anything was understood.</summary>
    internal long Count => _declared.Count + (long)_edges.Count;

    /// <summary>Adds a node.</summary>
    /// <returns>Its place, for its attributes, or −1 when it is there already.</returns>
    internal int AddNode(string id, long line)
    {
        int place = PlaceOf(id);
        if (_isDeclared[place])
        {
            findings.Reject(GraphFileDiagnostics.NodeTwice(findings.File, line, id));
            return -1;
        }

        _isDeclared[place] = true;
        _declared.Add(place);
        return place;
    }

    internal void SetAttribute(int place, string name, string value)
    {
        if (!_attributes.TryGetValue(name, out Dictionary<int, string>? values))
        {
            if (_attributes.Count == MostAttributes) return;
            _attributes.Add(name, values = []);
        }

        values.TryAdd(place, value);
    }

    /// <summary>Adds an edge.</summary>
    /// <param name="source">The id of its source, or null.</param>
    /// <param name="target">The id of its target, or null.</param>
    /// <param name="isDirected">Whether it has a direction.</param>
    /// <param name="weight">Its weight as text, or null.</param>
    /// <param name="line">Its line.</param>
    internal void AddEdge(string? source, string? target, bool isDirected, string? weight, long line)
    {
        if (source is null || target is null)
        {
            findings.Reject(GraphFileDiagnostics.MissingEnd(findings.File, line));
            return;
        }

        double value = 1;
        bool isNumber = weight is null || double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        if (!isNumber || !double.IsFinite(value))
        {
            findings.Reject(GraphFileDiagnostics.UnusableWeight(findings.File, line));
            return;
        }

        _hasWeights |= weight is not null;
        _edges.Add((PlaceOf(source), PlaceOf(target)));
        _weights.Add(value);
        _directions.Add(isDirected);
        _lines.Add((int)Math.Min(line, int.MaxValue));
    }

    /// <param name="isDirected">Whether edges that do not say otherwise have directions.</param>
    /// <param name="cancellation">Observed now and then.</param>
    internal LoadedGraph Build(bool isDirected, CancellationToken cancellation)
    {
        int[] nodeOf = new int[_ids.Count];
        Array.Fill(nodeOf, -1);
        for (int node = 0; node < _declared.Count; node++) nodeOf[_declared[node]] = node;
        // Where only some edges have directions, each of the others stands for two.
        bool hasDirections = options.IsDirected ?? (_directions.Count > 0 ? _directions.Contains(true) : isDirected);
        List<(int, int)> edges = new(_edges.Count);
        List<double> weights = new(_edges.Count);
        for (int edge = 0; edge < _edges.Count; edge++)
        {
            (int source, int target) = (nodeOf[_edges[edge].Source], nodeOf[_edges[edge].Target]);
            if (source < 0 || target < 0)
            {
                string missing = _ids[source < 0 ? _edges[edge].Source : _edges[edge].Target];
                findings.Reject(GraphFileDiagnostics.NoSuchNode(findings.File, _lines[edge], missing));
                continue;
            }

            edges.Add((source, target));
            weights.Add(_weights[edge]);
            if (!hasDirections || _directions[edge] || options.IsDirected is not null || source == target) continue;
            edges.Add((target, source));
            weights.Add(_weights[edge]);
        }

        bool isWeighted = _hasWeights && options.Weight is not "";
        DirectedCsr graph = DirectedCsr.FromEdgeParts(
            _declared.Count, [edges.ToArray()], isWeighted ? [weights.ToArray()] : null, options.Threads, cancellation);
        (IReadOnlyList<string>? names, Dictionary<string, IReadOnlyList<string?>> attributes) = NamesAndAttributes();
        return new(graph, hasDirections, names) { NodeAttributes = attributes };
    }

    /// <summary>Nodes are called by their labels where each has one and no two the same, otherwise by their ids.</summary>
    private (IReadOnlyList<string>? Names, Dictionary<string, IReadOnlyList<string?>> Attributes) NamesAndAttributes()
    {
        Dictionary<string, IReadOnlyList<string?>> attributes = new(StringComparer.Ordinal);
        foreach ((string name, Dictionary<int, string> values) in _attributes)
            attributes.Add(name, [.. _declared.Select(place => values.GetValueOrDefault(place))]);
        string[] ids = [.. _declared.Select(place => _ids[place])];
        foreach (string label in (string[])["label", "name"])
        {
            if (!attributes.TryGetValue(label, out IReadOnlyList<string?>? labels) || labels.Any(string.IsNullOrEmpty)
                || labels.Distinct(StringComparer.Ordinal).Count() < ids.Length) continue;
            attributes.Remove(label);
            attributes.TryAdd("id", ids);
            return ([.. labels.Select(text => text!)], attributes);
        }

        bool areOwnPlaces = ids.Index().All(id => id.Item == id.Index.ToString(CultureInfo.InvariantCulture));
        return (areOwnPlaces ? null : ids, attributes);
    }

    private int PlaceOf(string id)
    {
        if (_places.TryGetValue(id, out int place)) return place;
        _places.Add(id, _ids.Count);
        _ids.Add(id);
        _isDeclared.Add(false);
        return _ids.Count - 1;
    }
}
