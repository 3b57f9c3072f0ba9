using System.Globalization;

namespace Papergraph.Store;

/// <summary>The file that says what a version consists of: its number and its segment. Its log has its number.</summary>
internal sealed record Manifest(long Version, SegmentReference Segment)
{
    private const string Kind = "papergraph-manifest";

    // Format 1 had the number of the version in the name of the segment, which versions may share now.
    private const int Format = 2;

    public byte[] ToBytes() =>
        ChecksummedText.Write(Kind, Format, string.Create(CultureInfo.InvariantCulture, $"version {Version}"), Segment.ToLine());

    /// <inheritdoc cref="ChecksummedText.Read" path="/exception"/>
    public static Manifest Read(StoreDevice device, string folder, long version)
    {
        string path = Path.Combine(folder, GraphFiles.Manifest(version));
        (long format, string[] lines) = ChecksummedText.Read(device, path, Kind, Format);
        if (lines.Length == 2
            && lines[0] == string.Create(CultureInfo.InvariantCulture, $"version {version}")
            && SegmentReference.TryParse(lines[1]) is { } segment
            && (format > 1 || segment.Name == GraphFiles.Segment(version)))
            return new(version, segment);
        throw StoreErrors.Damaged(path, "lines 2 and 3", "they do not name the version and a segment");
    }
}
