using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>All indexes and constraints of one state of the graph. Immutable.</summary>
internal sealed record IndexCatalog
{
    private readonly SegmentTables _tables;

    private IndexCatalog(SegmentTables tables) => _tables = tables;

    /// <summary>The indexes of values, in the order in which they were created.</summary>
    public ImmutableArray<PropertyIndexState> Indexes { get; private init; } = [];

    /// <summary>The constraints, in the order in which they were created.</summary>
    public ImmutableArray<ConstraintState> Constraints { get; private init; } = [];

    /// <summary>The name indexes, in the order in which they were asked for.</summary>
    public ImmutableArray<NameIndexState> NameIndexes { get; private init; } = [];

    /// <summary>The full-text indexes, in the order in which they were asked for.</summary>
    public ImmutableArray<FullTextState> FullTextIndexes { get; private init; } = [];

    /// <summary>Whether nothing is indexed or constrained, so that nobody needs to know what changes.</summary>
    public bool IsEmpty => Indexes.IsEmpty && Constraints.IsEmpty && NameIndexes.IsEmpty && FullTextIndexes.IsEmpty;

    /// <summary>Whether any of it is over edges.</summary>
    public bool ConcernEdges =>
        Indexes.Any(index => index.Definition.On == EntityKind.Edge)
        || Constraints.Any(constraint => constraint.Definition.On == EntityKind.Edge);

    /// <summary>Opens what lies in a segment.</summary>
    /// <exception cref="StoreException">The directory contradicts itself.</exception>
    public static IndexCatalog Open(SegmentSections sections, CatalogLayout layout, SegmentTables tables)
    {
        RequireDistinct(
            [
                .. layout.Indexes.Select(index => index.Definition.Name),
                .. layout.Constraints.Select(constraint => constraint.Definition.Name),
                .. layout.FullTextIndexes.Select(index => index.Definition.Name),
            ],
            sections);
        RequireDistinct(layout.NameIndexes.Select(index => index.Name), sections);
        int nodeCount = tables.Nodes.Count > 0 ? tables.Nodes[^1].FirstNode + tables.Nodes[^1].Count : 0;
        return new(tables)
        {
            Indexes = [.. layout.Indexes.Select(index => Open(sections, index, tables))],
            Constraints = [.. layout.Constraints.Select(constraint => Open(sections, constraint, tables))],
            NameIndexes = [.. layout.NameIndexes.Select(index => new NameIndexState(sections, index, nodeCount))],
            FullTextIndexes =
            [
                .. layout.FullTextIndexes
                    .Select(index => FullTextState.Of(FullTextContent.Open(sections, index, tables.Nodes, nodeCount))),
            ],
        };
    }

    /// <summary>The index of values of this name, or null.</summary>
    public PropertyIndexState? Index(string name)
    {
        foreach (PropertyIndexState index in Indexes)
        {
            if (index.Definition.Name == name) return index;
        }

        return null;
    }

    /// <summary>The catalogue after one node or edge has come, gone or changed; see <see cref="IndexState.With"/>.</summary>
    public IndexCatalog With(EntityKind kind, long id, IEntityImage? before, IEntityImage? after)
    {
        ImmutableArray<PropertyIndexState> indexes = With(Indexes, kind, id, before, after);
        ImmutableArray<ConstraintState> constraints = With(Constraints, kind, id, before, after);
        ImmutableArray<NameIndexState> nameIndexes = With(NameIndexes, kind, id, before, after);
        ImmutableArray<FullTextState> fullTextIndexes = With(FullTextIndexes, kind, id, before, after);
        return indexes == Indexes && constraints == Constraints && nameIndexes == NameIndexes && fullTextIndexes == FullTextIndexes
            ? this
            : this with { Indexes = indexes, Constraints = constraints, NameIndexes = nameIndexes, FullTextIndexes = fullTextIndexes };
    }

    /// <summary>Checks that an entity changed by a transaction keeps to all constraints; to be asked when it commits, for every entity that
    /// it changed, after <see cref="With(EntityKind, long, IEntityImage?, IEntityImage?)"/> was called for all of them.</summary>
    /// <exception cref="StoreException">It does not.</exception>
    public void Require(EntityKind kind, long id, IEntityImage? now)
    {
        foreach (ConstraintState constraint in Constraints) constraint.Require(kind, id, now);
    }

    /// <summary>Adds an index.</summary>
    /// <param name="definition">The index.</param>
    /// <param name="changed">All entities that are not as they are in the segment.</param>
    /// <exception cref="StoreException">The name is taken, or there is the same index under another.</exception>
    public IndexCatalog Add(IndexDefinition definition, IEnumerable<ChangedEntity> changed)
    {
        ThrowIfTaken(definition.Name);
        if (Indexes.FirstOrDefault(index => index.Definition.HasSameContent(definition)) is { } same)
            throw StoreErrors.SameIndexExists(definition.Target, same.Definition.Name);
        return this with { Indexes = Indexes.Add(CatchUp(Create(definition, _tables), changed)) };
    }

