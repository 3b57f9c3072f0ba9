using System.Runtime.CompilerServices;

namespace Papergraph.Import.Csv;

/// <summary>Walks through rows and their fields (RFC 4180 as Neo4j reads it): a field that begins with a quote ends with one, a quote
/// elsewhere is a character like others, and empty lines are no rows.</summary>
internal ref struct CsvCursor
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly byte _delimiter, _quote;
    private readonly bool _multiline;
    private byte[] _unescaped = [];
    private bool _inRow;

    public CsvCursor(ReadOnlySpan<byte> bytes, ImportOptions options)
    {
        _bytes = bytes;
        (_delimiter, _quote, _multiline) = ((byte)options.Delimiter, (byte)options.Quote, options.MultilineFields);
    }

    /// <summary>The next byte to be read.</summary>
    public int At { get; private set; }

    /// <summary>The field that <see cref="MoveToField"/> came to, without quotes; valid until the next.</summary>
    public ReadOnlySpan<byte> Field { get; private set; }

    /// <summary>Whether the field stood in quotes.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>What is wrong with the field; the row is then to be left with <see cref="SkipRow"/>.</summary>
    public CsvFault Fault { get; private set; }

    /// <summary>Whether the row that was left ended with the end of a line and not with the bytes.</summary>
    public bool EndedByLine { get; private set; }

    /// <summary>Goes to the next row, past empty lines.</summary>
    public bool MoveToRow()
    {
        while (At < _bytes.Length && IsEnd(_bytes[At])) At++;
        (_inRow, Fault) = (At < _bytes.Length, CsvFault.None);
        return _inRow;
    }

    /// <summary>Goes to the next field of the row.</summary>
    public bool MoveToField()
    {
        if (!_inRow) return false;
        (Fault, IsQuoted) = (CsvFault.None, At < _bytes.Length && _bytes[At] == _quote);
        if (IsQuoted) ReadQuoted();
        else ReadPlain();
        return true;
    }

    /// <summary>Reads a field of 1 to 18 digits and no zero in front, if the next one is; otherwise nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNumber(out long number)
    {
        ReadOnlySpan<byte> bytes = _bytes;
        int at = At;
        number = 0;
        if (!_inRow) return false;
        while ((uint)at < (uint)bytes.Length && (uint)(bytes[at] - '0') <= 9)
        {
            number = (number * 10) + (bytes[at] - '0');
            at++;
        }

        int length = at - At;
        if ((uint)(length - 1) > 17 || (length > 1 && bytes[At] == '0')) return false;
        if (at == bytes.Length || (bytes[at] != _delimiter && !IsEnd(bytes[at]))) return false;
        EndField(at);
        return true;
    }

    /// <summary>Leaves the row: to the end of its line, or of its last field where fields may go over lines.</summary>
    public void SkipRow()
    {
        // Behind a misplaced closing quote nobody knows what is quoted: the line is all that can be left.
        while (_multiline && Fault != CsvFault.TextAfterQuote && MoveToField()) continue;
        if (!_inRow) return;
        int end = _bytes[At..].IndexOfAny((byte)'\n', (byte)'\r');
        EndedByLine = end >= 0;
        At = end < 0 ? _bytes.Length : At + end + 1;
        _inRow = false;
    }

    private void ReadPlain()
    {
        ReadOnlySpan<byte> rest = _bytes[At..];
        int length = rest.IndexOfAny(_delimiter, (byte)'\n', (byte)'\r');
        if (length < 0) length = rest.Length;
        Field = rest[..length];
        EndField(At + length);
    }

    private void ReadQuoted()
    {
        int start = At + 1, from = start, kept = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = _bytes[from..];
            int quote = rest.IndexOf(_quote);
            if (!_multiline)
            {
                int line = (quote < 0 ? rest : rest[..quote]).IndexOfAny((byte)'\n', (byte)'\r');
                if (line >= 0) quote = -1;
            }

            if (quote < 0)
            {
                Fault = CsvFault.OpenQuote;
                if (!_multiline) return;
                At = _bytes.Length;
                (_inRow, EndedByLine) = (false, false);
                return;
            }

            int end = from + quote;
            bool isDoubled = end + 1 < _bytes.Length && _bytes[end + 1] == _quote;
            if (!isDoubled)
            {
                if (kept == 0)
                {
                    Field = _bytes[start..end];
                }
                else
                {
                    kept = Keep(_bytes[from..end], kept);
                    Field = _unescaped.AsSpan(0, kept);
                }

                At = end + 1;
                if (At < _bytes.Length && _bytes[At] != _delimiter && !IsEnd(_bytes[At])) Fault = CsvFault.TextAfterQuote;
                else EndField(At);
                return;
            }

            kept = Keep(_bytes[from..(end + 1)], kept);
            from = end + 2;
        }
    }

    /// <summary>Collects what a field consists of when doubled quotes are taken as one.</summary>
    /// <returns>How many bytes were collected.</returns>
    private int Keep(ReadOnlySpan<byte> part, int kept)
    {
        if (_unescaped.Length < kept + part.Length) Array.Resize(ref _unescaped, Math.Max(1024, (kept + part.Length) * 2));
        part.CopyTo(_unescaped.AsSpan(kept));
        return kept + part.Length;
    }

    /// <summary>Goes past what ends a field.</summary>
    private void EndField(int end)
    {
        if (end == _bytes.Length)
        {
            At = end;
            (_inRow, EndedByLine) = (false, false);
            return;
        }

        At = end + 1;
        if (_bytes[end] == _delimiter) return;
        (_inRow, EndedByLine) = (false, true);
    }

    private static bool IsEnd(byte character) => character is (byte)'\n' or (byte)'\r';
}
