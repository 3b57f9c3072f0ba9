using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Similarity;

public class NearestNeighboursTests
{
    // Oracle: all cosines in double precision, sorted. Whole numbers keep ties apart from near ties.
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 5)]
    [InlineData(70, 5, 3)]
    [InlineData(333, 16, 10)]
    [InlineData(130, 33, 200)]
    public void Are_those_of_the_greatest_cosine(int nodes, int dimensions, int most)
    {
        Xoshiro256 random = new(5);
        float[] values = new float[nodes * dimensions];
        for (int i = 0; i < values.Length; i++) values[i] = random.Next(4) == 0 ? 0 : random.Next(41) - 20;
        NodeVectors vectors = new(dimensions, values);
        int[] queries = [.. Enumerable.Range(0, nodes).Where(node => node % 3 != 1).Reverse()];
        NeighbourLists lists = NearestNeighbours.Find(vectors, queries, most);
        for (int q = 0; q < queries.Length; q++)
        {
            (int Node, double Cosine)[] expected =
            [
                .. Enumerable.Range(0, nodes).Where(node => node != queries[q]).Select(node => (node, Cosine(vectors, queries[q], node)))
                    .Where(pair => !double.IsNaN(pair.Item2)).OrderByDescending(pair => pair.Item2).Take(most),
            ];
            for (int place = 0; place < most; place++)
            {
                int node = lists.Nodes.Span[(q * most) + place];
                float similarity = lists.Similarities.Span[(q * most) + place];
                if (place >= expected.Length)
                {
                    Assert.Equal((-1, 0f), (node, similarity));
                    continue;
                }

                Assert.Equal(expected[place].Cosine, similarity, 1e-5);
                Assert.Equal(Cosine(vectors, queries[q], node), similarity, 1e-5);
            }

            int[] found = [.. lists.Nodes.Slice(q * most, most).ToArray().Where(node => node >= 0)];
            Assert.Equal(found.Length, found.Distinct().Count());
            Assert.DoesNotContain(queries[q], found);
        }
    }

    [Fact]
    public void Of_equally_similar_nodes_the_first_come_first()
    {
        NodeVectors same = new(2, Enumerable.Repeat(1f, 200).ToArray());
        NeighbourLists lists = NearestNeighbours.Find(same, new[] { 50, 1 }, 4);
        Assert.Equal([0, 1, 2, 3, 0, 2, 3, 4], lists.Nodes.ToArray());
    }

    private static double Cosine(NodeVectors vectors, int a, int b)
    {
        double product = 0, squareA = 0, squareB = 0;
        for (int k = 0; k < vectors.Dimensions; k++)
        {
            (double x, double y) = (vectors.Of(a)[k], vectors.Of(b)[k]);
            product += x * y;
            squareA += x * x;
            squareB += y * y;
        }

        return product / Math.Sqrt(squareA * squareB);
    }
}
