using System.Globalization;
using System.Text.RegularExpressions;

namespace Papergraph.Store;

/// <summary>The names of the files in a graph directory.</summary>
internal static partial class GraphFiles
{
    public const string Current = "CURRENT";
    public const string NewCurrent = "CURRENT.new";
    public const string Lock = "LOCK";

    public static string Manifest(long version) => string.Create(CultureInfo.InvariantCulture, $"manifest-{version}");

    public static string Segment(long version) => string.Create(CultureInfo.InvariantCulture, $"segment-{version}.pgs");

    /// <summary>Whether the name is one that a writer gives to what it later publishes.</summary>
    public static bool IsOfSomeVersion(string name) => name == NewCurrent || OfSomeVersion().IsMatch(name);

    [GeneratedRegex(@"\A(manifest-[0-9]+|segment-[0-9]+\.pgs)\z", RegexOptions.CultureInvariant)]
    private static partial Regex OfSomeVersion();
}
