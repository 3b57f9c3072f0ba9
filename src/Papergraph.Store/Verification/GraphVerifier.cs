using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Checks every byte and every invariant of a graph directory.</summary>
public static class GraphVerifier
{
    /// <summary>Checks the newest published version and the snapshots, and reports all faults; damage is never thrown.</summary>
    /// <remarks>Checked are all checksums and lengths; that the logs are whole as far as they must be and their commits apply; that
    /// boundaries ascend and codes, ids and positions lie in range; that neighbours ascend and that the incoming edges are the outgoing
    /// ones turned round, positions included; null counts; UTF-8; that indexes hold what the columns say and nothing else; that zones and
    /// statistics are those of the data; and that every block of blobs decompresses.</remarks>
    /// <param name="path">The graph directory.</param>
    /// <param name="progress">Told how many bytes have been compared with their checksums; or null.</param>
    /// <param name="cancellation">Observed between blocks and within tables.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static VerificationReport Verify(
        string path, IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default) =>
        Verify(StoreDevice.Disk, path, progress, cancellation);

    internal static VerificationReport Verify(
        StoreDevice device, string path, IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default)
    {
        FaultList faults = new(path, cancellation);
        HashSet<string> segments = new(StringComparer.Ordinal);
        long bytes = 0;
        long? version = null;
        Visit(() => GraphDirectory.OpenRead(device, path), reader => version = reader.Version);
        bool isPack = PackFile.Is(device, path);
        if (isPack) faults.Check(() => PackFile.VerifyDigest(device, path, cancellation));
        foreach (string name in isPack ? [] : SnapshotNames(device, path, faults))
            Visit(() => GraphDirectory.OpenSnapshot(device, path, name), _ => { });
        return new(version, bytes, faults.Faults, faults.More);

        // Opening reads the log; the segment is checked once, however many versions share it.
        void Visit(Func<GraphReader> open, Action<GraphReader> opened)
        {
            try
            {
                using GraphReader reader = open();
                opened(reader);
                faults.File = reader.Content.Sections.Path;
                if (segments.Add(faults.File)) bytes += VerifySegment(reader.Content, faults, progress);
            }
            catch (StoreException fault)
            {
                faults.Add(fault);
            }
        }
    }

    private static string[] SnapshotNames(StoreDevice device, string path, FaultList faults)
    {
        try
        {
            return SnapshotFile.Names(device, path);
        }
        catch (StoreException fault)
        {
            faults.Add(fault);
            return [];
        }
    }

    /// <summary>Checks a segment and all that it holds; returns the number of bytes checked.</summary>
    internal static long VerifySegment(SegmentContent content, FaultList faults, IProgress<ProgressUpdate>? progress)
    {
        IndexCatalog indexes = content.Indexes;   // opened first, so that their sections are among those that are checked
        long bytes = VerifyBlocks(content.Sections, faults, progress);
        faults.Check(content.Sections.CheckPadding);
        foreach (NodeTable table in content.NodeTables) VerifyColumns(table, faults);
        foreach (EdgeTable table in content.EdgeTables)
        {
            AdjacencyVerification.Verify(table, faults);
            VerifyColumns(table, faults);
        }

        foreach (BlobList blobs in content.BlobLists) blobs.Verify(content.NodeCount, faults);
        foreach (PropertyIndexState index in indexes.Indexes) index.Verify(faults);
        foreach (ConstraintState constraint in indexes.Constraints) constraint.Verify(faults);
        foreach (NameIndexState index in indexes.NameIndexes) IndexVerification.Verify(index, content.NodeTables, faults);
        foreach (FullTextState index in indexes.FullTextIndexes) FullTextVerification.Verify(index.Stored, faults);
        SegmentStatistics? statistics = null;
        faults.Check(() => statistics = content.Statistics);
        StatisticsVerification.Verify(statistics, content, faults);
        return bytes;
    }

    private static long VerifyBlocks(SegmentSections sections, FaultList faults, IProgress<ProgressUpdate>? progress)
    {
        Section[] all = [.. sections.Taken];
        long total = all.Sum(section => section.Length), done = 0;
        foreach (Section section in all)
        {
            faults.Each(section.BlockCount, block => section.VerifyBlock((int)block));
            done += section.Length;
            progress?.Report(new("verifying", done, total, "bytes"));
        }

        return total;
    }

    private static void VerifyColumns(Table table, FaultList faults)
    {
        foreach (Column column in table.Columns) column.Verify(faults);
    }
}
