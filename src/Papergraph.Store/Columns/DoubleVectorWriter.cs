using System.Runtime.InteropServices;

namespace Papergraph.Store;

internal sealed class DoubleVectorWriter : VectorWriter
{
    private readonly List<double> _values = [];

    public override int Count => _values.Count;

    public void Add(double value) => _values.Add(value);

    public override void AddDefault() => _values.Add(0);

    public override VectorLayout Write(SegmentFileWriter file, RowOrder order, BitBuffer? nulls) =>
        new FlatLayout(file.WriteSection(order.Apply<double>(CollectionsMarshal.AsSpan(_values))));
}
