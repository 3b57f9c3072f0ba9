using System.Globalization;

namespace Papergraph.Store;

/// <summary>Changes to a graph that come into force together or not at all. One transaction of a graph is open at a time.</summary>
/// <remarks>
/// <para>Nobody else sees the changes before <see cref="Commit"/> returns, and then all of them. Disposing without a commit rolls back. Not
/// safe for use by several threads at once.</para>
/// <para>An operation that throws has changed nothing; the transaction goes on.</para>
/// </remarks>
public sealed class GraphTransaction : IDisposable
{
    private readonly GraphStore _store;
    private readonly OperationWriter _operations = new();
    private readonly WorkingGraph _graph;
    private readonly List<Savepoint> _savepoints = [];
    private GraphReader? _reader;
    private int _ended;

    internal GraphTransaction(GraphStore store, GraphState state) => (_store, _graph) = (store, new(state));

    /// <summary>The graph as the transaction sees it now, its own changes included. It belongs to the transaction and ends with
    /// it.</summary>
    /// <returns>A reader that does not follow later changes and ends when it is asked for again after them.</returns>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public GraphReader Read()
    {
        ThrowIfEnded();
        GraphState state = _graph.UpToDate();
        if (_reader is not null && ReferenceEquals(_reader.State, state)) return _reader;
        _reader?.Dispose();
        return _reader = new(state);
    }

    /// <summary>Whether all that the transaction changes can be computed again from the rest of the graph, as the results of analyses can:
    /// then its commit does not make the graph one that <see cref="GraphReader.IsEdited"/>. False unless it is set.</summary>
    public bool IsDerived { get; set; }

    /// <summary>Creates a node.</summary>
    /// <param name="labels">Distinct labels, first the one that matters most; may be none.</param>
    /// <returns>Its id, which it keeps until the next compaction.</returns>
    /// <exception cref="ArgumentException">A label is empty, too long, no Unicode text, or given twice.</exception>
    /// <exception cref="StoreException">The graph cannot hold more nodes, or the transaction no more changes.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public int CreateNode(params IReadOnlyList<string> labels)
    {
        ThrowIfEnded();
        ArgumentNullException.ThrowIfNull(labels);
        string[] distinct = [.. labels];
        foreach (string label in distinct) StoredName.ThrowIfUnfit(label, nameof(labels));
        if (distinct.Distinct(StringComparer.Ordinal).Count() < distinct.Length)
            throw new ArgumentException("A label is given twice.", nameof(labels));
        int node = State.NodeBound;
        Apply(operations => operations.CreateNode(distinct), graph => graph.CreateNode(distinct));
        return node;
    }

    /// <summary>Deletes a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="detach">Whether to delete its edges with it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="StoreException">The node has edges and <paramref name="detach"/> is false; or the file is damaged here.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void DeleteNode(int node, bool detach = false)
    {
        ThrowIfEnded();
        ThrowIfNoNode(node, nameof(node));
        if (State.EdgeTables.FirstOrDefault(table => table.Outgoing.Degree(node) + (long)table.Incoming.Degree(node) > 0) is { } withEdges)
        {
            if (!detach) throw StoreErrors.NodeHasEdges(node, withEdges.Type);
            DeleteEdgesOf(node);
        }

        Apply(operations => operations.DeleteNode(node), graph => graph.DeleteNode(node));
    }

    /// <summary>Gives a node a label.</summary>
    /// <returns>Whether it had it not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="ArgumentException">The label is empty, too long or no Unicode text.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public bool AddLabel(int node, string label)
    {
        ThrowIfEnded();
        StoredName.ThrowIfUnfit(label);
        ThrowIfNoNode(node, nameof(node));
        NodeTable table = State.TableOf(node);
        if (table.HasLabel(label)) return false;
        SetLabels(node, [.. table.Labels, label]);
        return true;
    }

