using System.Text;
using System.Text.Unicode;
using Papergraph.Core;
using Papergraph.Import.Csv;
using Papergraph.Import.Headers;
using Papergraph.Store;

namespace Papergraph.Import.Rows;

/// <summary>The rows of one chunk as columns; those that cannot be used are findings. Made by one thread, then taken by another.</summary>
internal abstract class RowBatch : IDisposable
{
    private const int MostFindings = 10_000;

    private readonly CsvChunk _chunk;
    private readonly ImportOptions _options;
    private readonly FieldRole[] _roles;
    private readonly ColumnBatch?[] _columns;
    private readonly List<int> _starts = [];
    private readonly bool _isUtf8;
    private (int Offset, long Line) _counted;
    private int _start;

    private protected RowBatch(CsvChunk chunk, CsvHeader header, ImportOptions options)
    {
        (_chunk, Header, _options, _counted) = (chunk, header, options, (0, chunk.FirstLine));
        _roles = [.. header.Fields.Select(f => f.Role)];
        _columns = [.. header.Fields.Select(CreateColumn)];
        _isUtf8 = Utf8.IsValid(chunk.Bytes);
    }

    public CsvHeader Header { get; }

    public string File => _chunk.File;

    /// <summary>Number of rows that can be used so far.</summary>
    public int Count { get; private set; }

    /// <summary>The columns that are properties.</summary>
    public IEnumerable<ColumnBatch> Columns => _columns.OfType<ColumnBatch>();

    /// <summary>What was found, at most so many; <see cref="Rejected"/> counts all rows.</summary>
    public List<Diagnostic> Findings { get; } = [];

    /// <summary>Number of rows that cannot be used.</summary>
    public long Rejected { get; private set; }

    /// <summary>Line of a row that can be used. To be asked for rows in ascending order, before <see cref="Dispose"/>.</summary>
    public long LineOf(int row) => LineAt(_starts[row]);

    /// <summary>Gives the text back, and all that is needed only to take the rows; what is written of them stays.</summary>
    public virtual void Dispose()
    {
        _chunk.Dispose();
        _starts.Clear();
        _starts.TrimExcess();
    }

    /// <summary>Reads all rows.</summary>
    protected void ReadRows()
    {
        CsvCursor cursor = new(_chunk.Bytes, _options);
        while (cursor.MoveToRow())
        {
            _start = cursor.At;
            if ((ReadFields(ref cursor) ?? FinishRow()) is { } fault)
            {
                cursor.SkipRow();
                Reject(fault);
                foreach (ColumnBatch? column in _columns) column?.Truncate(Count);
                TruncateRow();
                continue;
            }

            _starts.Add(_start);
            Count++;
        }

        _counted = (0, _chunk.FirstLine);   // whoever asks for lines next begins with the first row again
    }

    /// <summary>What stands where a name could not be read: U+FFFD, which no name may hold.</summary>
    protected static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    protected ImportOptions Options => _options;

    /// <summary>Line of the row being read.</summary>
    protected long Line => LineAt(_start);

    /// <summary>Takes an id, label or type of the row being read.</summary>
    /// <returns>Why the row cannot be used, or null.</returns>
    protected abstract Diagnostic? TakeField(int index, HeaderField field, ReadOnlySpan<byte> text);

    /// <summary>Takes an id that is written as a number in the one canonical way.</summary>
    /// <inheritdoc cref="TakeField" path="/returns"/>
    protected abstract Diagnostic? TakeNumber(HeaderField field, long number);

    /// <summary>Whether ids of this role may be handed to <see cref="TakeNumber"/>.</summary>
    protected virtual bool TakesNumbers => false;

    /// <summary>Ends the row whose fields were taken.</summary>
    /// <inheritdoc cref="TakeField" path="/returns"/>
    protected abstract Diagnostic? FinishRow();

    /// <summary>Takes back what was kept of the row being read.</summary>
    protected abstract void TruncateRow();

    private ColumnBatch? CreateColumn(HeaderField field) =>
        field.Role is FieldRole.Property || (field.Role is FieldRole.Id && field.Name.Length > 0)
            ? ColumnBatch.Create(field, (byte)_options.ArrayDelimiter)
            : null;

    private Diagnostic? ReadFields(ref CsvCursor cursor)
    {
        int index = 0;
        for (; ; index++)
        {
            if (TakesNumbers && index < _roles.Length && _roles[index] is FieldRole.StartId or FieldRole.EndId
                && cursor.TryReadNumber(out long number))
            {
                if (TakeNumber(Header.Fields[index], number) is { } bad) return bad;
                continue;
            }

            if (!cursor.MoveToField()) break;
            if (index >= _roles.Length)
            {
                if (_options.IgnoreExtraColumns && cursor.Fault == CsvFault.None) continue;
                return ImportDiagnostics.TooManyFields(File, Line, _roles.Length);
            }

            if (ReadField(ref cursor, index) is { } fault) return fault;
        }

        for (; index < _columns.Length; index++) _columns[index]?.AddNull();
        return null;
    }

    private Diagnostic? ReadField(ref CsvCursor cursor, int index)
    {
        HeaderField field = Header.Fields[index];
        if (cursor.Fault == CsvFault.OpenQuote) return ImportDiagnostics.OpenQuote(File, Line, field.Display);
        if (cursor.Fault == CsvFault.TextAfterQuote) return ImportDiagnostics.TextAfterQuote(File, Line, field.Display);
        if (field.Role == FieldRole.Ignored) return null;
        ReadOnlySpan<byte> text = cursor.Field;
        if (_options.TrimStrings && !cursor.IsQuoted) text = text.Trim(" \t"u8);
        if (text.Length > _options.MaxFieldBytes) return ImportDiagnostics.FieldTooLong(File, Line, field.Display, _options.MaxFieldBytes);
        ColumnBatch? column = _columns[index];
        // An empty text and an empty list can only be written in quotes; no other type has an empty value.
        bool mayBeEmpty = cursor.IsQuoted && !_options.IgnoreEmptyStrings
            && column?.Type is null or PropertyType.String or >= PropertyType.StringList;
        if (text.IsEmpty && !mayBeEmpty)
        {
            column?.AddNull();
            return null;
        }

        if (!_isUtf8 && !Utf8.IsValid(text))
        {
            AddFinding(ImportDiagnostics.Mended(File, Line, field.Display));
            text = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text));
        }

        if (field.Role != FieldRole.Property && TakeField(index, field, text) is { } fault) return fault;
        return column is null || column.TryAdd(text)
            ? null
            : ImportDiagnostics.UnfitValue(
                File, Line, field.Display, field.TypeName.Length > 0 ? field.TypeName : "value", Encoding.UTF8.GetString(text));
    }

    private void Reject(Diagnostic fault)
    {
        Rejected++;
        AddFinding(fault);
    }

    private void AddFinding(Diagnostic finding)
    {
        if (Findings.Count < MostFindings) Findings.Add(finding);
    }

    /// <summary>The line of a byte. Counts on from the byte asked for last, so that all together take one pass.</summary>
    private long LineAt(int offset)
    {
        if (offset > _counted.Offset)
            _counted = (offset, _counted.Line + CsvChunkReader.CountLines(_chunk.Bytes[_counted.Offset..offset]));
        return _counted.Line;
    }
}
