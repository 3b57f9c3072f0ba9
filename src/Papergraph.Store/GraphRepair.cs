namespace Papergraph.Store;

/// <summary>Makes of a damaged graph directory a sound one with all that can still be read.</summary>
public static class GraphRepair
{
    /// <summary>Key of the metadata of a graph that a repair could not save all of.</summary>
    public const string LossesKey = "repaired";

    /// <summary>Repairs the newest state of a graph, and takes snapshots that are damaged out of the way.</summary>
    /// <remarks>
    /// <para>What is stored twice is taken from where it is sound: an edge from either direction, an index from the columns. Values in
    /// damaged blocks are gone; their rows have none in the new version. Nodes are all kept. Where the newest version cannot be opened at
    /// all, the newest one that can be is taken, and the report says so.</para>
    /// <para>Nothing is made worse: the damaged files are copied to a directory <c>damaged-…</c> first and never removed, and the result is
    /// published as a new version in one step. A graph without faults is left as it is.</para>
    /// </remarks>
    /// <param name="path">The graph directory.</param>
    /// <param name="cancellation">Observed between tables; nothing is changed before the new version is published.</param>
    /// <exception cref="StoreException">There is no graph, nothing of it can be read, it is of a newer format, another process writes to
    /// it, or the disk refused.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static RepairReport Repair(string path, CancellationToken cancellation = default) =>
        Repair(StoreDevice.Disk, path, cancellation);

    internal static RepairReport Repair(StoreDevice device, string path, CancellationToken cancellation)
    {
        if (PackFile.Is(device, path)) throw StoreErrors.PackIsReadOnly(path);
        if (!device.DirectoryExists(path)) throw StoreErrors.NoDirectory(path);
        if (!device.Files(path).Any(name => GraphFiles.VersionOf(name) is not null)) throw StoreErrors.NoGraph(path);
        VerificationReport report = GraphVerifier.Verify(device, path, cancellation: cancellation);
        if (report.Faults.FirstOrDefault(fault => fault.Code == StoreErrors.NewerFormatCode) is { } newer)
            throw new StoreException(newer.Code, newer.Message);
        if (report.IsSound) return new(report.Version!.Value, false, null, [], []);

        // Not GraphDirectory.Lock, which removes what CURRENT does not lead to: a damaged CURRENT leads nowhere.
        using IDisposable lockFile = device.TryLock(Path.Combine(path, GraphFiles.Lock)) ?? throw StoreErrors.Locked(path);
        LossList losses = new(path);
        using SalvagedVersion salvaged = SalvagedVersion.Find(device, path, losses);
        string aside = DamagedFiles.CopyAside(device, path, salvaged, cancellation);
        DamagedFiles.SetSnapshotsAside(device, path, aside, losses, cancellation);
        using GraphWriteLock held = new(path, device, new NoLock(), StrayFiles.HighestVersion(device, path));
        long version = Publish(held, salvaged.State, losses, cancellation);
        return new(version, true, aside, report.Faults, losses.ToDiagnostics());
    }

    /// <summary>Writes what can be read. Constraints that do not hold without what was lost are left out.</summary>
    private static long Publish(GraphWriteLock held, GraphState state, LossList losses, CancellationToken cancellation)
    {
        LossList withConstraints = losses.Copy();
        try
        {
            using SegmentWriter writer = held.BeginVersion();
            TolerantCopy.Write(state, writer, withConstraints, keepConstraints: true, cancellation);
            long version = writer.Publish(cancellation);
            losses.Take(withConstraints);
            return version;
        }
        catch (StoreException e) when (e.Code == StoreErrors.ConstraintDoesNotHoldCode)
        {
            using SegmentWriter writer = held.BeginVersion();
            TolerantCopy.Write(state, writer, losses, keepConstraints: false, cancellation);
            return writer.Publish(cancellation);
        }
    }

    /// <summary>The file is locked by the repair itself.</summary>
    private sealed class NoLock : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
