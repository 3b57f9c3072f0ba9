using Papergraph.GraphFiles.Inputs;

namespace Papergraph.GraphFiles.Gml;

/// <summary>Reads GML: keys with values, which are numbers, texts or lists in brackets.</summary>
/// <remarks>Of lists within nodes and edges nothing is taken.</remarks>
internal sealed class GmlReader(GraphInput input, GraphFileOptions options, Findings findings, CancellationToken cancellation)
{
    private const int MostDepth = 256;

    private readonly GmlScanner _tokens = new(input.Bytes);
    private readonly GraphBuilder _graph = new(options, findings);
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly List<(string? Source, string? Target, string? Weight, long Line)> _edges = [];
    private bool _isDirected, _hasGraph;

    internal LoadedGraph Read()
    {
        string weight = options.Weight is { Length: > 0 } named ? named : "weight";
        // What is open: the file, the graph, one of its nodes or edges. Others are passed over.
        Stack<string> open = new();
        string? key = null;
        long line = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            GmlToken token = _tokens.Next();
            if (token == GmlToken.End && open.Count == 0 && key is null) break;
            if (token is GmlToken.End or GmlToken.Other || (token == GmlToken.Close && (open.Count == 0 || key is not null))
                || (token is GmlToken.Open or GmlToken.Number or GmlToken.Text && key is null))
            {
                string reason = token == GmlToken.End ? "it ends within a list" : "a key or the end of a list is expected";
                findings.Add(GraphFileDiagnostics.Malformed(input.Path, _tokens.Line, reason));
                break;
            }

            if (token == GmlToken.Key && key is null)
            {
                key = _tokens.Value;
                continue;
            }

            if (token == GmlToken.Close) Close(open, weight, line);
            else if (token == GmlToken.Open)
            {
                if (open.Count >= MostDepth) throw GraphFileErrors.TooDeep(input.Path, _tokens.Line, MostDepth);
                open.Push(PlaceOf(open, key!));
                if (open.Count == 2)
                {
                    _fields.Clear();
                    line = _tokens.Line;
                }
            }
            else Take(open, key!);
            key = null;
        }

        // Whether it is directed may be said behind the edges.
        foreach ((string? source, string? target, string? value, long at) in _edges) _graph.AddEdge(source, target, _isDirected, value, at);
        if (!_hasGraph) throw GraphFileErrors.NothingUnderstood(input.Path, GraphFileFormat.Gml, "it has no graph");
        return _graph.Build(_isDirected, cancellation);
    }

    /// <summary>What a list is, by its key and where it stands; empty for what is passed over.</summary>
    private string PlaceOf(Stack<string> open, string key)
    {
        if (open.Count == 0 && key == "graph")
        {
            if (!_hasGraph)
            {
                _hasGraph = true;
                return "graph";
            }

            findings.Add(GraphFileDiagnostics.NoPlace(input.Path, _tokens.Line, "a second graph"));
        }

        return open.Count == 1 && open.Peek() == "graph" && key is "node" or "edge" ? key : "";
    }

    private void Take(Stack<string> open, string key)
    {
        if (open.Count == 1 && open.Peek() == "graph" && key == "directed") _isDirected = _tokens.Value != "0";
        else if (open.Count == 2 && open.Peek().Length > 0) _fields.TryAdd(key, _tokens.Value);
    }

    private void Close(Stack<string> open, string weight, long line)
    {
        switch (open.Pop())
        {
            case "edge":
                (string? source, string? target) = (_fields.GetValueOrDefault("source"), _fields.GetValueOrDefault("target"));
                _edges.Add((source, target, _fields.GetValueOrDefault(weight), line));
                break;
            case "node" when _fields.TryGetValue("id", out string? id):
                int place = _graph.AddNode(id, line);
                if (place < 0) break;
                foreach ((string name, string value) in _fields)
                    if (name != "id") _graph.SetAttribute(place, name, value);
                break;
            case "node":
                findings.Reject(GraphFileDiagnostics.NodeWithoutId(input.Path, line));
                break;
        }
    }
}
