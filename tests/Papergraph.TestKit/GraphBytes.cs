using System.Security.Cryptography;

namespace Papergraph.TestKit;

/// <summary>The bytes of a graph directory, to be compared.</summary>
public static class GraphBytes
{
    /// <summary>A hash of the segment files: equal for graphs that are the same byte for byte, whatever their version number.</summary>
    public static string Of(string directory)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] segments = [.. Directory.EnumerateFiles(directory, "*.pgs").Order(StringComparer.Ordinal)];
        if (segments.Length == 0) return "(no graph)";
        foreach (string segment in segments) hash.AppendData(File.ReadAllBytes(segment));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
