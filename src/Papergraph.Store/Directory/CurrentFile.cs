namespace Papergraph.Store;

/// <summary>The file <c>CURRENT</c>: which version is published, and where its log ends.</summary>
/// <param name="Version">Number of the newest published version.</param>
/// <param name="LogEnd">The end of its log, or null while a writer has it, or when one was stopped before it could say.</param>
internal sealed record CurrentFile(long Version, LogPosition? LogEnd)
{
    private const string Kind = "papergraph-graph";

    // Format 1 knew no log.
    private const int Format = 2;

    /// <summary>Replaces the file, in one step and for good. What it names must be on the disk.</summary>
    /// <exception cref="StoreException">The disk refused. With <see cref="StoreErrors.NotYetDurableCode"/> the new file is in place, and a
    /// power cut may bring the one before back; else nothing has changed.</exception>
    public void Write(StoreDevice device, string folder)
    {
        string fresh = Path.Combine(folder, GraphFiles.NewCurrent);
        device.WriteFile(fresh, ToBytes());
        device.SyncDirectory(folder);
        device.Rename(fresh, Path.Combine(folder, GraphFiles.Current));
        try
        {
            device.SyncDirectory(folder);
        }
        catch (StoreException e)
        {
            throw StoreErrors.NotYetDurable(folder, e.InnerException ?? e);
        }
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="StoreException">There is no graph, or the file is damaged or of a newer format.</exception>
    public static CurrentFile Read(StoreDevice device, string folder)
    {
        string path = Path.Combine(folder, GraphFiles.Current);
        try
        {
            (long format, string[] lines) = ChecksummedText.Read(device, path, Kind, Format);
            if (lines.Length != format || !GraphFiles.IsManifest(lines[0]))
                throw StoreErrors.Damaged(path, "line 2", "it does not name a manifest");
            long version = GraphFiles.VersionOf(lines[0])!.Value;
            if (format == 1) return new(version, LogPosition.None);
            if (lines[1] == "log open") return new(version, LogEnd: null);
            return LogPosition.TryParse(lines[1], "log closed ") is { } end
                ? new(version, end)
                : throw StoreErrors.Damaged(path, "line 3", "it does not say where the log ends");
        }
        catch (FileNotFoundException)
        {
            throw FirstVersion.WasPublished(device, folder) ? StoreErrors.Missing(path) : StoreErrors.NoGraph(folder);
        }
        catch (DirectoryNotFoundException)
        {
            throw StoreErrors.NoDirectory(folder);
        }
    }

    /// <summary>Reads the file, for the holder of the lock.</summary>
    /// <returns>Version 0 when none was ever published, or null when that cannot be told because the file is damaged, lost, or cannot
    /// be read.</returns>
    /// <exception cref="StoreException">The graph is of a newer format.</exception>
    public static CurrentFile? TryRead(StoreDevice device, string folder)
    {
        if (!device.FileExists(Path.Combine(folder, GraphFiles.Current)))
            return FirstVersion.WasPublished(device, folder) ? null : new(0, LogPosition.None);
        try
        {
            return Read(device, folder);
        }
        catch (StoreException e) when (e.Code != StoreErrors.NewerFormatCode)
        {
            return null;
        }
    }

    private byte[] ToBytes() =>
        ChecksummedText.Write(Kind, Format, GraphFiles.Manifest(Version), LogEnd is { } end ? "log closed " + end.ToText() : "log open");
}
