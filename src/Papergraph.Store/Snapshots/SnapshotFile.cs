using System.Globalization;

namespace Papergraph.Store;

/// <summary>The small text files in the directory <c>snapshots</c>, one for each snapshot: which segment it consists of, and how much of
/// which log.</summary>
/// <remarks>Nothing is copied: while a snapshot refers to them, segment and log stay where they are.</remarks>
internal static class SnapshotFile
{
    private const string Kind = "papergraph-snapshot";
    private const int Format = 1, MaxNameLength = 100;

    /// <exception cref="StoreException">The name may not be given to a snapshot.</exception>
    public static void RequireFit(string name)
    {
        if (!IsFit(name)) throw StoreErrors.UnfitSnapshotName(name);
    }

    /// <summary>The names of all snapshots of a graph, in ordinal order.</summary>
    public static string[] Names(StoreDevice device, string folder) =>
        [.. device.Files(Path.Combine(folder, GraphFiles.Snapshots)).Where(IsFit)];

    /// <summary>Reads what a snapshot consists of.</summary>
    /// <exception cref="StoreException">There is none of this name, or its file is damaged or of a newer format.</exception>
    public static PublishedVersion Read(StoreDevice device, string folder, string name)
    {
        RequireFit(name);
        string path = PathOf(folder, name);
        try
        {
            (_, string[] lines) = ChecksummedText.Read(device, path, Kind, Format);
            return lines is [string nameLine, string version, string segmentLine, string logLine]
                && nameLine == "snapshot " + name
                && version.StartsWith("version ", StringComparison.Ordinal)
                && long.TryParse(version.AsSpan("version ".Length), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                && SegmentReference.TryParse(segmentLine) is { } segment
                && LogPosition.TryParse(logLine, $"log {GraphFiles.Log(number)} ") is { } end
                ? new(number, segment, new(GraphFiles.Log(number), segment, end, MayGoOn: true))
                : throw StoreErrors.Damaged(path, "lines 2 to 5", "they do not name the snapshot, a version, a segment and a log");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw StoreErrors.NoSnapshot(folder, name);
        }
    }

    /// <summary>Writes the file of a snapshot, which is there for good when the call returns. What it names must be on the disk.</summary>
    /// <exception cref="StoreException">There is one of this name, or the disk refused.</exception>
    public static void Create(StoreDevice device, string folder, string name, PublishedVersion version, LogPosition end)
    {
        RequireFit(name);
        if (device.FileExists(PathOf(folder, name))) throw StoreErrors.SnapshotExists(folder, name);
        string snapshots = Path.Combine(folder, GraphFiles.Snapshots), fresh = Path.Combine(snapshots, GraphFiles.NewSnapshot);
        device.CreateDirectory(snapshots);
        device.WriteFile(fresh, ChecksummedText.Write(
            Kind, Format,
            "snapshot " + name,
            string.Create(CultureInfo.InvariantCulture, $"version {version.Number}"),
            version.Segment.ToLine(),
            $"log {version.Log.Name} {end.ToText()}"));
        device.SyncDirectory(snapshots);
        device.Rename(fresh, PathOf(folder, name));
        device.SyncDirectory(snapshots);
    }

    /// <summary>Removes the file of a snapshot for good; the files that it referred to are left to <see cref="StrayFiles"/>.</summary>
    /// <exception cref="StoreException">There is none of this name, or the disk refused.</exception>
    public static void Delete(StoreDevice device, string folder, string name)
    {
        RequireFit(name);
        if (!device.FileExists(PathOf(folder, name))) throw StoreErrors.NoSnapshot(folder, name);
        device.Delete(PathOf(folder, name));
        device.SyncDirectory(Path.Combine(folder, GraphFiles.Snapshots));
    }

    private static string PathOf(string folder, string name) => Path.Combine(folder, GraphFiles.Snapshots, name);

    // The name is that of a file, on any system; `current` means the published version wherever a snapshot can be named.
    private static bool IsFit(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && name[0] != '.' && name[^1] != '.'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
        && !name.Equals("current", StringComparison.OrdinalIgnoreCase);
}