    /// <summary>Takes a label from a node.</summary>
    /// <returns>Whether it had it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public bool RemoveLabel(int node, string label)
    {
        ThrowIfEnded();
        ThrowIfNoNode(node, nameof(node));
        NodeTable table = State.TableOf(node);
        if (!table.HasLabel(label)) return false;
        SetLabels(node, [.. table.Labels.Where(l => l != label)]);
        return true;
    }

    /// <summary>Sets a property of a node, or removes it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="value">A value of one of the types that <see cref="Column.Value"/> hands out, or null to remove the property. It
    /// replaces a value of any other type. Lone surrogates become U+FFFD, instants are cut down to microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="ArgumentException">The name is unfit, or no property can have such a value.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void SetProperty(int node, string name, object? value)
    {
        ThrowIfEnded();
        StoredName.ThrowIfUnfit(name);
        ThrowIfNoNode(node, nameof(node));
        object? kept = value is null ? null : PropertyValue.Kept(value, name);
        if (HasValue(node, name, kept)) return;
        Apply(operations => operations.SetProperty(node, name, kept), graph => graph.SetProperty(node, name, kept));
    }

    /// <summary>Sets a property of many nodes, as <see cref="SetProperty(int, string, object?)"/> does of one, in a fraction of the
    /// time.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="values">The value of each node, null to remove the property. In any order; no node twice.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="ArgumentException">The name is unfit, no property can have such a value, or a node is given twice.</exception>
    /// <exception cref="StoreException">The file is damaged here, or the transaction cannot hold so many changes.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void SetProperties(string name, IEnumerable<(int Node, object? Value)> values)
    {
        ThrowIfEnded();
        StoredName.ThrowIfUnfit(name);
        ArgumentNullException.ThrowIfNull(values);
        List<(int Node, object? Value)> given = [];
        foreach ((int node, object? value) in values)
        {
            ThrowIfNoNode(node, nameof(values));
            given.Add((node, value is null ? null : PropertyValue.Kept(value, name)));
        }

        given.Sort((a, b) => a.Node.CompareTo(b.Node));
        for (int i = 1; i < given.Count; i++)
            if (given[i].Node == given[i - 1].Node) throw new ArgumentException($"Node {given[i].Node} is given twice.", nameof(values));
        (int Node, object? Value)[] changed = [.. given.Where(value => !HasValue(value.Node, name, value.Value))];
        if (changed.Length == 0) return;
        Apply(
            operations =>
            {
                foreach ((int node, object? value) in changed) operations.SetProperty(node, name, value);
            },
            graph => graph.SetProperties(name, changed));
    }

    /// <summary>Creates an edge. Edges may be parallel, and may lead back to their source.</summary>
    /// <returns>Its position in the table of its type, which it keeps until the next compaction.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="ArgumentException">The type is empty, too long or no Unicode text.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public long CreateEdge(string type, int source, int target)
    {
        ThrowIfEnded();
        StoredName.ThrowIfUnfit(type);
        ThrowIfNoNode(source, nameof(source));
        ThrowIfNoNode(target, nameof(target));
        long position = State.Edges(type)?.RowBound ?? 0;
        Apply(operations => operations.CreateEdge(type, source, target), graph => graph.CreateEdge(type, source, target));
        return position;
    }

    /// <summary>Deletes an edge.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such edge.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void DeleteEdge(string type, long position)
    {
        ThrowIfEnded();
        ThrowIfNoEdge(type, position);
        Apply(operations => operations.DeleteEdge(type, position), graph => graph.DeleteEdge(type, position));
    }

    /// <summary>Sets a property of an edge, or removes it.</summary>
    /// <param name="type">Type of the edge.</param>
    /// <param name="position">Its position in the table of the type.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="value">As for a node.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such edge.</exception>
    /// <exception cref="ArgumentException">The name is unfit, or no property can have such a value.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void SetEdgeProperty(string type, long position, string name, object? value)
    {
        ThrowIfEnded();
        StoredName.ThrowIfUnfit(name);
        ThrowIfNoEdge(type, position);
        object? kept = value is null ? null : PropertyValue.Kept(value, name);
        if (PropertyValue.AreSame(State.Edges(type)!.KeptValue(position, name), kept)) return;
        Apply(operations => operations.SetProperty(type, position, name, kept), graph => graph.SetProperty(type, position, name, kept));
    }

