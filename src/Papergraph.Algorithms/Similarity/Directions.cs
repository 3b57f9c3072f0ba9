using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Papergraph.Algorithms;

/// <summary>Vectors brought to norm 1, in parts of the numbers that are computed with at once.</summary>
internal sealed class Directions : IBlockWork
{
    private const int Together = 16;

    private readonly NodeVectors _vectors;
    private readonly NodeBlocks _blocks;
    private readonly Vector512<float>[] _parts;
    private readonly int _partsOfNode;
    private readonly bool[] _areThere;

    internal Directions(NodeVectors vectors)
    {
        _vectors = vectors;
        _blocks = NodeBlocks.Even(vectors.NodeCount, 1024);
        _partsOfNode = StrideOf(vectors.Dimensions) / Together;
        _parts = new Vector512<float>[vectors.NodeCount * _partsOfNode];
        _areThere = new bool[vectors.NodeCount];
    }

    internal int BlockCount => _blocks.Count;

    internal int NodeCount => _areThere.Length;

    /// <summary>Numbers from one vector to the next; those behind the dimensions are 0.</summary>
    internal static int StrideOf(int dimensions) => (dimensions + Together - 1) / Together * Together;

    /// <summary>Whether the node has a direction: its vector is not 0.</summary>
    internal bool IsThere(int node) => _areThere[node];

    internal ReadOnlySpan<Vector512<float>> Of(int node) => _parts.AsSpan(node * _partsOfNode, _partsOfNode);

    public void Do(int block, int worker)
    {
        (int first, int end) = _blocks[block];
        for (int node = first; node < end; node++)
        {
            ReadOnlySpan<float> vector = _vectors.Of(node);
            double square = 0;
            foreach (float value in vector) square += (double)value * value;
            if (!(square > 0 && double.IsFinite(square))) continue;
            double norm = Math.Sqrt(square);
            Span<float> direction = MemoryMarshal.Cast<Vector512<float>, float>(_parts.AsSpan(node * _partsOfNode, _partsOfNode));
            for (int k = 0; k < vector.Length; k++) direction[k] = (float)(vector[k] / norm);
            _areThere[node] = true;
        }
    }
}
