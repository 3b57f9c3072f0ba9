using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The nodes most like each node, row by row.</summary>
internal sealed class SimilarityRows(SharedItems shared, SimilarityOptions options, NodeBlocks blocks, int workers) : IBlockWork
{
    private readonly OverlapRow[] _rows = new OverlapRow[workers];
    private readonly LinkList[] _lists = new LinkList[workers];
    private readonly LinkList.Copy[] _found = new LinkList.Copy[blocks.Count];
    private readonly int[] _counts = new int[shared.NodeCount];

    public void Do(int block, int worker)
    {
        OverlapRow row = _rows[worker] ??= new(shared);
        LinkList list = _lists[worker] ??= new(options.Most);
        list.Clear();
        CsrView neighbours = new(shared.Items);
        (int first, int end) = blocks[block];
        for (int node = first; node < end; node++)
        {
            int before = list.Count;
            Find(row, list.Best, neighbours, node);
            list.AddBest();
            _counts[node] = list.Count - before;
        }

        _found[block] = list.ToCopy();
    }

    /// <summary>The nodes most like one.</summary>
    public Best<int> Of(int node)
    {
        Best<int> best = new(options.Most);
        Find(new(shared), best, new(shared.Items), node);
        return best;
    }

    /// <summary>What was found for all nodes.</summary>
    public CsrRows Assemble() => LinkList.Assemble(_found, _counts, "similarity", long.MaxValue);

    private void Find(OverlapRow row, Best<int> best, scoped in CsrView neighbours, int node)
    {
        best.Clear();
        row.Collect(neighbours, neighbours, node, above: -1, least: 0, ascending: false);
        double degree = neighbours.Degree(node);
        ReadOnlySpan<int> others = row.Nodes;
        ReadOnlySpan<double> overlaps = row.Overlaps;
        for (int i = 0; i < others.Length; i++)
        {
            double score = SimilarityMeasures.Of(options.Measure, overlaps[i], degree, neighbours.Degree(others[i]));
            if (score >= options.MinScore) best.Add(score, others[i]);
        }
    }
}
