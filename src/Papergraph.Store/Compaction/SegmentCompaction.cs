namespace Papergraph.Store;

/// <summary>Writes a state of the graph as a new segment: what is there and nothing else, in an order that the state alone
/// determines.</summary>
/// <remarks>The nodes of a set of labels come together, those of the segment first, the others in the order of their ids; sets come in the
/// order of the state's tables. A table of the segment whose last row was deleted is left out, as is a column without a value. Edges
/// keep the order of their positions among parallel ones.</remarks>
internal static class SegmentCompaction
{
    // How many rows are copied between two looks at whether to stop.
    private const int CancellationInterval = 1 << 16;

    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled; the writer is to be
    /// disposed.</exception>
    /// <exception cref="StoreException">The segment is damaged, or the disk refused.</exception>
    public static void Write(GraphState state, SegmentWriter writer, CancellationToken cancellation)
    {
        int[] newIds = WriteNodes(state, writer, cancellation);
        foreach (EdgeTable table in state.EdgeTables) WriteEdges(table, newIds, writer, cancellation);
        foreach (BlobList blobs in state.Basis.Content.BlobLists)
        {
            cancellation.ThrowIfCancellationRequested();
            if (blobs.IsOfNodes) WriteNodeBlobs(state, blobs, newIds, writer);
            else writer.AddBlobs(blobs);
        }

        WriteDefinitions(state, writer);
        foreach (ConstraintState constraint in state.Indexes.Constraints) writer.AddConstraint(constraint.Definition);
    }

    /// <summary>Writes what is not data: metadata, and which indexes there are.</summary>
    public static void WriteDefinitions(GraphState state, SegmentWriter writer)
    {
        foreach ((string key, string value) in state.Metadata)
        {
            if (key != GraphState.DerivedKey) writer.SetMetadata(key, value);   // a new segment has no commits to be counted
        }

        if (state.IsEdited) writer.SetMetadata(GraphState.EditedKey, "by transactions");
        foreach (NameIndexState index in state.Indexes.NameIndexes) writer.AddNameIndex(index.Name, index.Of);
        foreach (PropertyIndexState index in state.Indexes.Indexes) writer.AddIndex(index.Definition);
        foreach (FullTextState index in state.Indexes.FullTextIndexes)
            writer.AddFullTextIndex(index.Definition.Name, index.Definition.Fields);
    }

    /// <summary>Writes the nodes and returns the new id of each by the old one.</summary>
    private static int[] WriteNodes(GraphState state, SegmentWriter writer, CancellationToken cancellation)
    {
        int[] newIds = new int[state.NodeBound];
        Dictionary<string, List<NodeTable>> sets = new(StringComparer.Ordinal);
        List<List<NodeTable>> inOrder = [];
        foreach (NodeTable table in state.Tables)
        {
            if (table.Count == 0 && table.RowBound > 0) continue;
            string set = NodeTable.SetOf(table.Labels);
            if (!sets.TryGetValue(set, out List<NodeTable>? tables))
            {
                sets.Add(set, tables = []);
                inOrder.Add(tables);
            }

            tables.Add(table);
        }

        foreach (List<NodeTable> tables in inOrder)
        {
            NodeTableWriter target = writer.AddNodeTable([.. tables[0].Labels]);
            foreach (NodeTable table in tables)
            {
                Action<long>[] columns = CopiedColumn.Of(table, target);
                foreach (long row in table.LiveRows)
                {
                    if (row % CancellationInterval == 0) cancellation.ThrowIfCancellationRequested();
                    newIds[table.NodeAt(row)] = target.AddNode();
                    foreach (Action<long> copy in columns) copy(row);
                }
            }
        }

        return newIds;
    }

    /// <summary>Writes the items of the nodes that are still there, in the order of the new ids.</summary>
    private static void WriteNodeBlobs(GraphState state, BlobList blobs, int[] newIds, SegmentWriter writer)
    {
        IEnumerable<(int Node, int Item)> kept = Enumerable.Range(0, blobs.Count)
            .Select(item => (Old: blobs.NodeOf(item), Item: item)).Where(entry => state.HasNode(entry.Old))
            .Select(entry => (Node: newIds[entry.Old], entry.Item)).OrderBy(entry => entry.Node);
        writer.AddNodeBlobs(blobs.Name, kept.Select(entry => (entry.Node, blobs[entry.Item])));
    }

    private static void WriteEdges(EdgeTable table, int[] newIds, SegmentWriter writer, CancellationToken cancellation)
    {
        if (table.Count == 0 && table.RowBound > 0) return;
        EdgeTableWriter target = writer.AddEdgeTable(table.Type);
        Action<long>[] columns = CopiedColumn.Of(table, target);
        Adjacency outgoing = table.Outgoing;
        for (int source = outgoing.FirstNode; source < outgoing.FirstNode + outgoing.NodeCount; source++)
        {
            if (source % CancellationInterval == 0) cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<int> targets = outgoing.Neighbours(source);
            EdgePositions positions = outgoing.Positions(source);
            for (int i = 0; i < targets.Length; i++)
            {
                target.Add(newIds[source], newIds[targets[i]]);
                foreach (Action<long> copy in columns) copy(positions[i]);
            }
        }
    }
}
