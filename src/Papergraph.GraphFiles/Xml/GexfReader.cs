using System.Xml;
using Papergraph.GraphFiles.Inputs;

namespace Papergraph.GraphFiles.Xml;

/// <summary>Reads GEXF 1.1 to 1.3 (https://gexf.net/schema.html). Nodes within nodes are nodes; of dynamic graphs all times are taken
/// together.</summary>
internal sealed class GexfReader(GraphInput input, GraphFileOptions options, Findings findings, CancellationToken cancellation)
{
    private readonly GraphBuilder _graph = new(options, findings);
    private readonly Dictionary<string, string> _nodeTitles = new(StringComparer.Ordinal), _edgeTitles = new(StringComparer.Ordinal);
    private readonly Stack<(int Depth, int Place)> _nodes = new();
    private (string? Source, string? Target, bool IsDirected, string? Weight, long Line)? _edge;
    private bool _isDirected, _hasGraph, _isOfEdges;

    internal LoadedGraph Read()
    {
        string weight = options.Weight is { Length: > 0 } named ? named : "weight";
        using XmlReader xml = GraphXml.Open(input);
        while (GraphXml.TryRead(xml, input, findings))
        {
            cancellation.ThrowIfCancellationRequested();
            if (xml.NodeType == XmlNodeType.Element)
            {
                (string element, int depth, bool isEmpty) = (xml.LocalName, xml.Depth, xml.IsEmptyElement);
                Begin(xml, weight);
                if (isEmpty) End(element, depth);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                End(xml.LocalName, xml.Depth);
            }
        }

        // The last edge of a file that is cut short.
        if (_edge is not null) End("edge", 0);
        if (!_hasGraph) throw GraphFileErrors.NothingUnderstood(input.Path, GraphFileFormat.Gexf, "it has no graph");
        return _graph.Build(_isDirected, cancellation);
    }

    private void Begin(XmlReader xml, string weight)
    {
        long line = GraphXml.LineOf(xml);
        switch (xml.LocalName)
        {
            case "graph":
                _hasGraph = true;
                _isDirected = xml.GetAttribute("defaultedgetype") is "directed" or "mutual";
                break;
            case "attributes":
                _isOfEdges = xml.GetAttribute("class") == "edge";
                break;
            case "attribute" when xml.GetAttribute("id") is { } id:
                (_isOfEdges ? _edgeTitles : _nodeTitles).TryAdd(id, xml.GetAttribute("title") ?? id);
                break;
            case "node" when xml.GetAttribute("id") is { } id:
                int place = _graph.AddNode(id, line);
                _nodes.Push((xml.Depth, place));
                if (place >= 0 && xml.GetAttribute("label") is { } label) _graph.SetAttribute(place, "label", label);
                break;
            case "node":
                findings.Reject(GraphFileDiagnostics.NodeWithoutId(input.Path, line));
                break;
            case "edge":
                bool isDirected = xml.GetAttribute("type") is { } type ? type is "directed" or "mutual" : _isDirected;
                _edge = (xml.GetAttribute("source"), xml.GetAttribute("target"), isDirected, xml.GetAttribute(weight), line);
                break;
            case "attvalue" when (xml.GetAttribute("for") ?? xml.GetAttribute("id")) is { } id && xml.GetAttribute("value") is { } value:
                if (_edge is { } edge && _edgeTitles.GetValueOrDefault(id, id) == weight) _edge = edge with { Weight = edge.Weight ?? value };
                else if (_edge is null && _nodes.TryPeek(out (int Depth, int Place) node) && node.Place >= 0)
                    _graph.SetAttribute(node.Place, _nodeTitles.GetValueOrDefault(id, id), value);
                break;
        }
    }

    private void End(string element, int depth)
    {
        if (element == "edge" && _edge is { } edge)
        {
            _graph.AddEdge(edge.Source, edge.Target, edge.IsDirected, edge.Weight, edge.Line);
            _edge = null;
        }
        else if (element == "node" && _nodes.Count > 0 && _nodes.Peek().Depth == depth)
        {
            _nodes.Pop();
        }
    }
}
