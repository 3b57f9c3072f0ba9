namespace Papergraph.Store;

/// <summary>What bytes of a graph directory are for.</summary>
public enum StorageKind
{
    /// <summary>The values of one property of one table.</summary>
    Column,

    /// <summary>The edges of one type in one direction.</summary>
    Adjacency,

    /// <summary>An index, or what a constraint keeps.</summary>
    Index,

    /// <summary>A list of byte strings.</summary>
    Blobs,

    /// <summary>What is known of the data for planning queries.</summary>
    Statistics,

    /// <summary>Header, directory and alignment of a segment; header of a pack.</summary>
    Structure,

    /// <summary>Commits since a segment was published.</summary>
    Log,

    /// <summary>The small files that say what a version or a snapshot consists of.</summary>
    References,

    /// <summary>Files that nothing refers to: what a killed writer left and the next one removes, and files of others.</summary>
    Unused,
}

/// <summary>How many bytes one part of a file takes.</summary>
/// <param name="File">The file, relative to the graph directory, with <c>/</c>.</param>
/// <param name="Kind">What they are for.</param>
/// <param name="Table">Labels or edge type of the table that they belong to, or empty.</param>
/// <param name="Name">Property, direction, or name of the index or list; of a whole file empty.</param>
/// <param name="Bytes">How many.</param>
public sealed record StorageItem(string File, StorageKind Kind, string Table, string Name, long Bytes);

/// <summary>One file of a graph directory.</summary>
/// <param name="Name">Name, relative to the graph directory, with <c>/</c>.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="UsedBy">Who refers to it: <c>current</c>, and names of snapshots in ordinal order. A file that several use is there
/// once.</param>
public sealed record StoredFile(string Name, long Bytes, IReadOnlyList<string> UsedBy);

/// <summary>Where the bytes of a graph lie. The items of a file add up to its length, to the byte.</summary>
/// <param name="Items">The parts, by file in the order of <paramref name="Files"/>, then in the order in which they lie there.</param>
/// <param name="Files">The files in ordinal order of their names.</param>
public sealed record StorageReport(IReadOnlyList<StorageItem> Items, IReadOnlyList<StoredFile> Files)
{
    /// <summary>Bytes of all files together.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}
