namespace Papergraph.Store;

/// <summary>The bounds of the zones of a column, before they are written.</summary>
internal abstract record ZoneBounds
{
    public abstract ZonesLayout Write(SegmentFileWriter file);
}

internal sealed record IntegerZoneBounds(long[] Least, long[] Greatest) : ZoneBounds
{
    public override ZonesLayout Write(SegmentFileWriter file) =>
        new(PackedIntegerWriter.Write(file, Least), PackedIntegerWriter.Write(file, Greatest));
}

internal sealed record DoubleZoneBounds(double[] Least, double[] Greatest) : ZoneBounds
{
    public override ZonesLayout Write(SegmentFileWriter file) =>
        new(new FlatLayout(file.WriteSection<double>(Least)), new FlatLayout(file.WriteSection<double>(Greatest)));
}
