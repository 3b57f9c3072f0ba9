using System.Runtime.InteropServices;

namespace Papergraph.Store;

/// <summary>The graph while it is being changed: its newest state, and what the indexes have not been told yet.</summary>
/// <remarks>What is asked for must be possible; whoever asks has checked it. Telling the indexes waits until somebody wants to know, so
/// that a node with ten new properties is one change to them.</remarks>
internal sealed class WorkingGraph(GraphState state)
{
    // What was changed since the indexes were last told, as it was then.
    private readonly Dictionary<EntityKey, IEntityImage?> _untold = [];

    // What was changed at all; after a rollback to a savepoint also what has not been changed after all, which harms nothing.
    private readonly HashSet<EntityKey> _changed = [];

    /// <summary>The newest state; its indexes may lag behind.</summary>
    public GraphState State { get; private set; } = state;

    /// <summary>The newest state, its indexes included.</summary>
    public GraphState UpToDate()
    {
        if (_untold.Count == 0) return State;
        IndexCatalog indexes = State.Indexes;
        foreach (EntityKey entity in _untold.Keys.Order())
            indexes = indexes.With(entity.Kind, entity.Id, _untold[entity], State.ImageOf(entity));
        _untold.Clear();
        return State = State with { Indexes = indexes };
    }

    /// <summary>Checks that all changes keep to the constraints.</summary>
    /// <exception cref="StoreException">One does not.</exception>
    public void RequireConstraints()
    {
        GraphState now = UpToDate();
        if (now.Indexes.Constraints.IsEmpty) return;
        foreach (EntityKey entity in _changed.Order()) now.Indexes.Require(entity.Kind, entity.Id, now.ImageOf(entity));
    }

    /// <summary>Goes back to a state that <see cref="UpToDate"/> returned.</summary>
    public void ReturnTo(GraphState earlier)
    {
        _untold.Clear();
        State = earlier;
    }

    /// <summary>Counts the changes since the last commit as one commit more.</summary>
    public void CountCommit() => State = State with { Commits = State.Commits + 1 };

    public void CreateNode(IReadOnlyList<string> labels)
    {
        Touch(EntityKey.Node(State.NodeBound));
        State = State.WithNode(labels);
    }

    public void DeleteNode(int node)
    {
        Touch(EntityKey.Node(node));
        State = State.WithoutNode(node);
    }

    public void SetLabels(int node, IReadOnlyList<string> labels)
    {
        Touch(EntityKey.Node(node));
        State = State.WithLabels(node, labels);
    }

    public void SetProperty(int node, string name, object? value) => SetProperties(name, [(node, value)]);

    /// <param name="name">Name of the property.</param>
    /// <param name="values">The nodes rise.</param>
    public void SetProperties(string name, ReadOnlySpan<(int Node, object? Value)> values)
    {
        foreach ((int node, _) in values) Touch(EntityKey.Node(node));
        State = State.WithProperties(name, values);
    }

    public void CreateEdge(string type, int source, int target)
    {
        Touch(EntityKey.Edge(type, State.Edges(type)?.RowBound ?? 0));
        State = State.WithEdge(type, source, target);
    }

    public void DeleteEdge(string type, long position)
    {
        Touch(EntityKey.Edge(type, position));
        State = State.WithoutEdge(type, position);
    }

    public void SetProperty(string type, long position, string name, object? value)
    {
        Touch(EntityKey.Edge(type, position));
        State = State.WithProperty(type, position, name, value);
    }

    public void SetMetadata(string key, string? value) => State = State.WithMetadata(key, value);

    /// <exception cref="StoreException">The name is taken, or there is the same index under another.</exception>
    public void CreateIndex(IndexDefinition definition) => Define(indexes => indexes.Add(definition, State.ChangedEntities()));

    /// <param name="definition">The constraint.</param>
    /// <param name="isKnownToHold">Whether the graph need not be checked.</param>
    /// <exception cref="StoreException">The name is taken, there is the same constraint under another, or the graph breaks it.</exception>
    public void CreateConstraint(ConstraintDefinition definition, bool isKnownToHold = false) =>
        Define(indexes => indexes.Add(definition, State.ChangedEntities(), isKnownToHold));

    /// <exception cref="StoreException">The name is taken.</exception>
    public void CreateIndex(FullTextDefinition definition) => Define(indexes => indexes.Add(definition, State.ChangedEntities()));

    /// <exception cref="StoreException">There is none of this name.</exception>
    public void DropIndex(string name) => Define(indexes => indexes.Drop(name));

    private void Define(Func<IndexCatalog, IndexCatalog> change)
    {
        IndexCatalog indexes = change(UpToDate().Indexes);
        State = State with { Indexes = indexes };
    }

    private void Touch(EntityKey entity)
    {
        IndexCatalog indexes = State.Indexes;
        if (entity.Kind == EntityKind.Node ? indexes.IsEmpty : !indexes.ConcernEdges) return;
        ref IEntityImage? before = ref CollectionsMarshal.GetValueRefOrAddDefault(_untold, entity, out bool known);
        if (known) return;
        before = State.ImageOf(entity);
        _changed.Add(entity);
    }
}
