namespace Papergraph.Store;

/// <summary>Bits in a section, eight a byte, lowest first.</summary>
internal static class BitVector
{
    public static long SizeOf(long bits) => (bits >> 3) + ((bits & 7) == 0 ? 0 : 1);

    public static bool Read(Section section, long index) => (section.Read<byte>(index >> 3) >> (int)(index & 7) & 1) != 0;
}
