using System.Runtime.CompilerServices;

namespace Papergraph.GraphFiles.Pairs;

/// <summary>Reads pairs of whole numbers below 2³¹: the fast way, for what most files of edges are.</summary>
/// <param name="layout">Sources and targets stand in the first two columns.</param>
/// <param name="numbersOnly">Whether other ids are bad lines. If not, a file that has them is refused: they are names.</param>
internal sealed class NumberPairParser(PairLayout layout, bool numbersOnly = false) : IChunkParser<EdgePart>
{
    private readonly byte _separator = layout.Separator;
    private (int, int)[] _pairs = [];
    private double[] _weights = [];
    private byte[] _scratch = [];

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public EdgePart? Parse(ReadOnlySpan<byte> text, bool isFirst)
    {
        // The shortest line with an edge has four bytes.
        if (_pairs.Length < (text.Length / 4) + 1) _pairs = new (int, int)[(text.Length / 4) + 1];
        bool isWeighted = layout.Weight >= 0;
        if (isWeighted && _weights.Length < _pairs.Length) _weights = new double[_pairs.Length];
        (int, int)[] pairs = _pairs;
        LineProblems problems = new();
        bool isHeader = isFirst && layout.HasHeader;
        int lines = 0, count = 0, at = 0;
        while (at < text.Length)
        {
            int start = at;
            lines++;
            if (TryNumber(text, ref at, out int source) && TryGap(text, ref at) && TryNumber(text, ref at, out int target))
            {
                byte end = text[at];
                if (end == '\n' && !isWeighted)
                {
                    at++;
                    pairs[count++] = (source, target);
                    continue;
                }

                if (end is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t' || end == _separator)
                {
                    int length = text[at..].IndexOf((byte)'\n');
                    if (!isWeighted || TryWeight(text.Slice(at, length), out _weights[count])) pairs[count++] = (source, target);
                    else problems.Add(lines, LineProblem.UnusableWeight);
                    at += length + 1;
                    continue;
                }
            }

            int newLine = text[start..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = text.Slice(start, newLine).Trim(" \t\r"u8);
            at = start + newLine + 1;
            if (line.IsEmpty || PairLayout.IsComment(line)) continue;
            if (isHeader) isHeader = false;
            else if (Problem(line) is { } problem) problems.Add(lines, problem);
            else return null;
        }

        return new(pairs[..count], isWeighted ? _weights[..count] : null, lines, problems);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNumber(ReadOnlySpan<byte> text, ref int at, out int number)
    {
        int start = at;
        uint digit = (uint)text[start] - '0';
        ulong value = digit;
        while ((digit = (uint)text[at] - '0') <= 9)
        {
            value = at == start ? digit : (value * 10) + digit;
            at++;
        }

        number = (int)value;
        int digits = at - start;
        return digits is > 0 and <= 10 && value <= int.MaxValue && (digits == 1 || text[start] != '0');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryGap(ReadOnlySpan<byte> text, ref int at)
    {
        byte gap = text[at];
        if (gap != _separator && gap != ' ' && !(gap == '\t' && _separator == ' ')) return false;
        at++;
        if ((uint)text[at] - '0' <= 9) return gap == _separator || _separator == ' ';
        return TryWideGap(text, ref at, gap == _separator);
    }

    private bool TryWideGap(ReadOnlySpan<byte> text, ref int at, bool isSeparated)
    {
        for (; ; at++)
        {
            byte gap = text[at];
            if (gap == _separator && _separator != ' ')
            {
                if (isSeparated) return false;
                isSeparated = true;
            }
            else if (gap != ' ' && !(gap == '\t' && _separator == ' '))
            {
                return isSeparated || _separator == ' ';
            }
        }
    }

    /// <summary>The weight in the rest of a line behind its first two columns.</summary>
    private bool TryWeight(ReadOnlySpan<byte> rest, out double weight)
    {
        weight = 0;
        ReadOnlySpan<byte> line = rest.Trim(" \r"u8);
        if (_separator != ' ')
        {
            if (line.IsEmpty || line[0] != _separator) return false;
            line = line[1..];
        }

        LineFields fields = new(line, _separator, Scratch(line.Length));
        ReadOnlySpan<byte> field = default;
        for (int column = 2; column <= layout.Weight; column++)
            if (!fields.TryNext(out field)) return false;
        return WeightField.TryRead(field, out weight);
    }

    /// <summary>What is wrong with a line that has not two numbers, or null when its ids are just no numbers.</summary>
    private LineProblem? Problem(ReadOnlySpan<byte> line)
    {
        LineFields fields = new(line, _separator, Scratch(line.Length));
        int count = 0;
        while (count < 2 && fields.TryNext(out ReadOnlySpan<byte> field))
        {
            if (field.IsEmpty) return LineProblem.MissingEnd;
            count++;
        }

        return fields.IsBroken ? LineProblem.UnclosedQuote
            : count < 2 ? LineProblem.MissingEnd
            : numbersOnly ? LineProblem.NoSuchNode
            : null;
    }

    private Span<byte> Scratch(int length)
    {
        if (_scratch.Length < length) _scratch = new byte[length];
        return _scratch;
    }
}
