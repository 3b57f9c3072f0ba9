using System.Globalization;

namespace Papergraph.Store;

/// <summary>The names of the files in a graph directory.</summary>
internal static class GraphFiles
{
    public const string Current = "CURRENT";
    public const string NewCurrent = "CURRENT.new";
    public const string Lock = "LOCK";
    public const string Snapshots = "snapshots";

    /// <summary>In the directory of snapshots, while one is being written. No snapshot can have this name.</summary>
    public const string NewSnapshot = ".new";

    private const string ManifestPrefix = "manifest-", SegmentPrefix = "segment-", SegmentSuffix = ".pgs";
    private const string LogPrefix = "log-", LogSuffix = ".pgl";
    private const string RecordsPrefix = "records-", RecordsSuffix = ".tmp";

    public static string Manifest(long version) => ManifestPrefix + version.ToString(CultureInfo.InvariantCulture);

    public static string Segment(long version) => SegmentPrefix + version.ToString(CultureInfo.InvariantCulture) + SegmentSuffix;

    public static string Log(long version) => LogPrefix + version.ToString(CultureInfo.InvariantCulture) + LogSuffix;

    public static bool IsManifest(string name) => VersionOf(name) is { } version && name == Manifest(version);

    public static bool IsSegment(string name) => VersionOf(name) is { } version && name == Segment(version);

    public static bool IsLog(string name) => VersionOf(name) is { } version && name == Log(version);

    /// <summary>The version that the manifest, segment or log of this name was written for, or null when it is the name of none.</summary>
    public static long? VersionOf(string name)
    {
        ReadOnlySpan<char> digits = name;
        if (digits.StartsWith(ManifestPrefix)) digits = digits[ManifestPrefix.Length..];
        else if (digits.StartsWith(SegmentPrefix) && digits.EndsWith(SegmentSuffix))
            digits = digits[SegmentPrefix.Length..^SegmentSuffix.Length];
        else if (digits.StartsWith(LogPrefix) && digits.EndsWith(LogSuffix))
            digits = digits[LogPrefix.Length..^LogSuffix.Length];
        // The greatest number is no version: none could follow it.
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long version)
            && version is > 0 and < long.MaxValue && (name == Manifest(version) || name == Segment(version) || name == Log(version))
            ? version
            : null;
    }

    /// <summary>Whether it is a file in which a writer collects what it is going to write.</summary>
    public static bool IsTemporary(string name) =>
        name == NewCurrent
        || (name.StartsWith(RecordsPrefix, StringComparison.Ordinal) && name.EndsWith(RecordsSuffix, StringComparison.Ordinal));
}
