namespace Papergraph.Store;

/// <summary>A unique constraint, with the hash index that it is checked by.</summary>
internal sealed class UniqueConstraintState : ConstraintState
{
    private const int MostNamed = 3;

    private readonly HashEntries _entries;

    private UniqueConstraintState(ConstraintDefinition definition, HashEntries entries) : base(definition) => _entries = entries;

    /// <param name="definition">The constraint.</param>
    /// <param name="keys">The values in the segment.</param>
    /// <param name="stored">The index of the segment, if it has it.</param>
    public UniqueConstraintState(ConstraintDefinition definition, TupleKeys keys, HashBuckets? stored)
        : this(definition, new HashEntries(keys, stored))
    {
    }

    /// <summary>The nodes that have the key, ascending.</summary>
    public List<long> Find(byte[] key) => _entries.Find(key);

    internal override IndexState With(EntityKind kind, long id, IEntityImage? before, IEntityImage? after)
    {
        if (kind != Definition.On) return this;
        HashEntries entries = _entries.With(id, before, after);
        return ReferenceEquals(entries, _entries) ? this : new UniqueConstraintState(Definition, entries);
    }

    public override void Require(EntityKind kind, long id, IEntityImage? now)
    {
        if (kind != Definition.On || _entries.Keys.Of(now) is not [var key]) return;
        foreach (long other in _entries.Find(key))
        {
            if (other != id) throw StoreErrors.NotUnique(Definition, TupleKeys.Describe(key), Math.Min(id, other), Math.Max(id, other));
        }
    }

    public override void RequireAll()
    {
        List<string> violations =
        [
            .. _entries.Shared().Take(MostNamed)
                .Select(shared => $"nodes {shared.Entities[0]} and {shared.Entities[1]} have {TupleKeys.Describe(shared.Key)}"),
        ];
        if (violations.Count > 0) throw StoreErrors.ConstraintDoesNotHold(Definition, violations);
    }

    public override void Verify(FaultList faults)
    {
        _entries.Verify(faults);
        faults.Check(RequireAll);
    }
}
