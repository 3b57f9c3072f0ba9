namespace Papergraph.Store;

/// <summary>Divides the bytes of a segment among what they are for.</summary>
internal static class SegmentParts
{
    private sealed record Part(string Prefix, StorageKind Kind, string Table, string Name);

    /// <summary>The parts of a segment that lies alone in a file, in the order in which their first bytes lie there.</summary>
    public static IEnumerable<StorageItem> Of(string file, SegmentHeader header, SegmentContent content)
    {
        yield return new(file, StorageKind.Structure, "", "header", SegmentHeader.Size);
        Part[] parts = [.. PartsOf(content)];
        OrderedDictionary<Part, long> bytes = [];
        long inSections = 0;
        foreach (Section section in content.Sections.Taken)
        {
            Part part = parts.Where(p => Begins(section.Name, p.Prefix)).MaxBy(p => p.Prefix.Length) ?? Unnamed(section.Name);
            bytes[part] = bytes.GetValueOrDefault(part) + section.Length;
            inSections += section.Length;
        }

        foreach ((Part part, long count) in bytes) yield return new(file, part.Kind, part.Table, part.Name, count);
        yield return new(file, StorageKind.Structure, "", "alignment", header.DirectoryOffset - SegmentHeader.Size - inSections);
        yield return new(file, StorageKind.Structure, "", "directory", header.DirectoryLength);
    }

    // What sections are called in messages begins with the part that they belong to; names may begin alike, then the longest counts.
    private static bool Begins(string section, string part) =>
        section.StartsWith(part, StringComparison.Ordinal) && (section.Length == part.Length || section[part.Length] is ',' or ' ');

    private static IEnumerable<Part> PartsOf(SegmentContent content)
    {
        foreach (NodeTable table in content.NodeTables)
        {
            string labels = string.Join(':', table.Labels);
            foreach (string property in table.Columns.Select(c => c.Name).Distinct(StringComparer.Ordinal))
                yield return new($"nodes {labels}, property {property}", StorageKind.Column, labels, property);
        }

        foreach (EdgeTable table in content.EdgeTables)
        {
            yield return new($"edges {table.Type}, outgoing", StorageKind.Adjacency, table.Type, "outgoing");
            yield return new($"edges {table.Type}, incoming", StorageKind.Adjacency, table.Type, "incoming");
            yield return new($"edges {table.Type}, positions", StorageKind.Adjacency, table.Type, "positions");
            foreach (string property in table.Columns.Select(c => c.Name).Distinct(StringComparer.Ordinal))
                yield return new($"edges {table.Type}, property {property}", StorageKind.Column, table.Type, property);
        }

        foreach (BlobList blobs in content.BlobLists) yield return new($"blobs {blobs.Name}", StorageKind.Blobs, "", blobs.Name);
        yield return new("statistics", StorageKind.Statistics, "", "statistics");
        foreach (PropertyIndexState index in content.Indexes.Indexes)
            yield return new($"index {index.Definition.Name}", StorageKind.Index, "", index.Definition.Name);
        foreach (ConstraintState constraint in content.Indexes.Constraints)
            yield return new($"constraint {constraint.Definition.Name}", StorageKind.Index, "", constraint.Definition.Name);
        foreach (NameIndexState index in content.Indexes.NameIndexes)
            yield return new($"name index {index.Name}", StorageKind.Index, "", index.Name);
    }

    /// <summary>Everything else is of an index of some kind.</summary>
    private static Part Unnamed(string section)
    {
        string name = section.Split(", ")[0];
        return new(name, StorageKind.Index, "", name);
    }
}
