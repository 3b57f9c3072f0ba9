using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Papergraph.TestKit;

/// <summary>The bytes of a graph, to be compared.</summary>
public static partial class GraphBytes
{
    /// <summary>A hash of the segment of the version that is published: equal for graphs that are the same byte for byte, whatever their
    /// version number, and whatever a killed writer left beside it.</summary>
    public static string Of(string directory)
    {
        string version = Manifest().Match(File.ReadAllText(Path.Combine(directory, "CURRENT"))).Groups[1].Value;
        return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(directory, $"segment-{version}.pgs"))));
    }

    [GeneratedRegex("manifest-([0-9]+)")]
    private static partial Regex Manifest();
}