    /// <summary>Adds a constraint, after checking that the graph keeps to it.</summary>
    /// <param name="definition">The constraint.</param>
    /// <param name="changed">All entities that are not as they are in the segment.</param>
    /// <param name="isKnownToHold">Whether it was checked before, so that the check, which reads all entities, can be left out.</param>
    /// <exception cref="StoreException">The name is taken, there is the same constraint under another, or the graph breaks it.</exception>
    public IndexCatalog Add(ConstraintDefinition definition, IEnumerable<ChangedEntity> changed, bool isKnownToHold = false)
    {
        ThrowIfTaken(definition.Name);
        if (Constraints.FirstOrDefault(constraint => constraint.Definition.HasSameContent(definition)) is { } same)
            throw StoreErrors.SameIndexExists(definition.Target, same.Definition.Name);
        ConstraintState created = CatchUp(Create(definition, _tables), changed);
        if (!isKnownToHold) created.RequireAll();
        return this with { Constraints = Constraints.Add(created) };
    }

    /// <summary>Adds a full-text index; the texts of the segment are indexed in memory when it is first asked.</summary>
    /// <inheritdoc cref="Add(IndexDefinition, IEnumerable{ChangedEntity})" path="/param"/>
    /// <exception cref="StoreException">The name is taken.</exception>
    public IndexCatalog Add(FullTextDefinition definition, IEnumerable<ChangedEntity> changed)
    {
        ThrowIfTaken(definition.Name);
        FullTextState created = CatchUp(FullTextState.Of(definition, _tables.Nodes), changed);
        return this with { FullTextIndexes = FullTextIndexes.Add(created) };
    }

    /// <summary>Removes an index or a constraint.</summary>
    /// <exception cref="StoreException">There is none of this name.</exception>
    public IndexCatalog Drop(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal)) throw StoreErrors.NoSuchIndex(name, Names);
        return this with
        {
            Indexes = Indexes.RemoveAll(index => index.Definition.Name == name),
            Constraints = Constraints.RemoveAll(constraint => constraint.Definition.Name == name),
            FullTextIndexes = FullTextIndexes.RemoveAll(index => index.Definition.Name == name),
        };
    }

    private IEnumerable<string> Names =>
    [
        .. Indexes.Select(index => index.Definition.Name), .. Constraints.Select(constraint => constraint.Definition.Name),
        .. FullTextIndexes.Select(index => index.Definition.Name),
    ];

    private void ThrowIfTaken(string name)
    {
        if (Names.Contains(name, StringComparer.Ordinal)) throw StoreErrors.IndexNameTaken(name);
    }

    private static void RequireDistinct(IEnumerable<string> names, SegmentSections sections)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!seen.Add(name)) throw sections.Fault($"index or constraint {name} occurs twice");
        }
    }

    private static PropertyIndexState Open(SegmentSections sections, IndexLayout layout, SegmentTables tables)
    {
        string name = $"index {layout.Definition.Name}";
        PropertyKeys keys = new(tables, layout.Definition);
        return layout.Hash is { } hash
            ? new HashIndexState(layout.Definition, keys, HashBuckets.Open(sections, hash, keys.RowCount, name))
            : new RangeIndexState(layout.Definition, keys, SortedEntities.Open(sections, layout.Sorted!, keys, name));
    }

    private static ConstraintState Open(SegmentSections sections, ConstraintLayout layout, SegmentTables tables)
    {
        if (layout.Hash is not { } hash) return new ExistsConstraintState(layout.Definition, tables);
        TupleKeys keys = new(tables, layout.Definition);
        string name = $"constraint {layout.Definition.Name}";
        return new UniqueConstraintState(layout.Definition, keys, HashBuckets.Open(sections, hash, keys.RowCount, name));
    }

    private static PropertyIndexState Create(IndexDefinition definition, SegmentTables tables) => definition.Kind == IndexKind.Hash
        ? new HashIndexState(definition, new(tables, definition), stored: null)
        : new RangeIndexState(definition, new(tables, definition), stored: null);

    private static ConstraintState Create(ConstraintDefinition definition, SegmentTables tables) =>
        definition.Kind == ConstraintKind.Unique
            ? new UniqueConstraintState(definition, new(tables, definition), stored: null)
            : new ExistsConstraintState(definition, tables);

    private static T CatchUp<T>(T index, IEnumerable<ChangedEntity> changed) where T : IndexState
    {
        foreach (ChangedEntity entity in changed) index = (T)index.With(entity.Kind, entity.Id, entity.Before, entity.After);
        return index;
    }

    private static ImmutableArray<T> With<T>(
        ImmutableArray<T> all, EntityKind kind, long id, IEntityImage? before, IEntityImage? after) where T : IndexState
    {
        for (int i = 0; i < all.Length; i++)
        {
            IndexState changed = all[i].With(kind, id, before, after);
            if (!ReferenceEquals(changed, all[i])) all = all.SetItem(i, (T)changed);
        }

        return all;
    }
}

/// <summary>An entity that is not as it was.</summary>
/// <param name="Kind">Whether it is a node or an edge.</param>
/// <param name="Id">Id of the node, or position of the edge in the table of its type.</param>
/// <param name="Before">As it was, or null when it was not there.</param>
/// <param name="After">As it is now, or null when it is gone.</param>
internal readonly record struct ChangedEntity(EntityKind Kind, long Id, IEntityImage? Before, IEntityImage? After);
