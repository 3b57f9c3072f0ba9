using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Papergraph.Core;

namespace Papergraph.Benchmarks.Kernels;

/// <summary>Reads edges as NumPy writes an array of pairs of 32-bit integers (.npy, format 1.0).</summary>
internal static class NumpyEdges
{
    internal static DirectedCsr Read(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        byte[] start = new byte[10];
        RandomAccess.Read(file, start, 0);
        int header = start.Length + BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(8));
        (int, int)[] edges = new (int, int)[(RandomAccess.GetLength(file) - header) / 8];
        Span<byte> bytes = MemoryMarshal.AsBytes(edges.AsSpan());
        for (int done = 0; done < bytes.Length;) done += RandomAccess.Read(file, bytes[done..], header + done);
        int last = -1;
        foreach ((int source, int target) in edges) last = Math.Max(last, Math.Max(source, target));
        return DirectedCsr.FromEdgeParts(last + 1, [edges]);
    }
}
