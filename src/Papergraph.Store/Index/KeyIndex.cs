using System.Text;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>A hash table from the values of a string or string list property to the nodes of one label that have them.</summary>
/// <remarks>Only nodes are stored: whether one really has the value is read from its column, so equal hashes mislead nobody.</remarks>
internal sealed class KeyIndex
{
    public const int MaxBucketBits = 31;

    private readonly IReadOnlyList<NodeTable> _tables;
    private readonly PackedIntegers _offsets;
    private readonly Section _nodes;

    /// <param name="sections">The sections of the segment.</param>
    /// <param name="layout">Where buckets and nodes lie.</param>
    /// <param name="tables">All node tables.</param>
    /// <param name="nodeCount">Number of nodes of the graph.</param>
    public KeyIndex(SegmentSections sections, KeyIndexLayout layout, IReadOnlyList<NodeTable> tables, int nodeCount)
    {
        (Label, Property, BucketBits, EntryCount, _tables) = (layout.Label, layout.Property, layout.BucketBits, layout.EntryCount, tables);
        if (EntryCount > Array.MaxLength) throw sections.Fault($"{Name} has {EntryCount} entries");
        _offsets = new(sections, layout.Offsets, BucketCount + 1, Name + ", buckets");
        _nodes = sections.Take(layout.Nodes, EntryCount * sizeof(int), Name + ", nodes", limit: nodeCount);
    }

    public string Label { get; }

    public string Property { get; }

    public int BucketBits { get; }

    public long BucketCount => 1L << BucketBits;

    public long EntryCount { get; }

    public string Name => $"key index {Label}.{Property}";

    /// <summary>The nodes that have the value, ascending.</summary>
    public List<int> Find(string value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(value);
        List<int> found = [];
        foreach (int node in Bucket(BucketOf(utf8, BucketBits)))
        {
            if (HasValue(node, utf8)) found.Add(node);
        }

        return found;
    }

    /// <summary>The nodes of a bucket, ascending.</summary>
    public ReadOnlySpan<int> Bucket(long bucket)
    {
        (long start, long count) = _offsets.Range(bucket, EntryCount);
        return _nodes.Span<int>(start, (int)count);
    }

    public static long BucketOf(ReadOnlySpan<byte> value, int bucketBits) => (long)(StableHash.Hash64(value) & ((1UL << bucketBits) - 1));

    private bool HasValue(int node, ReadOnlySpan<byte> value)
    {
        foreach (NodeTable table in _tables)
        {
            if (node >= table.FirstNode && node - table.FirstNode < table.Count)
                return table.HasLabel(Label) && new TextValues(table, Property).Contains(node - table.FirstNode, value);
        }

        return false;
    }

    public StoreException Fault(string what) => _nodes.Fault(what);

    /// <exception cref="StoreException">The index has another number of entries.</exception>
    public void RequireEntries(long expected)
    {
        if (EntryCount != expected) throw Fault($"it has {EntryCount} entries in place of {expected}");
    }

    /// <summary>Checks that the boundaries span all entries and the nodes of every bucket ascend.</summary>
    public void VerifyBuckets(FaultList faults)
    {
        _offsets.VerifyBoundaries(EntryCount, faults);
        faults.Each(BucketCount, bucket => _nodes.RequireAscending(Bucket(bucket), bucket));
    }
}
