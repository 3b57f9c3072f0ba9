using System.Globalization;
using System.Text;

namespace Papergraph.Store;

/// <summary>A small text file: a first line with its kind and format version, further lines, and a last line with the checksum of
/// what is above it.</summary>
internal static class ChecksummedText
{
    /// <summary>No such file comes near this; a longer one is not read.</summary>
    private const int MaxBytes = 1 << 16;

    public static byte[] Write(string kind, int format, params ReadOnlySpan<string> lines)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{kind} {format}\n");
        foreach (string line in lines) text.Append(line).Append('\n');
        text.Append(ChecksumLine(Encoding.UTF8.GetBytes(text.ToString())));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads the file.</summary>
    /// <param name="device">Where it lies.</param>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it must be.</param>
    /// <param name="newest">The newest format that is known.</param>
    /// <returns>The format, and the lines between the first and the last.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">Not even its directory is there.</exception>
    /// <exception cref="StoreException">It cannot be read, is damaged, or is of a newer format.</exception>
    public static (long Format, string[] Lines) Read(StoreDevice device, string path, string kind, int newest)
    {
        byte[] bytes = device.ReadFile(path, MaxBytes);
        int lastLine = bytes.Length < 2 ? -1 : bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1;
        if (lastLine <= 0 || !bytes.AsSpan(lastLine).SequenceEqual(Encoding.ASCII.GetBytes(ChecksumLine(bytes.AsSpan(0, lastLine)))))
            throw StoreErrors.ChecksumMismatch(path, "last line");
        string[] lines = Encoding.UTF8.GetString(bytes, 0, lastLine - 1).Split('\n');
        if (!lines[0].StartsWith(kind + " ", StringComparison.Ordinal)
            || !long.TryParse(lines[0].AsSpan(kind.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long format)
            || format < 1)
            throw StoreErrors.Damaged(path, "line 1", $"it is no {kind} file");
        return format <= newest ? (format, lines[1..]) : throw StoreErrors.NewerFormat(path, format, newest);
    }

    private static string ChecksumLine(ReadOnlySpan<byte> above) =>
        string.Create(CultureInfo.InvariantCulture, $"checksum {Crc32C.Compute(above):x8}\n");
}
