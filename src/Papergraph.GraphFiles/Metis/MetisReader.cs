using Papergraph.Core;
using Papergraph.GraphFiles.Inputs;
using Papergraph.GraphFiles.Pairs;

namespace Papergraph.GraphFiles.Metis;

/// <summary>Reads graph files of METIS 5 (manual §4.1.1): a header with the numbers of nodes and edges and what the lines have, then a line
/// for each node with its size, its weights and its neighbours, each perhaps with the weight of the edge. Nodes count from 1 on.</summary>
internal sealed class MetisReader(GraphInput input, GraphFileOptions options, Findings findings, CancellationToken cancellation)
{
    private const string Header = "two to four numbers: nodes, edges, a code of three digits 0 and 1, weights of a node";

    private readonly ByteScanner _bytes = new(input.Bytes);
    private readonly List<(int, int)> _entries = [];
    private readonly List<double> _weights = [];
    private readonly Dictionary<string, List<string?>> _attributes = [];
    private readonly byte[] _token = new byte[64];
    private bool _hasWeights, _isInLine;
    private int _valuesOfNode, _nodes;

    internal LoadedGraph Read()
    {
        (long nodes, long edges) = ReadHeader();
        for (; _nodes < nodes && TryLine(); _nodes++) ReadNode(_nodes, nodes);
        if (_nodes < nodes)
        {
            findings.Add(GraphFileDiagnostics.OtherCount(input.Path, "nodes", nodes, _nodes));
            DropBeyond(_nodes);
        }

        bool isWeighted = _hasWeights && options.Weight is not "";
        DirectedCsr rows = DirectedCsr.FromEdgeParts(
            _nodes, [_entries.ToArray()], isWeighted ? [_weights.ToArray()] : null, options.Threads, cancellation);
        (DirectedCsr graph, _) = SymmetricRows.EachEdgeOnce(rows, options.Threads, cancellation);
        if (graph.EdgeCount != edges) findings.Add(GraphFileDiagnostics.OtherCount(input.Path, "edges", edges, graph.EdgeCount));
        return new(graph, options.IsDirected ?? false, Names: null)
        {
            NodeAttributes = _attributes.ToDictionary(a => a.Key, a => (IReadOnlyList<string?>)a.Value),
        };
    }

    private (long Nodes, long Edges) ReadHeader()
    {
        if (!TryLine()) throw GraphFileErrors.UnusableHeader(input.Path, _bytes.Line, Header);
        long line = _bytes.Line;
        List<string> fields = [];
        while (TryToken(out ReadOnlySpan<byte> token)) fields.Add(System.Text.Encoding.ASCII.GetString(token));
        string code = fields.Count > 2 ? fields[2].PadLeft(3, '0') : "000";
        int weightsOfNode = code.Length == 3 && code[1] == '1' ? 1 : 0;
        bool isUsable = fields.Count is >= 2 and <= 4 && code.Length == 3 && code.All(c => c is '0' or '1');
        if (!isUsable || !long.TryParse(fields[0], out long nodes) || !long.TryParse(fields[1], out long edges) || nodes is < 0 or > int.MaxValue || edges < 0
            || (fields.Count == 4 && (!int.TryParse(fields[3], out weightsOfNode) || weightsOfNode is < 0 or > 1000 || code[1] == '0' != (weightsOfNode == 0))))
            throw GraphFileErrors.UnusableHeader(input.Path, line, Header);
        _hasWeights = code[2] == '1';
        _valuesOfNode = weightsOfNode + (code[0] - '0');
        for (int value = 0; value < _valuesOfNode; value++)
            _attributes.Add(value == 0 && code[0] == '1' ? "size" : weightsOfNode == 1 ? "weight" : $"weight{value + 1 - (code[0] - '0')}", []);
        return (nodes, edges);
    }

    private void ReadNode(int node, long nodes)
    {
        if ((node & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
        long line = _bytes.Line;
        foreach (List<string?> values in _attributes.Values) values.Add(TryToken(out ReadOnlySpan<byte> value) ? System.Text.Encoding.ASCII.GetString(value) : null);
        while (TryToken(out ReadOnlySpan<byte> token))
        {
            bool isNode = System.Buffers.Text.Utf8Parser.TryParse(token, out int neighbour, out int read) && read == token.Length && neighbour >= 1 && neighbour <= nodes;
            string shown = isNode ? "" : System.Text.Encoding.ASCII.GetString(token);
            double weight = 1;
            bool isUsable = !_hasWeights || (TryToken(out ReadOnlySpan<byte> field) && WeightField.TryRead(field, out weight));
            if (!isNode) findings.Reject(GraphFileDiagnostics.NoSuchNode(input.Path, line, shown));
            else if (!isUsable) findings.Reject(GraphFileDiagnostics.UnusableWeight(input.Path, line));
            else
            {
                _entries.Add((node, neighbour - 1));
                if (_hasWeights) _weights.Add(weight);
            }
        }
    }

    /// <summary>Leaves out edges to nodes that have no line.</summary>
    private void DropBeyond(int nodes)
    {
        int kept = 0;
        for (int i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Item2 >= nodes)
            {
                findings.Reject(GraphFileDiagnostics.NodeBeyond(input.Path, 0));
                continue;
            }

            _entries[kept] = _entries[i];
            if (_hasWeights) _weights[kept] = _weights[i];
            kept++;
        }

        _entries.RemoveRange(kept, _entries.Count - kept);
        if (_hasWeights) _weights.RemoveRange(kept, _weights.Count - kept);
    }

    /// <summary>Goes to the beginning of the next line that is no comment; an empty line is a node without neighbours.</summary>
    private bool TryLine()
    {
        while (true)
        {
            if (_bytes.Peek() == '\n' && _isInLine) _bytes.Skip();
            _isInLine = true;
            if (_bytes.Peek() != '%') return _bytes.Peek() >= 0;
            _bytes.SkipLine();
        }
    }

    /// <summary>The next word of the line; what is longer than any number is cut.</summary>
    private bool TryToken(out ReadOnlySpan<byte> token)
    {
        while (_bytes.Peek() is ' ' or '\t' or '\r') _bytes.Skip();
        int length = 0;
        for (; _bytes.Peek() is not (-1 or '\n' or ' ' or '\t' or '\r'); _bytes.Skip())
            if (length < _token.Length) _token[length++] = (byte)_bytes.Peek();
        token = _token.AsSpan(0, length);
        return length > 0;
    }
}
