using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Multiplies the matrix of rows with a vector: for each node the sum, over the entries of its row, of weight times the
/// neighbour's number. Each block writes only its own nodes, and each sum is taken in the order of its row.</summary>
internal sealed class RowProduct(int nodeCount, CsrRows rows, WorkerTeam team) : IBlockWork
{
    private readonly NodeBlocks _blocks = NodeBlocks.ByEdges(nodeCount, rows);
    private double[] _values = [], _products = [];

    /// <summary>Fills <paramref name="products"/>. Allocates nothing.</summary>
    /// <param name="values">One number for each node.</param>
    /// <param name="products">One place for each node, of another array.</param>
    internal void Multiply(double[] values, double[] products)
    {
        (_values, _products) = (values, products);
        team.Run(this, _blocks.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int block, int worker)
    {
        CsrView view = new(rows);
        double[] values = _values;
        (int first, int end) = _blocks[block];
        Span<double> products = _products.AsSpan(first..end);
        for (int i = 0; i < products.Length; i++)
        {
            ReadOnlySpan<int> row = view.Neighbours(first + i);
            ReadOnlySpan<double> weights = view.Weights(first + i);
            double sum = 0;
            if (weights.IsEmpty)
                foreach (int neighbour in row) sum += values[neighbour];
            else
                for (int j = 0; j < row.Length; j++) sum += weights[j] * values[row[j]];
            products[i] = sum;
        }
    }
}
