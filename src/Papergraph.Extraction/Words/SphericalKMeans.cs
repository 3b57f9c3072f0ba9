using System.Runtime.Intrinsics;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Groups vectors of unit length by the angle between them.</summary>
/// <remarks><para>Spherical k-means: I. S. Dhillon and D. S. Modha, “Concept Decompositions for Large Sparse Text Data Using
/// Clustering”, Machine Learning 42, 2001, https://doi.org/10.1023/A:1007612920971. The first centres are drawn as in k-means++
/// (D. Arthur and S. Vassilvitskii, SODA 2007), in proportion to the squared distance from the nearest centre drawn before.</para>
/// <para>A vector belongs to its nearest centre, of equally near ones to the first. A centre that lost all its vectors takes the vector
/// that is farthest from its own. Vectors are shared out among threads, sums are taken in order: the result is the same on any number
/// of threads.</para></remarks>
internal sealed class SphericalKMeans
{
    private const int MostRounds = 30, Block = 512;

    private readonly FloatRows _vectors;
    private readonly FloatRows _centres;
    private readonly int[] _cluster;
    private readonly float[] _similarity;
    private readonly ParallelOptions _parallel;

    private SphericalKMeans(FloatRows vectors, int clusters, ParallelOptions parallel)
    {
        (_vectors, _parallel) = (vectors, parallel);
        _centres = new FloatRows(clusters, vectors.Length);
        (_cluster, _similarity) = (new int[vectors.Count], new float[vectors.Count]);
    }

    /// <summary>The cluster of each vector, and the centres, which are unit vectors.</summary>
    /// <param name="vectors">Rows of unit length.</param>
    /// <param name="clusters">How many clusters; at most as many as there are vectors.</param>
    /// <param name="random">Where the first centres come from.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    public static (int[] Cluster, FloatRows Centres) Run(FloatRows vectors, int clusters, ref Xoshiro256 random, ParallelOptions parallel)
    {
        SphericalKMeans means = new(vectors, clusters, parallel);
        means.DrawCentres(ref random);
        for (int round = 0; means.Assign() && round < MostRounds; round++) means.MoveCentres();
        return (means._cluster, means._centres);
    }

    private void DrawCentres(ref Xoshiro256 random)
    {
        int drawn = random.Next(_vectors.Count);
        Array.Fill(_similarity, -1);
        for (int centre = 0; centre < _centres.Count; centre++)
        {
            if (centre > 0) drawn = DrawFarVector(ref random);
            _vectors[drawn].CopyTo(_centres[centre]);
            int latest = centre;
            ForEachBlock((first, end) =>
            {
                for (int i = first; i < end; i++)
                    _similarity[i] = Math.Max(_similarity[i], FloatRows.Dot(_vectors[i], _centres[latest]));
            });
        }

        Array.Fill(_cluster, -1);
    }

    // The squared distance of two unit vectors is 2 − 2 cos.
    private int DrawFarVector(ref Xoshiro256 random)
    {
        double sum = 0;
        foreach (float similarity in _similarity) sum += Math.Max(0, 1 - similarity);
        double left = random.NextDouble() * sum;
        int last = 0;
        for (int i = 0; i < _similarity.Length; i++)
        {
            double distance = Math.Max(0, 1 - _similarity[i]);
            if (distance <= 0) continue;
            last = i;
            if ((left -= distance) < 0) break;
        }

        return last;
    }

    private bool Assign()
    {
        int changed = 0;
        ForEachBlock((first, end) =>
        {
            int here = 0;
            for (int i = first; i < end; i++)
            {
                int nearest = Nearest(_vectors[i], out _similarity[i]);
                if (nearest != _cluster[i]) here++;
                _cluster[i] = nearest;
            }

            Interlocked.Add(ref changed, here);
        });
        return changed > 0;
    }

    private int Nearest(ReadOnlySpan<Vector256<float>> vector, out float similarity)
    {
        int nearest = 0;
        similarity = FloatRows.Dot(vector, _centres[0]);
        for (int centre = 1; centre < _centres.Count; centre++)
        {
            float other = FloatRows.Dot(vector, _centres[centre]);
            if (other > similarity) (nearest, similarity) = (centre, other);
        }

        return nearest;
    }

    private void MoveCentres()
    {
        int[] members = new int[_centres.Count];
        for (int centre = 0; centre < _centres.Count; centre++) _centres[centre].Clear();
        for (int i = 0; i < _vectors.Count; i++)
        {
            members[_cluster[i]]++;
            FloatRows.Add(_vectors[i], _centres[_cluster[i]]);
        }

        for (int centre = 0; centre < _centres.Count; centre++)
        {
            if (members[centre] == 0)
            {
                int farthest = Array.IndexOf(_similarity, _similarity.Min());
                _vectors[farthest].CopyTo(_centres[centre]);
                _similarity[farthest] = 1;
            }

            _centres.Normalize(centre);
        }
    }

    private void ForEachBlock(Action<int, int> work) =>
        Parallel.For(0, (_vectors.Count + Block - 1) / Block, _parallel, block =>
            work(block * Block, Math.Min(_vectors.Count, (block + 1) * Block)));
}
