namespace Papergraph.Store.Tests.Model;

/// <summary>Does the same to a store and to a reference graph, and compares them.</summary>
/// <param name="open">Opens the store, the first time and after each closing.</param>
internal sealed class ModelRun(Func<GraphStore> open) : IDisposable
{
    private static readonly string[] Labels = ["A", "B", "C", "Ünïcode ♥"];
    private static readonly string[] Types = ["KNOWS", "LIKES", "♥"];
    private static readonly string[] Names = ["name", "x", "ß"];
    private static readonly string[] Texts = ["", "a", "b", "日本語", "lone \ud800 surrogate", "a longer text, for good measure"];

    private readonly Stack<(Savepoint Savepoint, ReferenceGraph Graph)> _savepoints = new();
    private readonly Queue<(GraphReader Reader, List<string> Lines)> _kept = new();
    private readonly Dictionary<int, int> _nodeIds = [];
    private readonly Dictionary<int, long> _positions = [];
    private GraphStore _store = open();
    private GraphTransaction? _transaction;
    private ReferenceGraph _working = new();

    /// <summary>What was committed last.</summary>
    public ReferenceGraph Committed { get; private set; } = new();

    /// <summary>What a commit that is under way, or has failed, would have made it; null while there is none.</summary>
    public ReferenceGraph? Committing { get; private set; }

    /// <summary>The store as it is open at present.</summary>
    public GraphStore Store => _store;

    /// <summary>Number of steps that changed or checked something.</summary>
    public int StepsDone { get; private set; }

    public void Do(IEnumerable<GraphOperation> operations)
    {
        foreach (GraphOperation operation in operations) Do(operation);
    }

    public void Do(GraphOperation operation)
    {
        (StepKind kind, int a, int b, int c) = operation;
        StepsDone++;
        switch (kind)
        {
            case StepKind.CreateNode: CreateNode(a); break;
            case StepKind.CreateEdge: CreateEdge(a, b, c); break;
            case StepKind.SetNodeProperty: SetNodeProperty(a, b, Value(c)); break;
            case StepKind.SetNodeProperties: SetNodeProperties(a, b, c); break;
            case StepKind.RemoveNodeProperty: SetNodeProperty(a, b, null); break;
            case StepKind.SetEdgeProperty: SetEdgeProperty(a, b, Value(c)); break;
            case StepKind.RemoveEdgeProperty: SetEdgeProperty(a, b, null); break;
            case StepKind.AddLabel: AddLabel(a, b); break;
            case StepKind.RemoveLabel: RemoveLabel(a, b); break;
            case StepKind.DeleteNode: DeleteNode(a, detach: false); break;
            case StepKind.DetachNode: DeleteNode(a, detach: true); break;
            case StepKind.DeleteEdge: DeleteEdge(a); break;
            case StepKind.SetMetadata: SetMetadata(a, b); break;
            case StepKind.Save: _savepoints.Push((Transaction.Save(), _working.Copy())); break;
            case StepKind.RollBackTo: RollBackTo(a); break;
            case StepKind.Release: Release(a); break;
            case StepKind.Commit: Commit(); break;
            case StepKind.RollBack: RollBack(); break;
            case StepKind.Read: if (_transaction is { } t) Compare(_working, t.Read()); break;
            case StepKind.KeepReader: _kept.Enqueue((_store.OpenRead(), Committed.Lines())); break;
            case StepKind.CheckReader: CheckKept(); break;
            case StepKind.Index: ChangeIndexes(a, b); break;
            case StepKind.Reopen: Reopen(); break;
            default: Compact(); break;
        }
    }

    /// <summary>Compares what is committed, and what every kept reader still sees.</summary>
    public void CheckAll()
    {
        RollBack();
        while (_kept.Count > 0) CheckKept();
        using GraphReader reader = _store.OpenRead();
        Compare(Committed, reader);
    }

    public void Dispose()
    {
        _transaction?.Dispose();
        foreach ((GraphReader reader, _) in _kept) reader.Dispose();
        _store.Dispose();
    }

    public static void Compare(ReferenceGraph expected, GraphReader actual)
    {
        Assert.Equal(expected.Lines(), ReaderAudit.Lines(actual));
        IndexAudit.Check(actual);
    }

    private GraphTransaction Transaction => _transaction ??= _store.Begin();

    private void CreateNode(int labels)
    {
        string[] chosen = [.. Labels.Where((_, i) => (labels >> i & 1) != 0)];
        int key = _working.NextNode++;
        int node = Transaction.CreateNode(chosen);
        Transaction.SetProperty(node, ReferenceGraph.Key, (long)key);
        _nodeIds[key] = node;
        _working.Nodes[key] = new(new(chosen, StringComparer.Ordinal), new(StringComparer.Ordinal) { [ReferenceGraph.Key] = (long)key });
    }

