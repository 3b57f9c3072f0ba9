using System.Numerics;

namespace Papergraph.Store;

/// <summary>Bits in a section, eight a byte, lowest first.</summary>
internal static class BitVector
{
    public static long SizeOf(long bits) => (bits >> 3) + ((bits & 7) == 0 ? 0 : 1);

    public static bool Read(Section section, long index) => (section.Read<byte>(index >> 3) >> (int)(index & 7) & 1) != 0;

    /// <summary>Checks that the bits after the last are zero, and counts those that are set.</summary>
    /// <exception cref="StoreException">One after the last is set.</exception>
    public static long CountSet(Section section, long bits)
    {
        long set = 0;
        for (long i = 0; i < section.Length; i++) set += BitOperations.PopCount(section.Read<byte>(i));
        for (long i = bits; i < section.Length * 8; i++)
        {
            if (Read(section, i)) throw section.Fault($"bit {i} of {bits} is set");
        }

        return set;
    }
}
