using System.Runtime.InteropServices;

namespace Papergraph.Store;

internal sealed class IntegerVectorWriter : VectorWriter
{
    private readonly List<long> _values = [];

    public override int Count => _values.Count;

    public void Add(long value) => _values.Add(value);

    public override void AddDefault() => _values.Add(0);

    public override VectorLayout Write(SegmentFileWriter file, RowOrder order, BitBuffer? nulls) =>
        PackedIntegerWriter.Write(file, order.Apply<long>(CollectionsMarshal.AsSpan(_values)), nulls);
}
