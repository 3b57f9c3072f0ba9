using System.Runtime.InteropServices;

namespace Papergraph.GraphFiles.Pairs;

/// <summary>What a chunk of lines with names says: its edges are between places in its own table of names.</summary>
internal sealed record NamedPart(NameTable Names, (int Source, int Target)[] Pairs, double[]? Weights, int Lines, LineProblems Problems)
    : EdgePart(Pairs, Weights, Lines, Problems);

/// <summary>Reads pairs of names of any kind, or lists of a node and its neighbours.</summary>
internal sealed class NamedPairParser(PairLayout layout, bool isAdjacencyList) : IChunkParser<NamedPart>
{
    private readonly List<(int, int)> _pairs = [];
    private readonly List<double> _weights = [];
    private byte[] _scratch = [];

    /// <inheritdoc />
    public NamedPart Parse(ReadOnlySpan<byte> text, bool isFirst)
    {
        NameTable names = new();
        LineProblems problems = new();
        bool isHeader = isFirst && layout.HasHeader && !isAdjacencyList;
        _pairs.Clear();
        _weights.Clear();
        int lines = 0;
        for (int at = 0; at < text.Length; lines++)
        {
            int length = text[at..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = text.Slice(at, length).Trim(" \r"u8);
            at += length + 1;
            if (line.IsEmpty || PairLayout.IsComment(line)) continue;
            if (_scratch.Length < line.Length) _scratch = new byte[line.Length];
            if (isHeader) isHeader = false;
            else if ((isAdjacencyList ? ReadNeighbours(line, names) : ReadPair(line, names)) is { } problem)
                problems.Add(lines + 1, problem);
        }

        return new(names, [.. _pairs], layout.Weight >= 0 && !isAdjacencyList ? [.. _weights] : null, lines, problems);
    }

    private LineProblem? ReadPair(ReadOnlySpan<byte> line, NameTable names)
    {
        LineFields fields = new(line, layout.Separator, _scratch);
        ReadOnlySpan<byte> source = default, target = default, weight = default;
        int last = Math.Max(Math.Max(layout.Source, layout.Target), layout.Weight);
        for (int column = 0; column <= last && fields.TryNext(out ReadOnlySpan<byte> field); column++)
        {
            if (column == layout.Source) source = field;
            if (column == layout.Target) target = field;
            if (column == layout.Weight) weight = field;
        }

        if (fields.IsBroken) return LineProblem.UnclosedQuote;
        if (source.IsEmpty || target.IsEmpty) return LineProblem.MissingEnd;
        if (layout.Weight >= 0)
        {
            if (!WeightField.TryRead(weight, out double value)) return LineProblem.UnusableWeight;
            _weights.Add(value);
        }

        _pairs.Add((names.PlaceOf(source), names.PlaceOf(target)));
        return null;
    }

    private LineProblem? ReadNeighbours(ReadOnlySpan<byte> line, NameTable names)
    {
        LineFields fields = new(line, layout.Separator, _scratch);
        int before = _pairs.Count;
        if (!fields.TryNext(out ReadOnlySpan<byte> node) || node.IsEmpty)
            return fields.IsBroken ? LineProblem.UnclosedQuote : LineProblem.MissingEnd;
        int source = names.PlaceOf(node);
        while (fields.TryNext(out ReadOnlySpan<byte> neighbour))
            if (!neighbour.IsEmpty) _pairs.Add((source, names.PlaceOf(neighbour)));
        if (!fields.IsBroken) return null;
        CollectionsMarshal.SetCount(_pairs, before);
        return LineProblem.UnclosedQuote;
    }
}
