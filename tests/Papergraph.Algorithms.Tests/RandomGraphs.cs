using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests;

/// <summary>Small graphs as lists of edges, with self-loops, parallel edges and nodes without edges among them: what definitions are
/// computed on by hand.</summary>
internal static class RandomGraphs
{
    internal sealed record EdgeList(int NodeCount, (int Source, int Target)[] Edges, double[] Weights)
    {
        internal DirectedCsr Directed => DirectedCsr.FromEdges(NodeCount, Edges);

        internal DirectedCsr Weighted => DirectedCsr.FromEdges(NodeCount, Edges, Weights);

        /// <summary>The number of edges from row to column.</summary>
        internal double[,] Matrix()
        {
            double[,] matrix = new double[NodeCount, NodeCount];
            foreach ((int source, int target) in Edges) matrix[source, target]++;
            return matrix;
        }

        /// <summary>The sum of the weights of the edges from row to column.</summary>
        internal double[,] WeightMatrix()
        {
            double[,] matrix = new double[NodeCount, NodeCount];
            for (int i = 0; i < Edges.Length; i++) matrix[Edges[i].Source, Edges[i].Target] += Weights[i];
            return matrix;
        }

        public override string ToString() => $"{NodeCount} nodes: {string.Join(' ', Edges.Select((e, i) => $"{e.Source}>{e.Target}*{Weights[i]}"))}";
    }

    /// <summary>Weights are whole numbers from 1 to 8, so that sums are exact.</summary>
    internal static Arbitrary<EdgeList> Small(int mostNodes = 12, int mostEdges = 40, int leastNodes = 1) => (
        from n in Gen.Choose(leastNodes, mostNodes)
        from m in n == 0 ? Gen.Constant(0) : Gen.Choose(0, mostEdges)
        from edges in Gen.Zip(Gen.Choose(0, Math.Max(0, n - 1)), Gen.Choose(0, Math.Max(0, n - 1))).ArrayOf(m)
        from weights in Gen.Choose(1, 8).Select(w => (double)w).ArrayOf(m)
        select new EdgeList(n, edges, weights)).ToArbitrary();
}
