namespace Papergraph.Store;

/// <summary>The file <c>CURRENT</c>, which names the manifest of the newest published version.</summary>
internal static class CurrentVersion
{
    private const string Kind = "papergraph-graph";

    public static byte[] ToBytes(long version) => ChecksummedText.Write(Kind, GraphFiles.Manifest(version));

    /// <summary>Reads which version is published and uses it; starts over when a writer replaces it meanwhile.</summary>
    /// <param name="device">Where it lies.</param>
    /// <param name="folder">The graph directory.</param>
    /// <param name="use">Opens the files of the version; a missing one is answered by looking for a newer version.</param>
    /// <exception cref="StoreException">There is no graph, or it is damaged or of a newer format.</exception>
    public static T Use<T>(StoreDevice device, string folder, Func<Manifest, T> use)
    {
        string? manifestBefore = null;
        while (true)
        {
            string manifest = ReadManifestName(device, folder);
            try
            {
                return use(Manifest.Read(device, Path.Combine(folder, manifest)));
            }
            catch (FileNotFoundException e) when (manifest == manifestBefore)
            {
                throw StoreErrors.Missing(e.FileName ?? Path.Combine(folder, manifest), e);
            }
            catch (FileNotFoundException)
            {
                // A writer removes a version only after a newer one is published, so either CURRENT has changed or the file is lost.
                manifestBefore = manifest;
            }
        }
    }

    /// <summary>Number of the published version, 0 when none was ever published, or null when it cannot be told because the file is
    /// damaged or cannot be read. Only for the holder of the lock.</summary>
    /// <exception cref="StoreException">The graph is of a newer format.</exception>
    public static long? TryRead(StoreDevice device, string folder)
    {
        if (!device.FileExists(Path.Combine(folder, GraphFiles.Current))) return 0;
        try
        {
            return GraphFiles.VersionOf(ReadManifestName(device, folder));
        }
        catch (StoreException e) when (e.Code != StoreErrors.NewerFormatCode)
        {
            return null;
        }
    }

    private static string ReadManifestName(StoreDevice device, string folder)
    {
        string path = Path.Combine(folder, GraphFiles.Current);
        try
        {
            string[] lines = ChecksummedText.Read(device, path, Kind);
            return lines.Length == 1 && GraphFiles.IsManifest(lines[0])
                ? lines[0]
                : throw StoreErrors.Damaged(path, "line 2", "it does not name a manifest");
        }
        catch (FileNotFoundException)
        {
            throw StoreErrors.NoGraph(folder);
        }
        catch (DirectoryNotFoundException)
        {
            throw StoreErrors.NoDirectory(folder);
        }
    }
}
