using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The communities of an LFR graph: their sizes, and who is in them.</summary>
internal static class LfrCommunities
{
    /// <summary>Sizes from a power law that add up to the number of nodes.</summary>
    internal static int[] DrawSizes(LfrOptions options, ref Xoshiro256 random)
    {
        PowerLaw law = new(options.MinCommunity, options.MaxCommunity, options.CommunityExponent);
        List<int> sizes = [];
        int sum = 0;
        while (sum < options.Nodes)
        {
            int size = law.Draw(ref random);
            sizes.Add(size);
            sum += size;
        }

        // The last one has what is left. When that is too little for a community, the others take its nodes, or it takes some of theirs.
        int rest = sizes[^1] - (sum - options.Nodes);
        sizes[^1] = rest;
        if (rest >= options.MinCommunity || sizes.Count == 1) return [.. sizes];
        long room = sizes.SkipLast(1).Sum(size => (long)(options.MaxCommunity - size));
        if (room >= rest) sizes.RemoveAt(sizes.Count - 1);
        int missing = room >= rest ? rest : options.MinCommunity - rest;
        for (int at = 0; missing > 0; at = (at + 1) % sizes.Count)
        {
            if (room >= rest && sizes[at] < options.MaxCommunity)
            {
                sizes[at]++;
                missing--;
            }
            else if (room < rest && at < sizes.Count - 1)
            {
                sizes[at]--;
                sizes[^1]++;
                missing--;
            }
        }

        return [.. sizes];
    }

    /// <summary>Puts each node into a community with more nodes than it has neighbours inside, all free places where it fits equally likely;
    /// where there is none, into the largest with a free place.</summary>
    internal static int[] Assign(int[] inside, int[] sizes, ref Xoshiro256 random)
    {
        int[] order = Permuted(inside.Length, ref random), communities = new int[inside.Length];
        // The sort is stable: those with as many neighbours inside stay in random order.
        int[] nodes = [.. order.OrderByDescending(node => inside[node])];
        int[] largestFirst = [.. Enumerable.Range(0, sizes.Length).OrderByDescending(community => sizes[community])];
        List<int> places = [];
        int opened = 0;
        foreach (int node in nodes)
        {
            while (opened < sizes.Length && (places.Count == 0 || sizes[largestFirst[opened]] > inside[node]))
            {
                places.AddRange(Enumerable.Repeat(largestFirst[opened], sizes[largestFirst[opened]]));
                opened++;
            }

            int chosen = random.Next(places.Count);
            communities[node] = places[chosen];
            places[chosen] = places[^1];
            places.RemoveAt(places.Count - 1);
        }

        return communities;
    }

    private static int[] Permuted(int count, ref Xoshiro256 random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        return order;
    }
}
