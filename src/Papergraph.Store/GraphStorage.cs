namespace Papergraph.Store;

/// <summary>Tells where the bytes of a graph lie.</summary>
public static class GraphStorage
{
    /// <summary>Measures all files of a graph directory, or a pack.</summary>
    /// <param name="path">The graph directory, or the file of a pack.</param>
    /// <returns>Parts and files; what is written meanwhile may be counted or not.</returns>
    /// <exception cref="StoreException">There is no graph, or the directory of a segment is damaged.</exception>
    public static StorageReport Measure(string path) => Measure(StoreDevice.Disk, path);

    internal static StorageReport Measure(StoreDevice device, string path)
    {
        if (device.FileExists(path)) return MeasurePack(device, path);
        Dictionary<string, List<string>> users = Users(device, path, out List<SegmentReference> segments);
        List<StoredFile> files = [];
        foreach (string name in device.Files(path)) AddFile(name);
        foreach (string name in device.Files(Path.Combine(path, GraphFiles.Snapshots))) AddFile($"{GraphFiles.Snapshots}/{name}");
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new([.. files.SelectMany(file => Parts(device, path, file, segments.Find(s => s.Name == file.Name)))], files);

        void AddFile(string name)
        {
            if (name == GraphFiles.Lock)
            {
                files.Add(new(name, 0, users[name]));      // always empty, and not to be opened while a writer holds it
                return;
            }

            try
            {
                using StoreFile file = device.OpenRead(Path.Combine(path, name));
                files.Add(new(name, file.Length, users.GetValueOrDefault(name, [])));
            }
            catch (FileNotFoundException)
            {
                // Removed by a writer in this moment.
            }
        }
    }

    private static StorageReport MeasurePack(StoreDevice device, string path)
    {
        PackHeader header = PackFile.ReadHeader(device, path);
        string name = Path.GetFileName(path);
        List<StorageItem> parts = Parts(name, SegmentFile.Read(PackFile.Map(device, path, header), header.DirectoryChecksum));
        return new(
            [new(name, StorageKind.Structure, "", "header of the pack", PackHeader.Size), .. parts],
            [new(name, header.SegmentLength + PackHeader.Size, ["current"])]);
    }

    /// <summary>Who refers to which file.</summary>
    private static Dictionary<string, List<string>> Users(StoreDevice device, string path, out List<SegmentReference> segments)
    {
        Dictionary<string, List<string>> users = new(StringComparer.Ordinal);
        PublishedVersion current = PublishedVersion.Use(device, path, version => version);
        List<SegmentReference> referred = [current.Segment];
        string manifest = GraphFiles.Manifest(current.Number);
        foreach (string name in (string[])[GraphFiles.Current, GraphFiles.Lock, manifest, current.Segment.Name, current.Log.Name])
            Add(name, "current");
        foreach (string name in SnapshotFile.Names(device, path))
        {
            PublishedVersion snapshot = SnapshotFile.Read(device, path, name);
            referred.Add(snapshot.Segment);
            Add($"{GraphFiles.Snapshots}/{name}", name);
            Add(snapshot.Segment.Name, name);
            if (snapshot.Log.End is { Commits: > 0 }) Add(snapshot.Log.Name, name);
        }

        segments = referred;
        return users;

        void Add(string file, string user)
        {
            if (!users.TryGetValue(file, out List<string>? known)) users.Add(file, known = []);
            known.Add(user);
        }
    }

    private static List<StorageItem> Parts(StoreDevice device, string path, StoredFile file, SegmentReference? segment)
    {
        if (segment is not null) return Parts(file.Name, SegmentFile.Open(device, path, segment));
        StorageKind kind =
            file.UsedBy.Count == 0 ? StorageKind.Unused : GraphFiles.IsLog(file.Name) ? StorageKind.Log : StorageKind.References;
        return [new(file.Name, kind, "", "", file.Bytes)];
    }

    private static List<StorageItem> Parts(string file, (MappedFile File, SegmentHeader Header, SegmentLayout Layout) segment)
    {
        using MappedFile mapped = segment.File;
        SegmentSections sections = new(mapped, segment.Layout.Sections, segment.Header.DirectoryOffset);
        return [.. SegmentParts.Of(file, segment.Header, new(sections, segment.Layout))];
    }
}
