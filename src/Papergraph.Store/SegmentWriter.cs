namespace Papergraph.Store;

/// <summary>Writes a whole version of a graph: node tables, then edge tables; lists of blobs, metadata and indexes at any time.</summary>
/// <remarks>
/// <para>The bytes of the segment are a function of the calls made and of nothing else. One table is held in memory at a time: it goes
/// to the disk when the next one is begun.</para>
/// <para>Not safe for use by several threads at once. Disposing without <see cref="Publish"/> leaves no trace.</para>
/// </remarks>
public sealed class SegmentWriter : IDisposable
{
    private SegmentWriter()
    {
    }

    /// <summary>Begins the table of the nodes that have exactly these labels; finishes the table before.</summary>
    /// <param name="labels">One or more distinct names, first the one that matters most; the order is kept.</param>
    /// <exception cref="ArgumentException">No label, an empty one, one twice, or a set of labels that has a table already.</exception>
    /// <exception cref="InvalidOperationException">An edge table was begun before.</exception>
    public NodeTableWriter AddNodeTable(params string[] labels) => throw new NotImplementedException();

    /// <summary>Begins the table of the edges of one type; finishes the table before.</summary>
    /// <param name="type">Name of the type, not empty.</param>
    /// <exception cref="ArgumentException">The type is empty or has a table already.</exception>
    public EdgeTableWriter AddEdgeTable(string type) => throw new NotImplementedException();

    /// <summary>Writes a named list of byte strings, compressed in blocks and readable by index.</summary>
    /// <param name="name">Name of the list.</param>
    /// <param name="items">The byte strings, at most 256 MiB each, read once and not kept.</param>
    /// <exception cref="ArgumentException">The name is taken or empty, or an item is too long.</exception>
    public void AddBlobs(string name, IEnumerable<ReadOnlyMemory<byte>> items) => throw new NotImplementedException();

    /// <summary>Asks for an index from the values of a string or string list property to the nodes of a label that have them.</summary>
    /// <exception cref="ArgumentException">That index was asked for before.</exception>
    public void AddKeyIndex(string label, string property) => throw new NotImplementedException();

    /// <summary>Asks for an index of names and of the words in them, for search, over string or string list properties.</summary>
    /// <param name="name">Name of the index.</param>
    /// <param name="of">The properties whose values are names.</param>
    /// <remarks>Names and words are folded by <see cref="Core.TextFolding.Fold"/>.</remarks>
    /// <exception cref="ArgumentException">The name is taken or empty.</exception>
    public void AddNameIndex(string name, IEnumerable<(string Label, string Property)> of) => throw new NotImplementedException();

    /// <summary>Keeps a text under a key with the graph, replacing what the key had.</summary>
    public void SetMetadata(string key, string value) => throw new NotImplementedException();

    /// <summary>Makes what was written the newest version, durably and in one atomic step.</summary>
    /// <returns>The number of the version: one more than the version before, 1 for the first.</returns>
    /// <exception cref="StoreException">The disk refused; the version published before stands unharmed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the atomic step; nothing was published.</exception>
    public long Publish(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Removes what was written, unless it was published.</summary>
    public void Dispose() => throw new NotImplementedException();
}
