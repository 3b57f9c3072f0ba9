using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The sweeps of <see cref="FastRp"/>: the first makes the random vectors, each other the means over neighbours and what they add
/// to the embedding.</summary>
internal sealed class FastRpSweep : IBlockWork
{
    private const int Together = 64;

    private readonly CsrRows _rows;
    private readonly NodeBlocks _blocks;
    private readonly int _dimensions;
    private readonly FastRpOptions _options;
    private readonly double _totalWeight, _leastWeight = double.PositiveInfinity;
    private float[] _vectors, _means;
    private bool _isRandom = true;
    private float _weight;

    internal FastRpSweep(int nodeCount, CsrRows rows, FastRpOptions options)
    {
        (_rows, _options, _dimensions, _blocks) = (rows, options, options.Dimensions, NodeBlocks.ByEdges(nodeCount, rows, 1 << 12));
        int size = nodeCount * _dimensions;
        (_vectors, _means, Embedding) = (new float[size], new float[size], new float[size]);
        CsrView view = new(rows);
        for (int node = 0; node < nodeCount; node++)
        {
            double weight = RowWeight.Of(view, node);
            _totalWeight += weight;
            if (weight > 0) _leastWeight = Math.Min(_leastWeight, weight);
        }
    }

    internal int BlockCount => _blocks.Count;

    /// <summary>The weighted sum of the means of all sweeps so far.</summary>
    internal float[] Embedding { get; }

    /// <summary>Makes the next sweep one over the means of the last.</summary>
    /// <param name="weight">What its means weigh in the embedding.</param>
    internal void Begin(double weight)
    {
        if (!_isRandom) (_vectors, _means) = (_means, _vectors);
        (_isRandom, _weight) = (false, (float)weight);
    }

    public void Do(int block, int worker)
    {
        CsrView view = new(_rows);
        (int first, int end) = _blocks[block];
        for (int node = first; node < end; node++)
        {
            if (_isRandom)
            {
                FillRandomly(_vectors.AsSpan(node * _dimensions, _dimensions), node, RowWeight.Of(view, node));
                continue;
            }

            Span<float> mean = _means.AsSpan(node * _dimensions, _dimensions);
            FillWithMean(mean, view.Neighbours(node), view.Weights(node));
            AddDirection(Embedding.AsSpan(node * _dimensions, _dimensions), mean, _weight);
        }
    }

    private void FillRandomly(Span<float> vector, int node, double weight)
    {
        Xoshiro256 random = new(_options.Seed, (ulong)node + 1);
        float size = (float)(Math.Sqrt(3) * Math.Pow((weight > 0 ? weight : _leastWeight) / _totalWeight, _options.NormalizationStrength));
        foreach (ref float value in vector)
            value = random.Next(6) switch { 0 => size, 1 => -size, _ => 0 };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillWithMean(Span<float> mean, ReadOnlySpan<int> row, ReadOnlySpan<double> weights)
    {
        double total = row.Length;
        if (!weights.IsEmpty)
        {
            total = 0;
            foreach (double weight in weights) total += weight;
        }

        if (!(total > 0))
        {
            mean.Clear();
            return;
        }

        int at = 0;
        for (; at <= mean.Length - Together; at += Together)
        {
            Vector512<float> a = default, b = default, c = default, d = default;
            for (int i = 0; i < row.Length; i++)
            {
                ReadOnlySpan<float> part = _vectors.AsSpan((row[i] * _dimensions) + at, Together);
                Vector512<float> share = Vector512.Create((float)((weights.IsEmpty ? 1 : weights[i]) / total));
                a += share * Vector512.Create(part);
                b += share * Vector512.Create(part[16..]);
                c += share * Vector512.Create(part[32..]);
                d += share * Vector512.Create(part[48..]);
            }

            Span<float> target = mean.Slice(at, Together);
            a.CopyTo(target);
            b.CopyTo(target[16..]);
            c.CopyTo(target[32..]);
            d.CopyTo(target[48..]);
        }

        Span<float> rest = mean[at..];
        rest.Clear();
        for (int i = 0; i < row.Length; i++)
        {
            float share = (float)((weights.IsEmpty ? 1 : weights[i]) / total);
            ReadOnlySpan<float> part = _vectors.AsSpan((row[i] * _dimensions) + at, rest.Length);
            for (int k = 0; k < rest.Length; k++) rest[k] += share * part[k];
        }
    }

    private static void AddDirection(Span<float> embedding, ReadOnlySpan<float> vector, float weight)
    {
        double square = 0;
        foreach (float value in vector) square += (double)value * value;
        if (square == 0 || weight == 0) return;
        float factor = (float)(weight / Math.Sqrt(square));
        for (int k = 0; k < embedding.Length; k++) embedding[k] += factor * vector[k];
    }
}
