using System.Globalization;

namespace Papergraph.Store;

/// <summary>A place in a commit log, behind its header or one of its frames.</summary>
/// <param name="Length">Bytes before it; 0 for a log without a commit, whose file need not exist.</param>
/// <param name="Commits">Frames before it.</param>
/// <param name="Checksum">The checksum of all headers before it, and so of everything before it.</param>
internal readonly record struct LogPosition(long Length, long Commits, uint Checksum)
{
    /// <summary>The end of a log without a commit.</summary>
    public static LogPosition None => default;

    /// <summary>Length, commits and checksum, as they stand in a line of <c>CURRENT</c> or of a snapshot.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Length} {Commits} {Checksum:x8}");

    /// <summary>Reads the rest of a line that begins as given; null when it is none of these.</summary>
    public static LogPosition? TryParse(string line, string beginning) =>
        line.StartsWith(beginning, StringComparison.Ordinal)
            && line[beginning.Length..].Split(' ') is [string length, string commits, string checksum]
            && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
            && long.TryParse(commits, NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            && uint.TryParse(checksum, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint sum)
            && (count > 0 || (bytes, sum) == (0, 0u))
            ? new(bytes, count, sum)
            : null;
}
