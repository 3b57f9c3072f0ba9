using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Algorithms;

/// <summary>Compares queries with all nodes: a block of queries with a tile of nodes after the other, the tile so small that it stays in
/// the first cache.</summary>
internal sealed class NeighbourSearch : IBlockWork
{
    private const int QueriesOfBlock = 64, NodesOfTile = 32, NodesAtOnce = 4;

    private readonly Directions _directions;
    private readonly ReadOnlyMemory<int> _queries;
    private readonly int _most;
    private readonly NearestHeap[][] _heaps;

    internal NeighbourSearch(Directions directions, ReadOnlyMemory<int> queries, int most, int workers)
    {
        (_directions, _queries, _most) = (directions, queries, most);
        _heaps = new NearestHeap[workers][];
        for (int worker = 0; worker < workers; worker++)
            _heaps[worker] = [.. Enumerable.Range(0, QueriesOfBlock).Select(_ => new NearestHeap(most))];
        (Nodes, Similarities) = (new int[queries.Length * most], new float[queries.Length * most]);
    }

    internal int BlockCount => (_queries.Length + QueriesOfBlock - 1) / QueriesOfBlock;

    internal int[] Nodes { get; }

    internal float[] Similarities { get; }

    public void Do(int block, int worker)
    {
        int first = block * QueriesOfBlock;
        ReadOnlySpan<int> queries = _queries.Span.Slice(first, Math.Min(QueriesOfBlock, _queries.Length - first));
        NearestHeap[] heaps = _heaps[worker];
        for (int q = 0; q < queries.Length; q++) heaps[q].Clear();
        for (int tile = 0; tile < _directions.NodeCount; tile += NodesOfTile)
        {
            int end = Math.Min(_directions.NodeCount, tile + NodesOfTile);
            for (int q = 0; q < queries.Length; q += 2)
            {
                // The last of an odd number is compared twice and looked at once.
                int other = Math.Min(q + 1, queries.Length - 1);
                Compare(queries[q], queries[other], tile, end, heaps[q], other == q ? null : heaps[other]);
            }
        }

        for (int q = 0; q < queries.Length; q++)
            heaps[q].MoveTo(Nodes.AsSpan((first + q) * _most, _most), Similarities.AsSpan((first + q) * _most, _most));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare(int query, int other, int first, int end, NearestHeap nearest, NearestHeap? nearestOfOther)
    {
        ReadOnlySpan<Vector512<float>> direction = _directions.Of(query), otherDirection = _directions.Of(other);
        Span<float> similarities = stackalloc float[2 * NodesAtOnce];
        for (int node = first; node < end; node += NodesAtOnce)
        {
            // Past the end the last node is compared again and not looked at.
            Cosines(
                direction,
                otherDirection,
                _directions.Of(node),
                _directions.Of(Math.Min(node + 1, end - 1)),
                _directions.Of(Math.Min(node + 2, end - 1)),
                _directions.Of(Math.Min(node + 3, end - 1)),
                similarities);
            int count = Math.Min(NodesAtOnce, end - node);
            Offer(nearest, query, node, similarities[..count]);
            if (nearestOfOther is not null) Offer(nearestOfOther, other, node, similarities.Slice(NodesAtOnce, count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Offer(NearestHeap nearest, int query, int node, ReadOnlySpan<float> similarities)
    {
        for (int i = 0; i < similarities.Length; i++)
            if (nearest.Wants(similarities[i]) && node + i != query && _directions.IsThere(query) && _directions.IsThere(node + i))
                nearest.Add(node + i, similarities[i]);
    }

    /// <summary>Eight cosines at once: each number that is read serves twice or four times, and no addition waits for another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Cosines(
        ReadOnlySpan<Vector512<float>> p,
        ReadOnlySpan<Vector512<float>> q,
        ReadOnlySpan<Vector512<float>> a,
        ReadOnlySpan<Vector512<float>> b,
        ReadOnlySpan<Vector512<float>> c,
        ReadOnlySpan<Vector512<float>> d,
        Span<float> similarities)
    {
        Vector512<float> pa = default, pb = default, pc = default, pd = default, qa = default, qb = default, qc = default, qd = default;
        for (int i = 0; i < p.Length; i++)
        {
            Vector512<float> ofP = p[i], ofQ = q[i];
            Vector512<float> of = a[i];
            pa = Vector512.FusedMultiplyAdd(ofP, of, pa);
            qa = Vector512.FusedMultiplyAdd(ofQ, of, qa);
            of = b[i];
            pb = Vector512.FusedMultiplyAdd(ofP, of, pb);
            qb = Vector512.FusedMultiplyAdd(ofQ, of, qb);
            of = c[i];
            pc = Vector512.FusedMultiplyAdd(ofP, of, pc);
            qc = Vector512.FusedMultiplyAdd(ofQ, of, qc);
            of = d[i];
            pd = Vector512.FusedMultiplyAdd(ofP, of, pd);
            qd = Vector512.FusedMultiplyAdd(ofQ, of, qd);
        }

        Write(similarities, pa, pb, pc, pd);
        Write(similarities[NodesAtOnce..], qa, qb, qc, qd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Span<float> sums, Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) =>
        (sums[0], sums[1], sums[2], sums[3]) = (Sum(a), Sum(b), Sum(c), Sum(d));

    // Half and half, in fewer steps than lane after lane.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector512<float> lanes)
    {
        Vector256<float> eight = lanes.GetLower() + lanes.GetUpper();
        return Vector128.Sum(eight.GetLower() + eight.GetUpper());
    }
}
