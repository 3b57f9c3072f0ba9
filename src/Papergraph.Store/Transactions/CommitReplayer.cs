namespace Papergraph.Store;

/// <summary>Makes the changes of the commits of a log again, from the state of the segment on.</summary>
/// <remarks>The bytes have passed their checksums, and still nothing that they ask for is done before it is known to be possible: a log
/// that a faulty program wrote must be reported and harm nothing.</remarks>
/// <param name="start">The state that the segment holds.</param>
/// <param name="file">Path of the log, for messages.</param>
internal sealed class CommitReplayer(GraphState start, string file)
{
    private readonly WorkingGraph _graph = new(start);

    /// <summary>The state after the commits made so far.</summary>
    public GraphState State => _graph.UpToDate();

    /// <summary>Makes the changes of one commit.</summary>
    /// <exception cref="StoreException">The payload is none, or asks for what cannot be.</exception>
    public void Replay(long commit, ReadOnlySpan<byte> payload)
    {
        PayloadReader from = new(payload, file, commit);
        if (from.Byte() != OperationWriter.Format) throw from.Fault("an unknown kind of payload");
        while (!from.AtEnd) Apply(ref from);
        _graph.CountCommit();
    }

    private void Apply(ref PayloadReader from)
    {
        switch ((Operation)from.Byte())
        {
            case Operation.CreateNode:
                _graph.CreateNode(from.Labels());
                break;
            case Operation.DeleteNode:
                DeleteNode(ref from);
                break;
            case Operation.SetLabels:
                _graph.SetLabels(Node(ref from), from.Labels());
                break;
            case Operation.SetNodeProperty:
                _graph.SetProperty(Node(ref from), from.Name(), from.Value());
                break;
            case Operation.CreateEdge:
                _graph.CreateEdge(from.Name(), Node(ref from), Node(ref from));
                break;
            case Operation.DeleteEdge:
                {
                    (string type, long position) = Edge(ref from);
                    _graph.DeleteEdge(type, position);
                    break;
                }

            case Operation.SetEdgeProperty:
                {
                    (string type, long position) = Edge(ref from);
                    _graph.SetProperty(type, position, from.Name(), from.Value());
                    break;
                }

            case Operation.SetMetadata:
                _graph.SetMetadata(from.Name(), from.Text());
                break;
            case Operation.RemoveMetadata:
                _graph.SetMetadata(from.Name(), null);
                break;
            case Operation.CreateIndex:
                _graph.CreateIndex(from.Definition(IndexDefinition.Read));
                break;
            case Operation.CreateConstraint:
                // It was checked before it was committed, and opening must not read all nodes.
                _graph.CreateConstraint(from.Definition(ConstraintDefinition.Read), isKnownToHold: true);
                break;
            case Operation.CreateFullTextIndex:
                _graph.CreateIndex(from.Definition(FullTextDefinition.Read));
                break;
            case Operation.DropIndex:
                _graph.DropIndex(from.Name());
                break;
            default:
                throw from.Fault("an unknown operation");
        }
    }

    private void DeleteNode(ref PayloadReader from)
    {
        int node = Node(ref from);
        foreach (EdgeTable table in _graph.State.EdgeTables)
        {
            if (table.Outgoing.Degree(node) > 0 || table.Incoming.Degree(node) > 0)
                throw from.Fault($"node {node} is deleted and has edges");
        }

        _graph.DeleteNode(node);
    }

    private int Node(ref PayloadReader from)
    {
        int node = from.SmallNumber();
        return _graph.State.HasNode(node) ? node : throw from.Fault($"there is no node {node}");
    }

    private (string Type, long Position) Edge(ref PayloadReader from)
    {
        (string type, long position) = (from.Name(), from.Number());
        return _graph.State.Edges(type) is { } table && table.IsLive(position)
            ? (type, position)
            : throw from.Fault($"there is no edge of type '{type}' at position {position}");
    }
}
