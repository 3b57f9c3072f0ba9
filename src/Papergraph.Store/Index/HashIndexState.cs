namespace Papergraph.Store;

/// <summary>A hash index in one state of the graph.</summary>
internal sealed class HashIndexState : PropertyIndexState
{
    private readonly HashEntries _entries;

    private HashIndexState(IndexDefinition definition, HashEntries entries) : base(definition) => _entries = entries;

    /// <param name="definition">What is indexed.</param>
    /// <param name="keys">The values in the segment.</param>
    /// <param name="stored">The index of the segment, if it has it.</param>
    public HashIndexState(IndexDefinition definition, PropertyKeys keys, HashBuckets? stored)
        : this(definition, new HashEntries(keys, stored))
    {
    }

    public override List<long> Find(byte[] key) => _entries.Find(key);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A hash index has no order.</exception>
    public override IEnumerable<long> FindRange(ValueRange range, bool descending) =>
        throw new ArgumentException($"Index '{Definition.Name}' is a hash index and has no order; a range needs a range index.");

    public override long Estimate(ValueRange range) =>
        range.To is { } to && to.AsSpan().SequenceEqual(KeyBytes.After(range.From))
            ? _entries.Estimate(range.From)
            : _entries.EstimateAll();

    public override void Verify(FaultList faults) => _entries.Verify(faults);

    private protected override IndexState With(long id, IEntityImage? before, IEntityImage? after)
    {
        HashEntries entries = _entries.With(id, before, after);
        return ReferenceEquals(entries, _entries) ? this : new HashIndexState(Definition, entries);
    }
}
