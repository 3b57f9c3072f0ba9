namespace Papergraph.Store;

/// <summary>Writes a state as a new segment, as <see cref="SegmentCompaction"/> does, but leaves out what cannot be read and says so.
/// </summary>
internal static class TolerantCopy
{
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled; the writer is to be
    /// disposed.</exception>
    /// <exception cref="StoreException">The disk refused.</exception>
    public static void Write(GraphState state, SegmentWriter writer, LossList losses, bool keepConstraints, CancellationToken cancellation)
    {
        int[] newIds = WriteNodes(state, writer, losses, cancellation);
        foreach (EdgeTable table in state.EdgeTables)
        {
            cancellation.ThrowIfCancellationRequested();
            WriteEdges(state, table, newIds, writer, losses);
        }

        foreach (BlobList blobs in state.Basis.Content.BlobLists)
        {
            cancellation.ThrowIfCancellationRequested();
            if (blobs.IsOfNodes) writer.AddNodeBlobs(blobs.Name, NodeItems(state, blobs, newIds, losses));
            else writer.AddBlobs(blobs.Name, Items(blobs, losses));
        }

        SegmentCompaction.WriteDefinitions(state, writer);
        if (losses.AnyData) writer.SetMetadata(GraphRepair.LossesKey, "with losses");
        foreach (ConstraintState constraint in state.Indexes.Constraints)
        {
            if (keepConstraints) writer.AddConstraint(constraint.Definition);
            else losses.Add(StoreErrors.ConstraintDropped(constraint.Definition));
        }
    }

    private static int[] WriteNodes(GraphState state, SegmentWriter writer, LossList losses, CancellationToken cancellation)
    {
        int[] newIds = new int[state.NodeBound];
        Array.Fill(newIds, -1);
        IEnumerable<NodeTable> kept = state.Tables.Where(table => table.Count > 0 || table.RowBound == 0);
        foreach (IGrouping<string, NodeTable> tables in kept.GroupBy(table => NodeTable.SetOf(table.Labels), StringComparer.Ordinal))
        {
            NodeTableWriter target = writer.AddNodeTable([.. tables.First().Labels]);
            foreach (NodeTable table in tables)
            {
                cancellation.ThrowIfCancellationRequested();
                Action<long>[] columns = Columns(table, target, $"nodes {string.Join(':', table.Labels)}", losses);
                foreach (long row in table.LiveRows)
                {
                    newIds[table.NodeAt(row)] = target.AddNode();
                    foreach (Action<long> copy in columns) copy(row);
                }
            }
        }

        return newIds;
    }

    private static void WriteEdges(GraphState state, EdgeTable table, int[] newIds, SegmentWriter writer, LossList losses)
    {
        if (table.Count == 0 && table.RowBound > 0) return;
        EdgeTableWriter target = writer.AddEdgeTable(table.Type);
        Action<long>[] columns = Columns(table, target, $"edges {table.Type}", losses);
        (int[] sources, int[] targets) = SalvagedEdges.Of(table);
        foreach (long position in table.LiveRows)
        {
            if (!IsNode(sources[position]) || !IsNode(targets[position]))
            {
                losses.Edge(table.Type, position);
                continue;
            }

            target.Add(newIds[sources[position]], newIds[targets[position]]);
            foreach (Action<long> copy in columns) copy(position);
        }

        bool IsNode(int node) => state.HasNode(node) && newIds[node] >= 0;
    }

    /// <summary>What copies a row; a value that cannot be read is a loss.</summary>
    private static Action<long>[] Columns(Table table, TableWriter target, string name, LossList losses) =>
    [
        .. CopiedColumn.Named(table, target).Select(column => (Action<long>)(row =>
        {
            try
            {
                column.Copy(row);
            }
            catch (StoreException)
            {
                losses.Value($"{name}, property {column.Name}", row);
            }
        })),
    ];

    /// <summary>All items by number; one that is lost is empty, so that the others keep their numbers.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Items(BlobList blobs, LossList losses)
    {
        for (int i = 0; i < blobs.Count; i++) yield return TryRead(() => blobs[i], blobs, i, losses) ?? default;
    }

    /// <summary>The items of the nodes that are there, in the order of the new ids.</summary>
    private static IEnumerable<(int Node, ReadOnlyMemory<byte> Item)> NodeItems(
        GraphState state, BlobList blobs, int[] newIds, LossList losses)
    {
        List<(int Node, int Item)> kept = [];
        for (int i = 0; i < blobs.Count; i++)
            if (TryRead(() => blobs.NodeOf(i), blobs, i, losses) is { } node && state.HasNode(node)) kept.Add((newIds[node], i));
        foreach ((int node, int item) in kept.OrderBy(k => k.Node))
            if (TryRead(() => blobs[item], blobs, item, losses) is { } bytes) yield return (node, bytes);
    }

    private static T? TryRead<T>(Func<T> read, BlobList blobs, int item, LossList losses) where T : struct
    {
        try
        {
            return read();
        }
        catch (StoreException)
        {
            losses.Item(blobs.Name, item);
            return null;
        }
    }
}
