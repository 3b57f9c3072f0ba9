namespace Papergraph.Store;

/// <summary>What a version of a graph consists of, published or kept as a snapshot: a segment, and a log of the changes since.</summary>
/// <param name="Number">Number of the version, counted from 1.</param>
/// <param name="Segment">Its segment.</param>
/// <param name="Log">Its log.</param>
internal sealed record PublishedVersion(long Number, SegmentReference Segment, LogReference Log)
{
    /// <summary>Finds which version is published and uses it; starts over when a writer replaces it meanwhile.</summary>
    /// <param name="device">Where it lies.</param>
    /// <param name="folder">The graph directory.</param>
    /// <param name="use">Opens the files of the version and reads its log.</param>
    /// <exception cref="StoreException">There is no graph, or it is damaged or of a newer format.</exception>
    public static T Use<T>(StoreDevice device, string folder, Func<PublishedVersion, T> use)
    {
        // A log may be cut or continued while it is read, so that damage is believed when it is seen twice.
        const int Tries = 2;
        CurrentFile current = CurrentFile.Read(device, folder);
        for (int tried = 1; ; tried++)
        {
            try
            {
                return use(Of(device, folder, current));
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or StoreException)
            {
                // A writer removes a version only after a newer one is published, and goes on with a log only after it has said so:
                // either CURRENT has changed, or it is as it looks.
                CurrentFile now = CurrentFile.Read(device, folder);
                bool changed = now != current;
                if (!changed && (current.LogEnd is not null || tried >= Tries))
                {
                    if (e is FileNotFoundException missing) throw StoreErrors.Missing(missing.FileName ?? folder, missing);
                    throw;
                }

                if (changed) tried = 0;
                current = now;
            }
        }
    }

    /// <summary>The version that <c>CURRENT</c> names.</summary>
    /// <exception cref="FileNotFoundException">Its manifest is gone.</exception>
    /// <exception cref="StoreException">Its manifest is damaged.</exception>
    public static PublishedVersion Of(StoreDevice device, string folder, CurrentFile current)
    {
        SegmentReference segment = Manifest.Read(device, folder, current.Version).Segment;
        return new(current.Version, segment, new(GraphFiles.Log(current.Version), segment, current.LogEnd));
    }

    /// <summary>Makes a version the newest: until <c>CURRENT</c> is replaced the version before stands, after it the new one. The
    /// files that it consists of must be on the disk.</summary>
    /// <exception cref="StoreException">The disk refused; see <see cref="CurrentFile.Write"/>.</exception>
    public static void Publish(StoreDevice device, string folder, Manifest manifest, LogPosition logEnd)
    {
        device.WriteFile(Path.Combine(folder, GraphFiles.Manifest(manifest.Version)), manifest.ToBytes());
        new CurrentFile(manifest.Version, logEnd).Write(device, folder);
    }
}
