using System.Globalization;

namespace Papergraph.Store;

/// <summary>A segment as the file that refers to it names it.</summary>
/// <param name="Name">File name.</param>
/// <param name="Length">Length of the file in bytes.</param>
/// <param name="DirectoryChecksum">CRC-32C of the directory, which in turn holds the checksum of every block.</param>
internal sealed record SegmentReference(string Name, long Length, uint DirectoryChecksum)
{
    /// <summary>The line of a manifest or a snapshot that says this.</summary>
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"segment {Name} {Length} {DirectoryChecksum:x8}");

    /// <summary>Reads such a line; null when it is none.</summary>
    public static SegmentReference? TryParse(string line) =>
        line.Split(' ') is ["segment", string name, string digits, string hexadecimal]
            && GraphFiles.IsSegment(name)
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            && uint.TryParse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint checksum)
            ? new(name, length, checksum)
            : null;
}
