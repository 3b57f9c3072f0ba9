using System.Buffers.Text;
using System.Text;
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
    private readonly List<(string Name, List<string?> Values)> _attributes = [];
    private readonly byte[] _token = new byte[64];
    private bool _hasWeights, _isInLine;
    private int _nodes;

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
        DirectedCsr once = SymmetricRows.EachEdgeOnce(rows, options.Threads, cancellation);
        if (once.EdgeCount != edges) findings.Add(GraphFileDiagnostics.OtherCount(input.Path, "edges", edges, once.EdgeCount));
        bool isDirected = options.IsDirected ?? false;
        return new(isDirected ? rows : once, isDirected, Names: null)
        {
            NodeAttributes = _attributes.ToDictionary(a => a.Name, a => (IReadOnlyList<string?>)a.Values),
        };
    }

    private (long Nodes, long Edges) ReadHeader()
    {
        if (!TryLine()) throw GraphFileErrors.UnusableHeader(input.Path, _bytes.Line, Header);
        long line = _bytes.Line;
        List<string> fields = [];
        while (TryToken(out ReadOnlySpan<byte> token)) fields.Add(Encoding.ASCII.GetString(token));
        string code = fields.Count > 2 ? fields[2].PadLeft(3, '0') : "000";
        string weights = fields.Count > 3 ? fields[3] : code is [_, '1', _] ? "1" : "0";
        if (fields.Count is < 2 or > 4 || code is not ['0' or '1', '0' or '1', '0' or '1']
            || !int.TryParse(fields[0], out int nodes) || nodes < 0 || !long.TryParse(fields[1], out long edges) || edges < 0
            || !int.TryParse(weights, out int weightsOfNode) || weightsOfNode is < 0 or > 1000 || code[1] == '1' != weightsOfNode > 0)
            throw GraphFileErrors.UnusableHeader(input.Path, line, Header);
        if (code[0] == '1') _attributes.Add(("size", []));
        for (int weight = 1; weight <= weightsOfNode; weight++) _attributes.Add((weightsOfNode == 1 ? "weight" : $"weight{weight}", []));
        _hasWeights = code[2] == '1';
        return (nodes, edges);
    }

    private void ReadNode(int node, long nodes)
    {
        if ((node & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
        long line = _bytes.Line;
        foreach ((_, List<string?> values) in _attributes)
            values.Add(TryToken(out ReadOnlySpan<byte> value) ? Encoding.ASCII.GetString(value) : null);
        while (TryToken(out ReadOnlySpan<byte> token))
        {
            bool isNumber = Utf8Parser.TryParse(token, out int neighbour, out int read) && read == token.Length;
            bool isNode = isNumber && neighbour >= 1 && neighbour <= nodes;
            string shown = isNode ? "" : Encoding.ASCII.GetString(token);
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
