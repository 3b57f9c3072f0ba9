namespace Papergraph.GraphFiles.Pairs;

/// <summary>The fields of a line, one after another. A field may stand in quotes, in which doubled quotes mean one.</summary>
/// <param name="line">The line without its end.</param>
/// <param name="separator">A tab, a comma, a semicolon, or a blank for any number of blanks and tabs.</param>
/// <param name="scratch">Room for what stood in quotes, at least as long as the line.</param>
internal ref struct LineFields(ReadOnlySpan<byte> line, byte separator, Span<byte> scratch)
{
    private readonly byte _separator = separator;
    private ReadOnlySpan<byte> _rest = line;
    private Span<byte> _scratch = scratch;
    private bool _isOver = line.IsEmpty;

    /// <summary>Whether a quote was not closed; then there are no more fields.</summary>
    internal bool IsBroken { get; private set; }

    internal bool TryNext(out ReadOnlySpan<byte> field)
    {
        field = default;
        _rest = _rest.TrimStart((byte)' ');
        if (_separator == ' ')
        {
            _rest = _rest.TrimStart(" \t"u8);
            if (_rest.IsEmpty) return false;
        }

        if (_isOver) return false;
        if (!_rest.IsEmpty && _rest[0] == '"') return TryQuoted(out field);
        int end = _separator == ' ' ? _rest.IndexOfAny((byte)' ', (byte)'\t') : _rest.IndexOf(_separator);
        field = (end < 0 ? _rest : _rest[..end]).TrimEnd((byte)' ');
        Leave(end);
        return true;
    }

    private bool TryQuoted(out ReadOnlySpan<byte> field)
    {
        field = default;
        int length = 0, at = 1;
        while (true)
        {
            int quote = _rest[at..].IndexOf((byte)'"');
            if (quote < 0)
            {
                (IsBroken, _isOver) = (true, true);
                return false;
            }

            _rest.Slice(at, quote).CopyTo(_scratch[length..]);
            length += quote;
            at += quote + 1;
            if (at >= _rest.Length || _rest[at] != '"') break;
            _scratch[length++] = (byte)'"';
            at++;
        }

        field = _scratch[..length];
        _scratch = _scratch[length..];
        _rest = _rest[at..];
        Leave(_separator == ' ' ? _rest.IndexOfAny((byte)' ', (byte)'\t') : _rest.IndexOf(_separator));
        return true;
    }

    private void Leave(int end)
    {
        _isOver = end < 0;
        _rest = end < 0 ? default : _rest[(end + 1)..];
    }
}
