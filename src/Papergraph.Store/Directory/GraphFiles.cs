using System.Globalization;

namespace Papergraph.Store;

/// <summary>The names of the files in a graph directory.</summary>
internal static class GraphFiles
{
    public const string Current = "CURRENT";
    public const string NewCurrent = "CURRENT.new";
    public const string Lock = "LOCK";

    private const string ManifestPrefix = "manifest-", SegmentPrefix = "segment-", SegmentSuffix = ".pgs";

    public static string Manifest(long version) => ManifestPrefix + version.ToString(CultureInfo.InvariantCulture);

    public static string Segment(long version) => SegmentPrefix + version.ToString(CultureInfo.InvariantCulture) + SegmentSuffix;

    public static bool IsManifest(string name) => IsNumbered(name, ManifestPrefix, "");

    /// <summary>Whether the name is one that a writer gives to what it later publishes.</summary>
    public static bool IsOfSomeVersion(string name) =>
        name == NewCurrent || IsManifest(name) || IsNumbered(name, SegmentPrefix, SegmentSuffix);

    private static bool IsNumbered(string name, string prefix, string suffix) =>
        name.Length > prefix.Length + suffix.Length
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && name.EndsWith(suffix, StringComparison.Ordinal)
        && !name.AsSpan(prefix.Length, name.Length - prefix.Length - suffix.Length).ContainsAnyExceptInRange('0', '9');
}