    private void CreateEdge(int type, int from, int to)
    {
        if (_working.Nodes.Count == 0) return;
        (int source, int target, int key) = (Pick(_working.Nodes, from), Pick(_working.Nodes, to), _working.NextEdge++);
        _positions[key] = Transaction.CreateEdge(Types[type % Types.Length], _nodeIds[source], _nodeIds[target]);
        _working.Edges[key] = new(Types[type % Types.Length], source, target, new(StringComparer.Ordinal));
    }

    private void SetNodeProperty(int node, int name, object? value)
    {
        if (_working.Nodes.Count == 0) return;
        int key = Pick(_working.Nodes, node);
        Transaction.SetProperty(_nodeIds[key], Names[name % Names.Length], value);
        Set(_working.Nodes[key].Properties, Names[name % Names.Length], value);
    }

    // Every few nodes, in falling order, some of them without a value.
    private void SetNodeProperties(int every, int name, int seed)
    {
        (int Key, object? Value)[] values = [.. _working.Nodes.Keys.Reverse().Where((_, i) => i % (1 + (every % 4)) == 0)
            .Select((key, i) => (key, (seed + i) % 6 == 0 ? null : Value((seed + i) % 1000)))];
        Transaction.SetProperties(Names[name % Names.Length], values.Select(value => (_nodeIds[value.Key], value.Value)));
        foreach ((int key, object? value) in values) Set(_working.Nodes[key].Properties, Names[name % Names.Length], value);
    }

    private void SetEdgeProperty(int edge, int name, object? value)
    {
        if (_working.Edges.Count == 0) return;
        int key = Pick(_working.Edges, edge);
        Transaction.SetEdgeProperty(_working.Edges[key].Type, _positions[key], Names[name % Names.Length], value);
        Set(_working.Edges[key].Properties, Names[name % Names.Length], value);
    }

    private void AddLabel(int node, int label)
    {
        if (_working.Nodes.Count == 0) return;
        int key = Pick(_working.Nodes, node);
        bool added = Transaction.AddLabel(_nodeIds[key], Labels[label % Labels.Length]);
        Assert.Equal(_working.Nodes[key].Labels.Add(Labels[label % Labels.Length]), added);
    }

    private void RemoveLabel(int node, int label)
    {
        if (_working.Nodes.Count == 0) return;
        int key = Pick(_working.Nodes, node);
        bool removed = Transaction.RemoveLabel(_nodeIds[key], Labels[label % Labels.Length]);
        Assert.Equal(_working.Nodes[key].Labels.Remove(Labels[label % Labels.Length]), removed);
    }

    private void DeleteNode(int node, bool detach)
    {
        if (_working.Nodes.Count == 0) return;
        int key = Pick(_working.Nodes, node);
        int[] edges = [.. _working.EdgesOf(key)];
        if (edges.Length > 0 && !detach)
        {
            Assert.Equal("PGT020", Assert.Throws<StoreException>(() => Transaction.DeleteNode(_nodeIds[key])).Code);
            return;
        }

        Transaction.DeleteNode(_nodeIds[key], detach);
        foreach (int edge in edges) _working.Edges.Remove(edge);
        _working.Nodes.Remove(key);
    }

    private void DeleteEdge(int edge)
    {
        if (_working.Edges.Count == 0) return;
        int key = Pick(_working.Edges, edge);
        Transaction.DeleteEdge(_working.Edges[key].Type, _positions[key]);
        _working.Edges.Remove(key);
    }

    private void SetMetadata(int key, int value)
    {
        string? text = value % 4 == 0 ? null : Texts[1 + (value % 3)];
        Transaction.SetMetadata(Names[key % Names.Length], text);
        if (text is null) _working.Metadata.Remove(Names[key % Names.Length]);
        else _working.Metadata[Names[key % Names.Length]] = text;
    }

    private void RollBackTo(int which)
    {
        if (_savepoints.Count == 0) return;
        for (int later = which % _savepoints.Count; later > 0; later--) _savepoints.Pop();
        (Savepoint savepoint, ReferenceGraph graph) = _savepoints.Peek();
        Transaction.RollbackTo(savepoint);
        _working = graph.Copy();
        Compare(_working, Transaction.Read());
    }

    private void Release(int which)
    {
        if (_savepoints.Count == 0) return;
        for (int later = which % _savepoints.Count; later > 0; later--) _savepoints.Pop();
        Transaction.Release(_savepoints.Pop().Savepoint);
    }

    private void Commit()
    {
        if (_transaction is null) return;
        Committing = _working.Copy();
        _transaction.Commit();
        (Committed, Committing) = (Committing, null);
        EndTransaction();
        using GraphReader reader = _store.OpenRead();
        Compare(Committed, reader);
    }

