using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Extraction.Tests;

public class WordLearningTests
{
    // Oracle: all cosines, by their definition in double precision.
    [Fact]
    public void No_vector_has_a_nearer_centre_than_that_of_its_cluster() =>
        Prop.ForAll(Rows(), sample =>
        {
            Xoshiro256 random = new(3);
            FloatRows rows = Unit(sample.Values, sample.Length);
            int clusters = Math.Min(rows.Count, sample.Clusters);
            (int[] cluster, FloatRows centres) = SphericalKMeans.Run(rows, clusters, ref random, new ParallelOptions());
            for (int row = 0; row < rows.Count; row++)
            {
                double own = Product(rows, row, centres, cluster[row]);
                for (int centre = 0; centre < clusters; centre++)
                {
                    if (Product(rows, row, centres, centre) > own + 1e-5) return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Vectors_in_three_directions_make_three_clusters()
    {
        double[][] values = new double[30][];
        for (int i = 0; i < values.Length; i++) values[i] = [i % 3 == 0 ? 1 : 0.01 * i, i % 3 == 1 ? 2 : 0.02, i % 3 == 2 ? 3 : -0.03];
        Xoshiro256 random = new(9);
        int[] cluster = SphericalKMeans.Run(Unit(values, 3), 3, ref random, new ParallelOptions()).Cluster;
        Assert.Equal(3, cluster.Distinct().Count());
        Assert.All(Enumerable.Range(0, 30), i => Assert.Equal(cluster[i % 3], cluster[i]));
    }

    [Fact]
    public void Equal_vectors_and_zeros_are_clustered_too()
    {
        Xoshiro256 random = new(1);
        double[][] values = [[1, 0], [1, 0], [1, 0], [0, 0]];
        int[] cluster = SphericalKMeans.Run(Unit(values, 2), 3, ref random, new ParallelOptions()).Cluster;
        Assert.Equal(cluster[0], cluster[1]);
        Assert.Equal(cluster[0], cluster[2]);
    }

    [Fact]
    public void Noise_words_are_drawn_in_proportion_to_the_power_of_three_quarters()
    {
        uint[] frequencies = [1, 16, 81, 10_000, 1];
        const int draws = 400_000;
        NoiseWords noise = new(frequencies);
        Xoshiro256 random = new(11);
        int[] drawn = new int[frequencies.Length];
        for (int i = 0; i < draws; i++) drawn[noise.Draw(ref random)]++;
        double[] expected = [1, 8, 27, 1000, 1];
        for (int i = 0; i < expected.Length; i++)
        {
            double mean = draws * expected[i] / expected.Sum();
            Assert.InRange(drawn[i], mean - (5 * Math.Sqrt(mean)), mean + (5 * Math.Sqrt(mean)));
        }
    }

    [Fact]
    public void The_logistic_function_is_right_to_the_step_of_its_table()
    {
        for (float x = -12; x <= 12; x += 0.0173f)
            Assert.Equal(1 / (1 + Math.Exp(-x)), LogisticTable.At(x), 0.25 / 256 + 1e-6);
        Assert.Equal(0.5f, LogisticTable.At(0));
        Assert.Equal(0, LogisticTable.At(float.NegativeInfinity));
        Assert.Equal(1, LogisticTable.At(float.PositiveInfinity));
    }

    // Oracle: the definitions in double precision.
    [Fact]
    public void Arithmetic_on_rows_follows_its_definitions() =>
        Prop.ForAll(Rows(), sample =>
        {
            double[] a = sample.Values[0], b = sample.Values[^1];
            FloatRows rows = Of([a, b, a], sample.Length);
            if (!Near(a.Zip(b, (x, y) => x * y).Sum(), FloatRows.Dot(rows[0], rows[1]))) return false;
            FloatRows.Exchange(rows[0], rows[1], 0.5f, rows[2]);
            for (int i = 0; i < sample.Length; i++)
            {
                if (!Near(b[i] + (a[i] / 2), rows.Values(1)[i]) || !Near(a[i] + (b[i] / 2), rows.Values(2)[i])) return false;
            }

            FloatRows.Add(rows[0], rows[2]);
            FloatRows.Scale(rows[2], 3);
            return Enumerable.Range(0, sample.Length).All(i => Near(3 * ((2 * a[i]) + (b[i] / 2)), rows.Values(2)[i]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-3;

    private static Arbitrary<(double[][] Values, int Length, int Clusters)> Rows() => (
        from length in Gen.Choose(1, 21)
        from count in Gen.Choose(1, 40)
        from clusters in Gen.Choose(1, 8)
        from values in Gen.Choose(-1000, 1000).Select(v => v / 1000.0).ArrayOf(length * count)
        select (values.Chunk(length).ToArray(), length, clusters)).ToArbitrary();

    private static FloatRows Of(double[][] values, int length)
    {
        FloatRows rows = new(values.Length, length);
        for (int row = 0; row < rows.Count; row++)
        {
            for (int i = 0; i < length; i++) rows.Values(row)[i] = (float)values[row][i];
        }

        return rows;
    }

    private static FloatRows Unit(double[][] values, int length)
    {
        FloatRows rows = Of(values, length);
        for (int row = 0; row < rows.Count; row++) rows.Normalize(row);
        return rows;
    }

    private static double Product(FloatRows rows, int row, FloatRows centres, int centre)
    {
        double sum = 0;
        for (int i = 0; i < rows.Length; i++) sum += (double)rows.Values(row)[i] * centres.Values(centre)[i];
        return sum;
    }
}
