using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Papergraph.Core;

namespace Papergraph.Benchmarks.Kernels;

/// <summary>Reads edges as NumPy writes an array of pairs of 32-bit integers (.npy, format 1.0).</summary>
internal static class NumpyEdges
{
    internal static DirectedCsr Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int header = 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        ReadOnlySpan<(int, int)> edges = MemoryMarshal.Cast<byte, (int, int)>(bytes.AsSpan(header));
        int last = -1;
        foreach ((int source, int target) in edges) last = Math.Max(last, Math.Max(source, target));
        return DirectedCsr.FromEdges(last + 1, edges);
    }
}