    /// <summary>Goes on with a store that was opened anew, after the one before was closed, failed or lost its disk.</summary>
    public void Continue(GraphStore store, ReferenceGraph committed)
    {
        _store = store;
        (Committed, Committing) = (committed, null);
        EndTransaction();
        Rebind();
    }

    public void RollBack()
    {
        _transaction?.Dispose();
        EndTransaction();
    }

    private void EndTransaction()
    {
        _transaction = null;
        _savepoints.Clear();
        _working = Committed.Copy();
    }

    private void CheckKept()
    {
        if (!_kept.TryDequeue(out (GraphReader Reader, List<string> Lines) kept)) return;
        Assert.Equal(kept.Lines, ReaderAudit.Lines(kept.Reader));
        IndexAudit.Check(kept.Reader);
        kept.Reader.Dispose();
    }

    private void ChangeIndexes(int which, int of)
    {
        GraphReader reader = Transaction.Read();
        IndexDefinition definition = new(
            which % 2 == 0 ? IndexKind.Hash : IndexKind.Range, which / 2 % 2 == 0 ? EntityKind.Node : EntityKind.Edge,
            which / 2 % 2 == 0 ? Labels[of % Labels.Length] : Types[of % Types.Length], Names[of / 4 % Names.Length]);
        if (reader.Indexes.Any(index => index.Name == definition.Name)) Transaction.DropIndex(definition.Name);
        else Transaction.CreateIndex(definition);
    }

    private void Reopen()
    {
        RollBack();
        // Readers of a store end with it here; that they outlive a compaction is what keeping them is for.
        while (_kept.Count > 0) CheckKept();
        _store.Dispose();
        _store = open();
        Rebind();
    }

    private void Compact()
    {
        RollBack();
        _store.Compact();
        Rebind();
    }

    /// <summary>Finds out where nodes and edges lie now, by what they are: edges that are alike may stand for each other.</summary>
    private void Rebind()
    {
        _nodeIds.Clear();
        _positions.Clear();
        using GraphReader reader = _store.OpenRead();
        Compare(Committed, reader);
        foreach (NodeTable table in reader.NodeTables)
            foreach (long row in table.LiveRows)
                _nodeIds[(int)(long)table.Value(row, ReferenceGraph.Key)!] = table.NodeAt(row);
        ILookup<string, (string Type, long Position)> alike = reader.EdgeTables
            .SelectMany(table => table.LiveRows.Select(position => (Line: Line(reader, table, position), table.Type, position)))
            .ToLookup(e => e.Line, e => (e.Type, e.position));
        foreach (IGrouping<string, int> group in Committed.Edges.GroupBy(e => Line(e.Value), e => e.Key))
        {
            foreach ((int key, (_, long position)) in group.Zip(alike[group.Key])) _positions[key] = position;
        }
    }

    private static string Line(ReferenceGraph.Edge edge) =>
        $"{edge.Source} {edge.Type} {edge.Target} {ReferenceGraph.Text(edge.Properties)}";

    private static string Line(GraphReader reader, EdgeTable table, long position)
    {
        (int source, int target) = table.Ends(position);
        IEnumerable<KeyValuePair<string, object>> properties = table.Columns
            .Where(column => !column.IsNull(position)).Select(column => KeyValuePair.Create(column.Name, column.Value(position)!));
        return $"{reader.Property(source, ReferenceGraph.Key)} {table.Type} {reader.Property(target, ReferenceGraph.Key)} "
            + ReferenceGraph.Text(properties);
    }

    private static void Set(SortedDictionary<string, object> properties, string name, object? value)
    {
        if (value is null) properties.Remove(name);
        else properties[name] = value;
    }

    private static int Pick<T>(SortedDictionary<int, T> from, int which) => from.Keys.ElementAt(which % from.Count);

    private static object Value(int seed)
    {
        int of = seed / 10;
        return (seed % 10) switch
        {
            0 => Texts[of % Texts.Length],
            1 => (long)of - 50,
            2 => of % 7 == 0 ? double.NaN : of % 5 == 0 ? -0.0 : of / 3.0,
            3 => of % 2 == 0,
            4 => DateOnly.FromDayNumber(730_000 + of),
            5 => new DateTimeOffset(638_000_000_000_000_000 + (of * 10_000_000_007L), TimeSpan.FromHours(of % 3)),
            6 => Texts.Take(of % 4).ToArray(),
            7 => Enumerable.Range(of, of % 4).Select(i => (long)i).ToArray(),
            8 => Enumerable.Range(of, of % 3).Select(i => i / 7.0).ToArray(),
            _ => Enumerable.Range(of, of % 5).Select(i => i % 2 == 0).ToArray(),
        };
    }
}
