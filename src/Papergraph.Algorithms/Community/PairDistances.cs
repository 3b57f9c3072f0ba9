namespace Papergraph.Algorithms;

/// <summary>A number for each two of some things, each pair once: of 0 to 1, 2, …, then of 1 to 2, 3, …</summary>
internal sealed class PairDistances(int count, double[] values)
{
    private const int RowsOfBlock = 64;

    public int Count => count;

    public double this[int first, int second]
    {
        get => values[Place(first, second)];
        set => values[Place(first, second)] = value;
    }

    /// <summary>The numbers of one thing with all later ones.</summary>
    public Span<double> Later(int thing)
    {
        int places = count - 1 - thing;
        return places == 0 ? default : values.AsSpan(Place(thing, thing + 1), places);
    }

    /// <summary>The Euclidean distances of points.</summary>
    public static PairDistances OfVectors(ReadOnlyMemory<double> points, int dimensions, WorkerTeam team)
    {
        int count = points.Length / dimensions;
        PairDistances distances = new(count, new double[(long)count * (count - 1) / 2]);
        NodeBlocks blocks = NodeBlocks.Even(count, RowsOfBlock);
        team.Run(new Euclidean(points, dimensions, distances, blocks), blocks.Count);
        return distances;
    }

    /// <summary>The Euclidean distance of two points.</summary>
    public static double Distance(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double difference = first[i] - second[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }

    // Row i begins after rows of count − 1, count − 2, …; at most 2³¹ pairs are ever made.
    private int Place(int first, int second)
    {
        if (first > second) (first, second) = (second, first);
        return (int)(((long)first * ((2L * count) - first - 1) / 2) + second - first - 1);
    }

    private sealed class Euclidean(ReadOnlyMemory<double> points, int dimensions, PairDistances distances, NodeBlocks blocks) : IBlockWork
    {
        public void Do(int block, int worker)
        {
            ReadOnlySpan<double> all = points.Span;
            (int start, int end) = blocks[block];
            for (int point = start; point < end; point++)
            {
                Span<double> row = distances.Later(point);
                ReadOnlySpan<double> here = all.Slice(point * dimensions, dimensions);
                for (int i = 0; i < row.Length; i++) row[i] = Distance(here, all.Slice((point + 1 + i) * dimensions, dimensions));
            }
        }
    }
}
