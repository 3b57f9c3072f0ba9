namespace Papergraph.Store;

/// <summary>An index of the values of a property, in one state of the graph.</summary>
internal abstract class PropertyIndexState : IndexState
{
    private protected PropertyIndexState(IndexDefinition definition) => Definition = definition;

    public IndexDefinition Definition { get; }

    /// <summary>The entities that have the value, or a list with it, ascending, each once.</summary>
    public abstract List<long> Find(byte[] key);

    /// <summary>The entities whose value lies in a range, in the order of value and entity, or in the opposite one.</summary>
    public abstract IEnumerable<long> FindRange(ValueRange range, bool descending);

    /// <summary>About how many entities have a value in a range.</summary>
    public abstract long Estimate(ValueRange range);

    /// <summary>Reports whatever does not hold in the stored part.</summary>
    public abstract void Verify(FaultList faults);

    internal override IndexState With(EntityKind kind, long id, IEntityImage? before, IEntityImage? after) =>
        kind == Definition.On && (Concerns(before) || Concerns(after)) ? With(id, before, after) : this;

    private protected abstract IndexState With(long id, IEntityImage? before, IEntityImage? after);

    private bool Concerns(IEntityImage? image) => image is not null && image.Has(Definition.LabelOrType);
}
