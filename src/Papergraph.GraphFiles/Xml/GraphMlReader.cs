using System.Xml;
using Papergraph.GraphFiles.Inputs;

namespace Papergraph.GraphFiles.Xml;

/// <summary>Reads GraphML (http://graphml.graphdrawing.org/specification.html). Graphs within nodes belong to the one graph; hyperedges
/// and ports have no place in it.</summary>
internal sealed class GraphMlReader(GraphInput input, GraphFileOptions options, Findings findings, CancellationToken cancellation)
{
    private readonly GraphBuilder _graph = new(options, findings);
    private readonly Dictionary<string, (string Name, bool IsOfNodes, bool IsOfEdges)> _keys = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Value)> _nodeDefaults = [];
    private readonly Stack<(int Depth, int Place)> _nodes = new();
    private readonly Stack<(int Depth, bool IsDirected)> _graphs = new();
    private (string? Source, string? Target, bool IsDirected, string? Weight, long Line)? _edge;
    private bool? _isDirected;
    private string? _key, _defaultWeight;

    internal LoadedGraph Read()
    {
        string weight = options.Weight is { Length: > 0 } named ? named : "weight";
        using XmlReader xml = GraphXml.Open(input);
        string? text = null;
        bool isDefault = false;
        while (GraphXml.TryRead(xml, input, findings))
        {
            cancellation.ThrowIfCancellationRequested();
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    (text, isDefault) = (null, xml.LocalName == "default");
                    bool isEmpty = xml.IsEmptyElement;
                    Begin(xml);
                    if (isEmpty) End(xml.LocalName, xml.Depth, "", isDefault: false, weight);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text += xml.Value;
                    break;
                case XmlNodeType.EndElement:
                    End(xml.LocalName, xml.Depth, text ?? "", isDefault, weight);
                    (text, isDefault) = (null, false);
                    break;
            }
        }

        if (_isDirected is null) throw GraphFileErrors.NothingUnderstood(input.Path, GraphFileFormat.GraphMl, "it has no graph");
        return _graph.Build(_isDirected.Value, cancellation);
    }

    private void Begin(XmlReader xml)
    {
        long line = GraphXml.LineOf(xml);
        switch (xml.LocalName)
        {
            case "key" when xml.GetAttribute("id") is { } id:
                string subject = xml.GetAttribute("for") ?? "all";
                _keys.TryAdd(id, (xml.GetAttribute("attr.name") ?? id, subject is "node" or "all", subject is "edge" or "all"));
                _key = id;
                break;
            case "graph":
                bool isDirected = xml.GetAttribute("edgedefault") != "undirected";
                _isDirected ??= isDirected;
                _graphs.Push((xml.Depth, isDirected));
                break;
            case "node" when xml.GetAttribute("id") is { } id:
                int place = _graph.AddNode(id, line);
                _nodes.Push((xml.Depth, place));
                break;
            case "node":
                findings.Reject(GraphFileDiagnostics.NodeWithoutId(input.Path, line));
                break;
            case "edge":
                bool ofGraph = _graphs.Count == 0 || _graphs.Peek().IsDirected;
                bool ofEdge = xml.GetAttribute("directed") is { } own ? own is "true" or "1" : ofGraph;
                _edge = (xml.GetAttribute("source"), xml.GetAttribute("target"), ofEdge, null, line);
                break;
            case "hyperedge":
                findings.Reject(GraphFileDiagnostics.NoPlace(input.Path, line, "a hyperedge"));
                break;
            case "data":
                _key = xml.GetAttribute("key");
                break;
        }
    }

    private void End(string element, int depth, string text, bool isDefault, string weight)
    {
        switch (element)
        {
            case "default" when isDefault && _key is not null && _keys.TryGetValue(_key, out (string Name, bool IsOfNodes, bool IsOfEdges) of):
                if (of.IsOfNodes) _nodeDefaults.Add((of.Name, text));
                if (of.IsOfEdges && of.Name == weight) _defaultWeight ??= text.Trim();
                break;
            case "data" when _key is not null && _keys.TryGetValue(_key, out (string Name, bool IsOfNodes, bool IsOfEdges) key):
                if (_edge is { } edge && key.IsOfEdges && key.Name == weight) _edge = edge with { Weight = text.Trim() };
                else if (_edge is null && _nodes.TryPeek(out (int Depth, int Place) node) && node.Place >= 0 && key.IsOfNodes)
                    _graph.SetAttribute(node.Place, key.Name, text);
                break;
            case "edge" when _edge is { } ended:
                _graph.AddEdge(ended.Source, ended.Target, ended.IsDirected, ended.Weight ?? _defaultWeight, ended.Line);
                _edge = null;
                break;
            case "node" when _nodes.Count > 0 && _nodes.Peek().Depth == depth:
                int place = _nodes.Pop().Place;
                // Values of the node's own came first, and a value that is there is not replaced.
                if (place < 0) break;
                foreach ((string name, string value) in _nodeDefaults) _graph.SetAttribute(place, name, value);
                break;
            case "graph" when _graphs.Count > 0 && _graphs.Peek().Depth == depth:
                _graphs.Pop();
                break;
        }
    }
}
