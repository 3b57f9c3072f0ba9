namespace Papergraph.Store;

/// <summary>Zones of floating-point numbers, NaN left out. In a zone without numbers the least is ∞ and the greatest −∞.</summary>
internal sealed class DoubleZones(SegmentSections sections, ZonesLayout layout, long rows, string name) : ZoneMap
{
    private readonly Section _least = Take(sections, layout.Least, rows, name + ", least of zones");
    private readonly Section _greatest = Take(sections, layout.Greatest, rows, name + ", greatest of zones");

    /// <summary>Whether the zone may hold a number from the least to the greatest.</summary>
    public bool MayHold(long zone, double least, double greatest) =>
        Math.Max(_least.Read<double>(zone), least) <= Math.Min(_greatest.Read<double>(zone), greatest);

    public override void Verify(ZoneBounds expected, FaultList faults)
    {
        (double[] least, double[] greatest) = (DoubleZoneBounds)expected;
        faults.Each(least.Length, zone =>
        {
            if (!_least.Read<double>(zone).Equals(least[zone]) || !_greatest.Read<double>(zone).Equals(greatest[zone]))
                throw _least.Fault($"zone {zone} does not span {least[zone]} to {greatest[zone]}");
        });
    }

    private static Section Take(SegmentSections sections, VectorLayout layout, long rows, string name) =>
        sections.Take(((FlatLayout)layout).Section, CountOf(rows) * sizeof(double), name);
}
