using System.Globalization;

namespace Papergraph.Store;

/// <summary>Keeps what is damaged, so that nothing that a repair does is final.</summary>
internal static class DamagedFiles
{
    private const int ChunkSize = 1 << 20;

    /// <summary>Copies the files of the version that was salvaged, and of those that could not be, to a fresh directory <c>damaged-…</c>
    /// within that of the graph.</summary>
    /// <returns>Name of that directory.</returns>
    public static string CopyAside(StoreDevice device, string folder, SalvagedVersion salvaged, CancellationToken cancellation)
    {
        string aside = FreshName(device, folder, salvaged.Version.Number);
        device.CreateDirectory(Path.Combine(folder, aside));
        Copy(device, Path.Combine(folder, GraphFiles.Current), Path.Combine(folder, aside, GraphFiles.Current), cancellation);
        foreach (PublishedVersion version in salvaged.PassedOver.Prepend(salvaged.Version))
            foreach (string name in new[] { GraphFiles.Manifest(version.Number), version.Segment.Name, version.Log.Name })
                Copy(device, Path.Combine(folder, name), Path.Combine(folder, aside, name), cancellation);
        device.SyncDirectory(Path.Combine(folder, aside));
        return aside;
    }

    /// <summary>Takes the snapshots that are damaged out of the graph, with copies of all that they consist of.</summary>
    public static void SetSnapshotsAside(StoreDevice device, string folder, string aside, LossList losses, CancellationToken cancellation)
    {
        string kept = Path.Combine(folder, aside), keptSnapshots = Path.Combine(kept, GraphFiles.Snapshots);
        foreach (string name in SnapshotFile.Names(device, folder))
        {
            if (IsSound(device, folder, name, cancellation)) continue;
            device.CreateDirectory(keptSnapshots);
            Copy(device, Path.Combine(folder, GraphFiles.Snapshots, name), Path.Combine(keptSnapshots, name), cancellation);
            if (TryRead(device, folder, name) is { } snapshot)
                foreach (string file in new[] { snapshot.Segment.Name, snapshot.Log.Name })
                    Copy(device, Path.Combine(folder, file), Path.Combine(kept, file), cancellation);
            device.SyncDirectory(keptSnapshots);
            device.SyncDirectory(kept);
            SnapshotFile.Delete(device, folder, name);
            losses.Add(StoreErrors.SnapshotSetAside(folder, name, aside));
        }
    }

    private static bool IsSound(StoreDevice device, string folder, string name, CancellationToken cancellation)
    {
        try
        {
            using GraphReader reader = GraphDirectory.OpenSnapshot(device, folder, name);
            FaultList faults = new(folder, cancellation);
            GraphVerifier.VerifySegment(reader.Content, faults, progress: null);
            return faults.Faults.Count == 0;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private static PublishedVersion? TryRead(StoreDevice device, string folder, string snapshot)
    {
        try
        {
            return SnapshotFile.Read(device, folder, snapshot);
        }
        catch (StoreException)
        {
            return null;
        }
    }

    private static string FreshName(StoreDevice device, string folder, long version)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"damaged-{version}");
        for (int again = 2; device.DirectoryExists(Path.Combine(folder, name)); again++)
            name = string.Create(CultureInfo.InvariantCulture, $"damaged-{version}-{again}");
        return name;
    }

    /// <summary>Copies a file, if it is there and was not copied before, and makes the copy durable.</summary>
    private static void Copy(StoreDevice device, string from, string to, CancellationToken cancellation)
    {
        if (!device.FileExists(from) || device.FileExists(to)) return;
        using StoreFile source = device.OpenRead(from), target = device.Create(to);
        byte[] chunk = new byte[ChunkSize];
        long at = 0;
        while (source.Read(chunk, at) is > 0 and int read)
        {
            cancellation.ThrowIfCancellationRequested();
            target.Write(chunk.AsSpan(0, read), at);
            at += read;
        }

        target.Sync();
    }
}