    /// <summary>Keeps a text under a key with the graph, replacing what the key had; null removes it.</summary>
    /// <exception cref="ArgumentException">The key is unfit, or the text too long.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void SetMetadata(string key, string? value)
    {
        ThrowIfEnded();
        StoredName.ThrowIfUnfit(key);
        string? kept = value is null ? null : (string)PropertyValue.Kept(value, key);
        if (State.Metadata.GetValueOrDefault(key) == kept) return;
        Apply(operations => operations.SetMetadata(key, kept), graph => graph.SetMetadata(key, kept));
    }

    /// <summary>Creates an index of values over what there is and whatever comes.</summary>
    /// <exception cref="StoreException">The name is taken, there is the same index under another, or the file is damaged.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void CreateIndex(IndexDefinition definition)
    {
        ThrowIfEnded();
        ArgumentNullException.ThrowIfNull(definition);
        Apply(operations => operations.CreateIndex(definition), graph => graph.CreateIndex(definition));
    }

    /// <summary>Demands that the graph keep to a constraint, from this commit on.</summary>
    /// <exception cref="StoreException">The name is taken, there is the same constraint under another, the graph as it is now does not keep
    /// to it, or the file is damaged.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void CreateConstraint(ConstraintDefinition definition)
    {
        ThrowIfEnded();
        ArgumentNullException.ThrowIfNull(definition);
        Apply(operations => operations.CreateConstraint(definition), graph => graph.CreateConstraint(definition));
    }

    /// <summary>Creates a full-text index over what there is and whatever comes. Until the next compaction it lies in memory only: whoever
    /// searches it first after opening the graph waits until it is built.</summary>
    /// <param name="name">Name of the index.</param>
    /// <param name="fields">The properties, at most 64. Values of other types than strings are passed over.</param>
    /// <exception cref="ArgumentException">The name or a field is unfit, or there is no field.</exception>
    /// <exception cref="StoreException">The name is taken, or the file is damaged.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void CreateFullTextIndex(string name, IEnumerable<FullTextField> fields)
    {
        ThrowIfEnded();
        FullTextDefinition definition = FullTextDefinition.Checked(name, fields);
        Apply(operations => operations.CreateFullTextIndex(definition), graph => graph.CreateIndex(definition));
    }

    /// <summary>Drops an index, of whatever kind, or a constraint.</summary>
    /// <exception cref="StoreException">There is none of this name.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void DropIndex(string name)
    {
        ThrowIfEnded();
        ArgumentNullException.ThrowIfNull(name);
        Apply(operations => operations.DropIndex(name), graph => graph.DropIndex(name));
    }

    /// <summary>Marks a point to which the transaction can be rolled back, for a statement that may fail half-way. O(1).</summary>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public Savepoint Save()
    {
        ThrowIfEnded();
        Savepoint savepoint = new(_graph.UpToDate(), _operations.Here);
        _savepoints.Add(savepoint);
        return savepoint;
    }

    /// <summary>Forgets a savepoint, and those made after it: the changes stay, and cannot be taken back to it any more.</summary>
    /// <exception cref="ArgumentException">The savepoint is of another transaction, or was forgotten or taken back.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void Release(Savepoint savepoint)
    {
        int place = PlaceOf(savepoint);
        _savepoints.RemoveRange(place, _savepoints.Count - place);
    }

    /// <summary>Takes back all changes made since the savepoint, which stays usable; those made after it do not.</summary>
    /// <exception cref="ArgumentException">The savepoint is of another transaction, or was forgotten or taken back.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void RollbackTo(Savepoint savepoint)
    {
        int place = PlaceOf(savepoint);
        _savepoints.RemoveRange(place + 1, _savepoints.Count - place - 1);
        _operations.ReturnTo(savepoint.Mark);
        _graph.ReturnTo(savepoint.State);
    }

