using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Links nodes that share items, row by row: each link is found, weighed and dropped or kept before the next row begins.</summary>
internal sealed class SharedItemProjection : IBlockWork
{
    // Costs of rows differ a thousandfold, so blocks are many.
    private const int BlockSize = 1 << 11;

    private readonly SharedItems _shared;
    private readonly ProjectionOptions _options;
    private readonly LinkWeighing _weighing;
    private readonly NodeBlocks _blocks;
    private readonly OverlapRow[] _rows;
    private readonly LinkList[] _lists;
    private readonly LinkList.Copy[] _found;
    private readonly int[] _degrees;
    private readonly string _algorithm;
    private long _links;

    private SharedItemProjection(string algorithm, SharedItems shared, ProjectionOptions options, int workers)
    {
        (_algorithm, _shared, _options) = (algorithm, shared, options);
        _weighing = new(options.Normalization, shared);
        _blocks = NodeBlocks.ByEdges(shared.NodeCount, shared.Items, BlockSize);
        _rows = new OverlapRow[workers];
        _lists = new LinkList[workers];
        _found = new LinkList.Copy[_blocks.Count];
        _degrees = new int[shared.NodeCount];
    }

    // A link is proposed by both its ends at most.
    private long MostFound => KeepsBest ? 2L * _options.MostLinks : _options.MostLinks;

    private bool KeepsBest => _options.MostPerNode < _shared.NodeCount - 1;

    /// <summary>The nodes linked by the items that they share.</summary>
    public static UndirectedCsr Compute(
        string algorithm, int nodeCount, CsrRows items, CsrRows holders, ProjectionOptions? options, Execution? execution)
    {
        Execution run = Execution.Of(execution);
        options ??= new();
        options.Validate();
        ItemCounting counting = options.Counting == ProjectionCounting.Full ? ItemCounting.Full : ItemCounting.Fractional;
        SharedItems shared = SharedItems.Of(algorithm, nodeCount, items, holders, counting, options.MostPerShared);
        using WorkerTeam team = new(run);
        SharedItemProjection projection = new(algorithm, shared, options, team.Size);
        projection.RefuseEarly();
        ReportedBlocks.Run(team, projection, projection._blocks, run, algorithm);
        CsrRows half = projection.Assemble();
        run.Cancellation.ThrowIfCancellationRequested();
        DirectedCsr links = new(nodeCount, half, half.Transposed(nodeCount));
        return UndirectedCsr.Of(links, threads: run.Threads, cancellation: run.Cancellation);
    }

    public void Do(int block, int worker)
    {
        OverlapRow row = _rows[worker] ??= new(_shared);
        LinkList list = _lists[worker] ??= new(_options.MostPerNode);
        list.Clear();
        CsrView items = new(_shared.Items), holders = new(_shared.Holders);
        (int first, int end) = _blocks[block];
        for (int node = first; node < end; node++)
        {
            int before = list.Count;
            if (KeepsBest)
            {
                row.Collect(items, holders, node, above: -1, _options.MinShared, ascending: false);
                AddBest(list, row, node);
            }
            else
            {
                row.Collect(items, holders, node, above: node, _options.MinShared, ascending: true);
                AddAll(list, row, node);
            }

            _degrees[node] = list.Count - before;

            // One block of a hub's neighbours can have more links than all others: they are counted as they come.
            if (Volatile.Read(ref _links) + list.Count > MostFound)
                throw AlgorithmErrors.TooManyLinks(_algorithm, _options.MostLinks);
        }

        Interlocked.Add(ref _links, list.Count);
        _found[block] = list.ToCopy();
    }

    private void AddAll(LinkList list, OverlapRow row, int node)
    {
        ReadOnlySpan<int> others = row.Nodes;
        ReadOnlySpan<double> overlaps = row.Overlaps;
        for (int i = 0; i < others.Length; i++)
        {
            double weight = _weighing.Of(node, others[i], overlaps[i]);
            if (weight >= _options.MinWeight) list.Add(others[i], weight);
        }
    }

    private void AddBest(LinkList list, OverlapRow row, int node)
    {
        ReadOnlySpan<int> others = row.Nodes;
        ReadOnlySpan<double> overlaps = row.Overlaps;
        list.Best.Clear();
        for (int i = 0; i < others.Length; i++)
        {
            double weight = _weighing.Of(node, others[i], overlaps[i]);
            if (weight >= _options.MinWeight) list.Best.Add(weight, others[i]);
        }

        list.AddBest();
    }

    // One item that too many nodes have is enough to know the end, long before its pairs are counted out.
    private void RefuseEarly()
    {
        if (KeepsBest || _options.MinWeight > 0 || _options.MinShared > 0 || _shared.Items.IsWeighted) return;
        CsrView holders = new(_shared.Holders);
        for (int item = 0; item < _shared.NodeCount; item++)
        {
            long count = holders.Degree(item);
            if (_shared.Factors?[item] != 0 && count * (count - 1) / 2 > _options.MostLinks)
                throw AlgorithmErrors.TooManyLinks(_algorithm, _options.MostLinks);
        }
    }

    private CsrRows Assemble()
    {
        if (_links > MostFound) throw AlgorithmErrors.TooManyLinks(_algorithm, _options.MostLinks);
        CsrRows found = LinkList.Assemble(_found, _degrees, _algorithm, _options.MostLinks);
        return KeepsBest ? WithoutSecondProposals(found) : found;
    }

    // Where both ends propose a link, the proposal of the higher one goes.
    private CsrRows WithoutSecondProposals(CsrRows proposals)
    {
        CsrView view = new(proposals);
        long[] offsets = new long[_shared.NodeCount + 1L];
        int[] nodes = new int[proposals.EdgeCount];
        double[] weights = new double[nodes.Length];
        int count = 0;
        for (int node = 0; node < _shared.NodeCount; node++)
        {
            ReadOnlySpan<int> others = view.Neighbours(node);
            ReadOnlySpan<double> values = view.Weights(node);
            for (int i = 0; i < others.Length; i++)
            {
                if (others[i] < node && view.Neighbours(others[i]).BinarySearch(node) >= 0) continue;
                (nodes[count], weights[count]) = (others[i], values[i]);
                count++;
            }

            offsets[node + 1] = count;
        }

        if (count > _options.MostLinks) throw AlgorithmErrors.TooManyLinks(_algorithm, _options.MostLinks);
        return CsrRows.OfArrays(offsets, nodes, weights: weights);
    }
}
