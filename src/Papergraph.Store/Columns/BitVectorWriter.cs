namespace Papergraph.Store;

internal sealed class BitVectorWriter : VectorWriter
{
    private readonly BitBuffer _bits = new();

    public override int Count => _bits.Count;

    public void Add(bool value) => _bits.Add(value);

    public override void AddDefault() => _bits.Add(false);

    public override VectorLayout Write(SegmentFileWriter file, RowOrder order, BitBuffer? nulls) =>
        new FlatLayout(file.WriteSection(_bits.InOrder(order).Bytes));
}
