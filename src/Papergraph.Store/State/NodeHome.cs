namespace Papergraph.Store;

/// <summary>Where a node lies that does not lie in its table of the segment.</summary>
/// <param name="Table">Number of its table among those of the state, or −1 when it was deleted.</param>
internal sealed record NodeHome(int Table)
{
    public static readonly NodeHome Nowhere = new(-1);
}
