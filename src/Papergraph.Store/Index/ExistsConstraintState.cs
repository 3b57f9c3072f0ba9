namespace Papergraph.Store;

/// <summary>An exists constraint.</summary>
internal sealed class ExistsConstraintState : ConstraintState
{
    private const int MostNamed = 3;

    /// <summary>What an entity that lacks the property is listed under: in a committed state, none is.</summary>
    private static readonly byte[][] Lacking = [[0]];

    private readonly IndexedRows _rows;
    private readonly KeyChanges _lacking;

    private ExistsConstraintState(ConstraintDefinition definition, IndexedRows rows, KeyChanges lacking) : base(definition) =>
        (_rows, _lacking) = (rows, lacking);

    /// <param name="definition">The constraint.</param>
    /// <param name="tables">The tables of the segment.</param>
    public ExistsConstraintState(ConstraintDefinition definition, SegmentTables tables)
        : this(definition, new IndexedRows(tables, definition.On, definition.LabelOrType), KeyChanges.None)
    {
    }

    private string Property => Definition.Properties[0];

    internal override IndexState With(EntityKind kind, long id, IEntityImage? before, IEntityImage? after)
    {
        if (kind != Definition.On) return this;
        KeyChanges lacking = _lacking.With(id, Lacks(before) ? Lacking : [], Lacks(after) ? Lacking : []);
        return ReferenceEquals(lacking, _lacking) ? this : new ExistsConstraintState(Definition, _rows, lacking);
    }

    public override void Require(EntityKind kind, long id, IEntityImage? now)
    {
        if (kind == Definition.On && Lacks(now)) throw StoreErrors.LacksProperty(Definition, id);
    }

    public override void RequireAll()
    {
        string noun = Definition.On == EntityKind.Node ? "node" : "edge";
        List<string> violations = [.. StoredLacking().Concat(_lacking.EntitiesOf(Lacking[0])).Take(MostNamed).Select(id => $"{noun} {id}")];
        if (violations.Count > 0) throw StoreErrors.ConstraintDoesNotHold(Definition, violations);
    }

    public override void Verify(FaultList faults) => faults.Check(RequireAll);

    private bool Lacks(IEntityImage? image) =>
        image is not null && image.Has(Definition.LabelOrType) && image.Value(Property) is null;

    private IEnumerable<long> StoredLacking()
    {
        foreach ((Table table, long first, long count) in _rows.Parts)
        {
            Column[] columns = [.. table.Columns.Where(column => column.Name == Property)];
            for (long row = 0; row < count; row++)
            {
                if (columns.All(column => column.IsNull(row)) && !_lacking.IsOverridden(first + row)) yield return first + row;
            }
        }
    }
}
