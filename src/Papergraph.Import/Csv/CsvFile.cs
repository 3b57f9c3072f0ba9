using System.IO.Compression;
using Papergraph.Core;

namespace Papergraph.Import.Csv;

/// <summary>Opens a CSV file as the bytes of its text: unpacked, without the mark of UTF-8 in front.</summary>
internal static class CsvFile
{
    private const int Buffer = 1 << 16;

    /// <summary>Without this switch a file that is cut short ends as if it were whole. It is read once in a process, at the first use of
    /// compression by anybody, so that a program sets it among its runtime options to be sure.</summary>
    static CsvFile() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <param name="path">The file.</param>
    /// <param name="options">The limits.</param>
    /// <param name="advanced">Told of bytes as stored when they are read.</param>
    /// <exception cref="Core.PapergraphException">It cannot be read, or is text of another encoding.</exception>
    public static Stream Open(string path, ImportOptions options, Action<int> advanced)
    {
        FileStream file;
        try
        {
            file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ImportErrors.CannotRead(path, OneLine(e));
        }

        CountedStream stored = new(file, advanced);
        try
        {
            // The header of a file is read before its rows, and its first bytes before both.
            if (!file.CanSeek) throw ImportErrors.CannotRead(path, "it is a pipe, and files are read more than once: save it to a file.");
            Span<byte> mark = stackalloc byte[4];
            mark = mark[..file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)];
            if (mark.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            {
                file.Position = 0;
                GZipStream unpacked = new(stored, CompressionMode.Decompress);
                return AfterMark(new UnfoldedStream(path, unpacked, stored, () => stored.Count, options), path);
            }

            if (mark.StartsWith("PK\x03\x04"u8))
            {
                file.Position = 0;
                return AfterMark(new UnfoldedStream(path, OpenZip(path, file), stored, () => file.Length, options), path);
            }

            file.Position = 0;
            return AfterMark(stored, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            stored.Dispose();
            throw ImportErrors.CannotRead(path, OneLine(e));
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    public static string OneLine(Exception cause)
    {
        string line = cause.Message.ReplaceLineEndings(" ").TrimEnd();
        return line.EndsWith('.') ? line : line + ".";
    }

    private static Stream OpenZip(string path, FileStream file)
    {
        ZipArchive archive = new(file, ZipArchiveMode.Read);
        ZipArchiveEntry[] entries = [.. archive.Entries.Where(e => !e.FullName.EndsWith('/'))];
        return entries.Length == 1
            ? entries[0].Open()
            : throw ImportErrors.CannotRead(path, $"the archive holds {entries.Length} files, and one is expected.");
    }

    /// <summary>Passes over the mark of UTF-8 and refuses the marks of other encodings.</summary>
    private static HeadedStream AfterMark(Stream text, string path)
    {
        byte[] head = new byte[Buffer];
        int read = text.ReadAtLeast(head, 3, throwOnEndOfStream: false);
        ReadOnlySpan<byte> start = head.AsSpan(0, read);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) throw ImportErrors.NotUtf8(path, "UTF-16LE");
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) throw ImportErrors.NotUtf8(path, "UTF-16BE");
        int skipped = start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        return new(head.AsMemory(skipped, read - skipped), text);
    }
}