    /// <summary>Makes the changes those of the graph, in one step, and ends the transaction.</summary>
    /// <remarks>Returns when the changes would survive <see cref="GraphStoreOptions.Durability"/> says. Without any change nothing is
    /// written.</remarks>
    /// <exception cref="StoreException">A constraint does not hold, in which case the transaction goes on; or the disk refused.</exception>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public void Commit()
    {
        ThrowIfEnded();
        _graph.RequireConstraints();
        if (_operations.IsEmpty)
        {
            Dispose();
            return;
        }

        if (IsDerived) SetMetadata(GraphState.DerivedKey, (State.DerivedCommits + 1).ToString(CultureInfo.InvariantCulture));
        _graph.CountCommit();
        GraphState state = _graph.UpToDate();
        if (!TryEnd()) ThrowIfEnded();
        _store.Commit(state, _operations);
    }

    /// <summary>Takes back all changes and ends the transaction; ending it twice is no fault.</summary>
    public void Dispose()
    {
        if (TryEnd()) _store.GiveUp();
    }

    private GraphState State => _graph.State;

    /// <summary>Deletes all edges of a node, or, when the file turns out to be damaged on the way, none.</summary>
    private void DeleteEdgesOf(int node)
    {
        (GraphState state, OperationWriter.Mark mark) = (_graph.UpToDate(), _operations.Here);
        try
        {
            foreach (EdgeTable table in state.EdgeTables)
            {
                SortedSet<long> positions = [];
                EdgePositions outgoing = table.Outgoing.Positions(node), incoming = table.Incoming.Positions(node);
                for (int i = 0; i < outgoing.Count; i++) positions.Add(outgoing[i]);
                for (int i = 0; i < incoming.Count; i++) positions.Add(incoming[i]);   // a loop is in both
                foreach (long position in positions) DeleteEdge(table.Type, position);
            }
        }
        catch
        {
            _operations.ReturnTo(mark);
            _graph.ReturnTo(state);
            throw;
        }
    }

    /// <summary>Writes a change down and makes it: both or none.</summary>
    private void Apply(Action<OperationWriter> write, Action<WorkingGraph> change)
    {
        OperationWriter.Mark before = _operations.Here;
        try
        {
            write(_operations);
            change(_graph);
        }
        catch
        {
            _operations.ReturnTo(before);
            throw;
        }
    }

    private bool HasValue(int node, string name, object? value)
    {
        NodeTable table = State.TableOf(node);
        return PropertyValue.AreSame(table.KeptValue(table.RowOf(node), name), value);
    }

    private int PlaceOf(Savepoint savepoint)
    {
        ThrowIfEnded();
        int place = _savepoints.LastIndexOf(savepoint);
        return place >= 0
            ? place
            : throw new ArgumentException("The savepoint is of another transaction, or was forgotten or taken back.", nameof(savepoint));
    }

    private void SetLabels(int node, string[] labels) =>
        Apply(operations => operations.SetLabels(node, labels), graph => graph.SetLabels(node, labels));

    /// <summary>Ends the transaction, unless that was done already: the store ends one that is open when it is disposed.</summary>
    private bool TryEnd()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return false;
        _reader?.Dispose();
        return true;
    }

    private void ThrowIfEnded()
    {
        if (Volatile.Read(ref _ended) != 0) throw new InvalidOperationException("The transaction has ended; begin another.");
    }

    private void ThrowIfNoNode(int node, string parameter)
    {
        if (!State.HasNode(node)) throw new ArgumentOutOfRangeException(parameter, node, "There is no such node.");
    }

    private void ThrowIfNoEdge(string type, long position)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (State.Edges(type) is not { } table || !table.IsLive(position))
            throw new ArgumentOutOfRangeException(nameof(position), position, $"There is no edge of type '{type}' there.");
    }
}
