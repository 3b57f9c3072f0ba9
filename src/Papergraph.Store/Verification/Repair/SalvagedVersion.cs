namespace Papergraph.Store;

/// <summary>The newest version of a damaged graph of which the segment can be opened, with as much of its log as can be read.</summary>
internal sealed class SalvagedVersion : IDisposable
{
    private readonly GraphBasis _basis;

    private SalvagedVersion(PublishedVersion version, IReadOnlyList<PublishedVersion> passedOver, GraphBasis basis, GraphState state) =>
        (Version, PassedOver, _basis, State) = (version, passedOver, basis, state);

    public PublishedVersion Version { get; }

    /// <summary>Versions that would have been taken rather, and could not be opened.</summary>
    public IReadOnlyList<PublishedVersion> PassedOver { get; }

    public GraphState State { get; }

    public void Dispose() => _basis.Release();

    /// <summary>Looks at the version that <c>CURRENT</c> names, then at all others from the newest on, then at the snapshots.</summary>
    /// <exception cref="StoreException">None can be opened.</exception>
    public static SalvagedVersion Find(StoreDevice device, string folder, LossList losses)
    {
        List<PublishedVersion> passedOver = [];
        foreach (PublishedVersion version in Candidates(device, folder))
        {
            if (SalvagedSegment.TryOpen(device, folder, version) is { } basis)
            {
                if (passedOver.Count > 0) losses.Add(StoreErrors.OlderVersion(folder, version.Number));
                return new(version, passedOver, basis, Replayed(device, folder, basis.Version, basis, losses));
            }

            passedOver.Add(version);
        }

        throw StoreErrors.NothingToRepair(folder);
    }

    private static IEnumerable<PublishedVersion> Candidates(StoreDevice device, string folder)
    {
        CurrentFile? current = CurrentFile.TryRead(device, folder);
        if (current is { Version: > 0 }) yield return Of(device, folder, current);
        IEnumerable<long> numbers = device.Files(folder).Select(GraphFiles.VersionOf).OfType<long>().Distinct().OrderDescending();
        foreach (long number in numbers.Where(n => n != current?.Version)) yield return Of(device, folder, new(number, LogEnd: null));
        foreach (string name in SnapshotFile.Names(device, folder))
        {
            PublishedVersion? snapshot = null;
            try
            {
                snapshot = SnapshotFile.Read(device, folder, name);
            }
            catch (StoreException)
            {
                // Of no use here; it is set aside with the others.
            }

            if (snapshot is not null) yield return snapshot;
        }
    }

    /// <summary>A version as its manifest says or, where that cannot be read, as the names of files suggest.</summary>
    private static PublishedVersion Of(StoreDevice device, string folder, CurrentFile current)
    {
        try
        {
            return PublishedVersion.Of(device, folder, current);
        }
        catch (Exception e) when (e is StoreException or FileNotFoundException or DirectoryNotFoundException)
        {
            SegmentReference segment = new(GraphFiles.Segment(current.Version), Length: 0, DirectoryChecksum: 0);
            return new(current.Version, segment, new(GraphFiles.Log(current.Version), segment, current.LogEnd));
        }
    }

    /// <summary>Makes the changes of the log again up to the first that cannot be read.</summary>
    private static GraphState Replayed(StoreDevice device, string folder, PublishedVersion version, GraphBasis basis, LossList losses)
    {
        string file = Path.Combine(folder, version.Log.Name);
        if (version.Log.End is null && !device.FileExists(file)) return GraphState.Of(basis);
        (GraphState state, long commits, bool isWhole) = Replay(version.Log, long.MaxValue);
        if (isWhole) return state;

        // The end is not where it should be, or something before it is damaged. What was acknowledged is made again as far as it can be
        // read.
        LogReference open = version.Log with { End = null };
        (state, commits, isWhole) = Replay(open, version.Log.End?.Commits ?? long.MaxValue);
        long? lost = version.Log.End is { } end ? end.Commits - commits : null;
        if (lost is > 0 or null) losses.Add(StoreErrors.CommitsLost(file, commits, lost));
        // A change that was made half must not stay: once more, up to the commit before it.
        return isWhole ? state : Replay(open, commits).State;

        // The state after the commits up to a limit, and whether the log could be read to its end.
        (GraphState State, long Commits, bool IsWhole) Replay(LogReference log, long limit)
        {
            CommitReplayer replayer = new(GraphState.Of(basis), file);
            long commits = 0;
            try
            {
                LogReader.Read(device, folder, log, (commit, payload) =>
                {
                    if (commit > limit) return;
                    replayer.Replay(commit, payload);
                    commits = commit;
                });
                return (replayer.State, commits, true);
            }
            catch (Exception e) when (e is StoreException or FileNotFoundException or DirectoryNotFoundException)
            {
                return (replayer.State, commits, false);
            }
        }
    }
}
