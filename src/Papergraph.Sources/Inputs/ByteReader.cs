using System.Buffers;

namespace Papergraph.Sources.Inputs;

/// <summary>How <see cref="ByteReader.ReadLine"/> ended.</summary>
internal enum LineEnd
{
    /// <summary>There are no more lines.</summary>
    None,

    /// <summary>A line was read.</summary>
    Whole,

    /// <summary>A line was passed over because it is longer than the limit.</summary>
    TooLong,
}

/// <summary>Reads bytes by lines or one at a time, counting lines; holds no more than a window and one line.</summary>
internal sealed class ByteReader(Stream input)
{
    private const int WindowLength = 64 << 10;
    private readonly byte[] _window = new byte[WindowLength];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _start, _end;
    private bool _ended;

    /// <summary>1-based number of the line that the next byte belongs to.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The next bytes, up to 64 KiB, fewer only at the end; they stay to be read.</summary>
    public ReadOnlySpan<byte> Head() => Ahead(WindowLength);

    /// <summary>The next bytes, at most <paramref name="count"/> of at most 64 KiB, fewer only at the end; they stay to be read.</summary>
    public ReadOnlySpan<byte> Ahead(int count)
    {
        if (_end - _start < count && !_ended)
        {
            _window.AsSpan(_start, _end - _start).CopyTo(_window);
            (_start, _end) = (0, _end - _start);
            while (_end < count && !_ended) Fill();
        }

        return _window.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>The next byte, which stays to be read, or -1 at the end.</summary>
    public int Peek() => _start < _end || Refill() ? _window[_start] : -1;

    /// <summary>Takes the next byte; -1 at the end.</summary>
    public int Read()
    {
        if (_start == _end && !Refill()) return -1;
        byte next = _window[_start++];
        if (next == '\n') Line++;
        return next;
    }

    /// <summary>Takes a line without its end (LF or CR LF).</summary>
    /// <param name="limit">Most bytes that a line may have.</param>
    /// <param name="line">The line; good until the next call.</param>
    public LineEnd ReadLine(long limit, out ReadOnlyMemory<byte> line)
    {
        line = default;
        if (_start == _end && !Refill()) return LineEnd.None;
        _line.ResetWrittenCount();
        bool tooLong = false;
        while (true)
        {
            int length = _window.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            ReadOnlyMemory<byte> piece = _window.AsMemory(_start, length < 0 ? _end - _start : length);
            tooLong |= _line.WrittenCount + piece.Length > limit;
            _start += piece.Length;
            if (length >= 0)
            {
                _start++;
                Line++;
                if (_line.WrittenCount == 0) line = piece;
                else if (!tooLong) _line.Write(piece.Span);
            }
            else if (!tooLong)
            {
                _line.Write(piece.Span);
            }

            if (length >= 0 || !Refill()) break;
        }

        if (tooLong) return LineEnd.TooLong;
        if (_line.WrittenCount > 0) line = _line.WrittenMemory;
        if (line.Span.EndsWith("\r"u8)) line = line[..^1];
        return LineEnd.Whole;
    }

    private bool Refill()
    {
        if (_ended) return false;
        (_start, _end) = (0, 0);
        Fill();
        return !_ended;
    }

    private void Fill()
    {
        int read = input.Read(_window, _end, _window.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}
