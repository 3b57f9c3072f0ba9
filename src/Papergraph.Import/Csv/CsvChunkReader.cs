using System.Buffers;
using Papergraph.Core;

namespace Papergraph.Import.Csv;

/// <summary>Cuts the files of a group into pieces of whole rows, so that several threads can read them.</summary>
/// <remarks>Where fields stay within their lines, every end of a line ends a row. Where they may not, the quotes are followed from the
/// first byte on, which one thread does for all.</remarks>
internal sealed class CsvChunkReader(ImportOptions options, Action<int> advanced, CancellationToken cancellation)
{
    private const int HeaderBytes = 1 << 12;

    /// <summary>Reads the fields of the first line of a file.</summary>
    /// <exception cref="PapergraphException">The file cannot be read, or its first line is no row.</exception>
    public List<string> ReadHeader(string file)
    {
        using IEnumerator<CsvChunk> chunks = Read(file, HeaderBytes).GetEnumerator();
        while (chunks.MoveNext())
        {
            using CsvChunk chunk = chunks.Current;
            CsvCursor cursor = new(chunk.Bytes, options);
            if (!cursor.MoveToRow()) continue;
            List<string> fields = [];
            while (cursor.MoveToField())
            {
                if (cursor.Fault != CsvFault.None)
                    throw ImportErrors.UnfitHeader(file, "a quote in it is not closed or has text after it.");
                fields.Add(System.Text.Encoding.UTF8.GetString(cursor.Field));
                if (fields.Count > options.MaxColumns)
                    throw ImportErrors.UnfitHeader(file, $"it has more than {options.MaxColumns} fields.");
            }

            return fields;
        }

        throw ImportErrors.UnfitHeader(file, "the file is empty.");
    }

    /// <summary>The rows of all files of a group behind its header.</summary>
    /// <exception cref="PapergraphException">A file cannot be read, or a row or a quote has no end.</exception>
    public IEnumerable<CsvChunk> ReadRows(IReadOnlyList<string> files)
    {
        byte[]? header = null;
        foreach (string file in files)
        {
            bool isFirst = true;
            foreach (CsvChunk chunk in Read(file, options.ChunkBytes))
            {
                CsvChunk rows = chunk;
                if (isFirst)
                {
                    int end = EndOfFirstRow(chunk.Bytes);
                    ReadOnlySpan<byte> line = chunk.Bytes[..end].Trim("\r\n"u8);
                    bool isHeader = header is null || (options.AutoSkipSubsequentHeaders && line.SequenceEqual(header));
                    header ??= line.ToArray();
                    isFirst = false;
                    if (isHeader) rows = Without(chunk, end);
                }

                yield return rows;
            }
        }
    }

    private IEnumerable<CsvChunk> Read(string file, int size)
    {
        using Stream text = CsvFile.Open(file, options, advanced);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            int filled = 0;
            long line = 1;
            bool atEnd = false;
            while (!atEnd)
            {
                cancellation.ThrowIfCancellationRequested();
                filled += Fill(text, file, buffer.AsSpan(filled), out atEnd);
                int end = atEnd ? filled : EndOfLastRow(buffer.AsSpan(0, filled));
                if (atEnd && options.MultilineFields) ThrowIfQuoteIsOpen(file, line, buffer.AsSpan(0, filled));
                if (end == 0 && !atEnd)
                {
                    if (filled >= options.MaxRowBytes) throw ImportErrors.RowTooLong(file, line, options.MaxRowBytes);
                    buffer = Larger(buffer, filled);
                    continue;
                }

                byte[] next = ArrayPool<byte>.Shared.Rent(size);
                int rest = filled - end;
                if (rest > next.Length) next = Larger(next, 0, rest);
                buffer.AsSpan(end, rest).CopyTo(next);
                byte[] whole = buffer;
                buffer = next;
                filled = rest;
                long first = line;
                line += CountLines(whole.AsSpan(0, end));
                if (end > 0) yield return new(file, first, whole, end);
                else ArrayPool<byte>.Shared.Return(whole);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Fill(Stream text, string file, Span<byte> buffer, out bool atEnd)
    {
        try
        {
            int read = text.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            atEnd = read < buffer.Length;
            return read;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw ImportErrors.CannotRead(file, CsvFile.OneLine(e));
        }
    }

    /// <summary>How many bytes the whole rows take.</summary>
    private int EndOfLastRow(ReadOnlySpan<byte> bytes)
    {
        if (!options.MultilineFields)
        {
            int end = bytes.LastIndexOf((byte)'\n');
            // Lines may end with a carriage return alone; the last byte is not taken for one, as a line feed may follow.
            if (end < 0 && bytes.Length > 0) end = bytes[..^1].LastIndexOf((byte)'\r');
            return end + 1;
        }

        CsvCursor cursor = new(bytes, options);
        int last = 0;
        while (cursor.MoveToRow())
        {
            cursor.SkipRow();
            if (!cursor.EndedByLine) break;
            last = cursor.At;
        }

        return last;
    }

    /// <exception cref="PapergraphException">The last row ends within quotes.</exception>
    private void ThrowIfQuoteIsOpen(string file, long line, ReadOnlySpan<byte> bytes)
    {
        int closed = EndOfLastRow(bytes);
        if (OpensQuote(bytes[closed..])) throw ImportErrors.QuoteNeverClosed(file, line + CountLines(bytes[..closed]));
    }

    private bool OpensQuote(ReadOnlySpan<byte> bytes)
    {
        CsvCursor cursor = new(bytes, options);
        if (!cursor.MoveToRow()) return false;
        while (cursor.MoveToField() && cursor.Fault == CsvFault.None) continue;
        return cursor.Fault == CsvFault.OpenQuote;
    }

    private int EndOfFirstRow(ReadOnlySpan<byte> bytes)
    {
        CsvCursor cursor = new(bytes, options);
        if (!cursor.MoveToRow()) return bytes.Length;
        cursor.SkipRow();
        return cursor.At;
    }

    private static CsvChunk Without(CsvChunk chunk, int end)
    {
        byte[] rest = ArrayPool<byte>.Shared.Rent(chunk.Bytes.Length);
        ReadOnlySpan<byte> rows = chunk.Bytes[end..];
        rows.CopyTo(rest);
        CsvChunk without = new(chunk.File, chunk.FirstLine + CountLines(chunk.Bytes[..end]), rest, rows.Length);
        chunk.Dispose();
        return without;
    }

    /// <summary>Lines as editors count them: by line feeds, or by carriage returns where a file has only those.</summary>
    internal static long CountLines(ReadOnlySpan<byte> bytes)
    {
        int feeds = bytes.Count((byte)'\n');
        return feeds > 0 ? feeds : bytes.Count((byte)'\r');
    }

    private static byte[] Larger(byte[] buffer, int filled, int least = 0)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, least));
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
