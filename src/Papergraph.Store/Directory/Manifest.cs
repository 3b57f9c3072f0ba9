using System.Globalization;

namespace Papergraph.Store;

/// <summary>One published version: its number and its segment.</summary>
internal sealed record Manifest(long Version, SegmentReference Segment)
{
    private const string Kind = "papergraph-manifest";

    public byte[] ToBytes() => ChecksummedText.Write(
        Kind,
        string.Create(CultureInfo.InvariantCulture, $"version {Version}"),
        string.Create(CultureInfo.InvariantCulture, $"segment {Segment.Name} {Segment.Length} {Segment.DirectoryChecksum:x8}"));

    /// <inheritdoc cref="ChecksummedText.Read" path="/exception"/>
    public static Manifest Read(StoreDevice device, string path)
    {
        string[] lines = ChecksummedText.Read(device, path, Kind);
        string[] fields = lines.Length == 2 ? lines[1].Split(' ') : [];
        if (fields.Length == 4
            && lines[0].StartsWith("version ", StringComparison.Ordinal)
            && long.TryParse(lines[0].AsSpan("version ".Length), NumberStyles.None, CultureInfo.InvariantCulture, out long version)
            && fields[0] == "segment"
            && fields[1] == GraphFiles.Segment(version)
            && long.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            && uint.TryParse(fields[3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint checksum)
            && Path.GetFileName(path) == GraphFiles.Manifest(version))
            return new(version, new(fields[1], length, checksum));
        throw StoreErrors.Damaged(path, "lines 2 and 3", "they do not name a version and its segment");
    }
}
