namespace Papergraph.Store;

/// <summary>Zones of whole numbers, of dates and instants as such, and of codes of a dictionary. In a zone without values least and
/// greatest are those of the column turned round.</summary>
internal sealed class IntegerZones(SegmentSections sections, ZonesLayout layout, long rows, string name) : ZoneMap
{
    private readonly PackedIntegers _least = new(sections, (PackedLayout)layout.Least, CountOf(rows), name + ", least of zones");
    private readonly PackedIntegers _greatest = new(sections, (PackedLayout)layout.Greatest, CountOf(rows), name + ", greatest of zones");

    /// <summary>Whether the zone may hold a number from the least to the greatest.</summary>
    public bool MayHold(long zone, long least, long greatest) =>
        (_least[zone], _greatest[zone]) is var (low, high) && Math.Max(low, least) <= Math.Min(high, greatest);

    public override void Verify(ZoneBounds expected, FaultList faults)
    {
        _least.VerifyEnd(faults);
        _greatest.VerifyEnd(faults);
        (long[] least, long[] greatest) = (IntegerZoneBounds)expected;
        faults.Each(least.Length, zone =>
        {
            if (_least[zone] != least[zone] || _greatest[zone] != greatest[zone])
                throw _least.Fault($"zone {zone} spans {_least[zone]} to {_greatest[zone]} in place of {least[zone]} to {greatest[zone]}");
        });
    }
}
