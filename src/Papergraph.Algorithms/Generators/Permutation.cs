using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Numbers in random order, to rename nodes by.</summary>
internal static class Permutation
{
    /// <summary>The numbers from 0 to below <paramref name="count"/>, all orders equally likely.</summary>
    internal static int[] Of(int count, ulong seed, ulong stream)
    {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) places[i] = i;
        new Xoshiro256(seed, stream).Shuffle(places);
        return places;
    }
}
