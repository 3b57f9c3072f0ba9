using System.Diagnostics;

namespace Papergraph.Algorithms;

/// <summary>Joins groups of which all distances are kept, along chains of nearest neighbours. The distances of a new group follow from
/// those of its parts: G. N. Lance and W. T. Williams, The Computer Journal 9(4), 1967, https://doi.org/10.1093/comjnl/9.4.373.</summary>
internal sealed class NearestNeighbourChain(PairDistances distances, Linkage linkage)
{
    private readonly int[] _sizes = new int[distances.Count];

    public List<(int First, int Second, double Height)> Merges(CancellationToken cancellation)
    {
        int count = distances.Count;
        List<(int, int, double)> merges = new(Math.Max(0, count - 1));
        Array.Fill(_sizes, 1);
        List<int> chain = [];
        int first = 0;
        while (merges.Count < count - 1)
        {
            cancellation.ThrowIfCancellationRequested();
            if (chain.Count == 0)
            {
                while (_sizes[first] == 0) first++;
                chain.Add(first);
            }

            // Distances fall strictly along the chain, since the one before is kept where another is only as near.
            int here = chain[^1], before = chain.Count > 1 ? chain[^2] : -1;
            (int nearest, double distance) = Nearest(here, before);
            if (nearest != before)
            {
                chain.Add(nearest);
                continue;
            }

            chain.RemoveRange(chain.Count - 2, 2);
            merges.Add((here, before, distance));
            Join(Math.Min(here, before), Math.Max(here, before), distance);
        }

        return merges;
    }

    private (int Nearest, double Distance) Nearest(int here, int before)
    {
        int nearest = before;
        double least = before < 0 ? double.PositiveInfinity : distances[here, before];
        for (int other = 0; other < here; other++)
        {
            if (_sizes[other] == 0) continue;
            double distance = distances[other, here];
            if (distance < least || nearest < 0) (nearest, least) = (other, distance);
        }

        Span<double> later = distances.Later(here);
        for (int i = 0; i < later.Length; i++)
            if ((later[i] < least || nearest < 0) && _sizes[here + 1 + i] > 0) (nearest, least) = (here + 1 + i, later[i]);
        return (nearest, least);
    }

    // The group goes on under the higher number.
    private void Join(int gone, int kept, double distance)
    {
        for (int other = 0; other < _sizes.Length; other++)
            if (_sizes[other] > 0 && other != gone && other != kept)
                distances[other, kept] =
                    Joined(distances[other, gone], distances[other, kept], distance, _sizes[gone], _sizes[kept], _sizes[other]);
        _sizes[kept] += _sizes[gone];
        _sizes[gone] = 0;
    }

    private double Joined(double first, double second, double between, double firstSize, double secondSize, double size) => linkage switch
    {
        Linkage.Single => Math.Min(first, second),
        Linkage.Complete => Math.Max(first, second),
        Linkage.Average => ((firstSize * first) + (secondSize * second)) / (firstSize + secondSize),
        Linkage.Weighted => (first + second) / 2,
        Linkage.Ward => Math.Sqrt(Math.Max(
            0,
            (((firstSize + size) * first * first) + ((secondSize + size) * second * second) - (size * between * between))
            / (firstSize + secondSize + size))),
        _ => throw new UnreachableException(),
    };
}
