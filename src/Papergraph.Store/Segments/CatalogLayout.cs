namespace Papergraph.Store;

/// <summary>The end of the directory of a segment: what was made of the data to find it. Reading a graph as it lies does not need it.
/// </summary>
internal sealed record CatalogLayout(
    IReadOnlyList<NameIndexLayout> NameIndexes,
    IReadOnlyList<IndexLayout> Indexes,
    IReadOnlyList<ConstraintLayout> Constraints,
    int? Statistics,
    IReadOnlyList<FullTextLayout> FullTextIndexes)
{
    public static readonly CatalogLayout Empty = new([], [], [], Statistics: null, []);

    public void Write(LayoutWriter to)
    {
        to.List(NameIndexes, (w, index) => index.Write(w));
        to.List(Indexes, (w, index) => index.Write(w));
        to.List(Constraints, (w, constraint) => constraint.Write(w));
        to.List<int>(Statistics is { } section ? [section] : [], (w, statistics) => w.Int32(statistics));
        to.List(FullTextIndexes, (w, index) => index.Write(w));
    }

    /// <exception cref="StoreException">It is not what <see cref="Write"/> writes, or not the end.</exception>
    public static CatalogLayout ReadToEnd(LayoutReader from)
    {
        // In format 1 the only indexes of values are key indexes, and they come before the name indexes.
        IReadOnlyList<IndexLayout> indexes = from.Version < 2 ? from.List(IndexLayout.ReadFormat1) : [];
        IReadOnlyList<NameIndexLayout> nameIndexes = from.List(NameIndexLayout.Read);
        if (from.Version >= 2) indexes = from.List(IndexLayout.Read);
        IReadOnlyList<ConstraintLayout> constraints = from.Version >= 2 ? from.List(ConstraintLayout.Read) : [];
        int? statistics = from.Version >= 2 ? ReadStatistics(from) : null;
        IReadOnlyList<FullTextLayout> fullTextIndexes = from.Version >= 2 ? from.List(FullTextLayout.Read) : [];
        CatalogLayout layout = new(nameIndexes, indexes, constraints, statistics, fullTextIndexes);
        return from.AtEnd ? layout : throw from.Fault("bytes after the end of the directory");
    }

    private static int? ReadStatistics(LayoutReader from) => from.List(r => r.Int32()) switch
    {
        [] => null,
        [int section] => section,
        _ => throw from.Fault("more than one section of statistics"),
    };
}
