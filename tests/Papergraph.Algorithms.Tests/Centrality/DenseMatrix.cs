namespace Papergraph.Algorithms.Tests.Centrality;

/// <summary>Linear algebra by the book on small matrices, as the oracle of what kernels find otherwise.</summary>
internal static class DenseMatrix
{
    /// <summary>Solves Mx = b by elimination with pivots.</summary>
    internal static double[] Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        (double[,] m, double[] x) = ((double[,])matrix.Clone(), (double[])right.Clone());
        for (int column = 0; column < n; column++)
        {
            int pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(m[row, column]));
            for (int k = 0; k < n; k++) (m[column, k], m[pivot, k]) = (m[pivot, k], m[column, k]);
            (x[column], x[pivot]) = (x[pivot], x[column]);
            for (int row = 0; row < n; row++)
            {
                if (row == column) continue;
                double factor = m[row, column] / m[column, column];
                for (int k = 0; k < n; k++) m[row, k] -= factor * m[column, k];
                x[row] -= factor * x[column];
            }
        }

        for (int row = 0; row < n; row++) x[row] /= m[row, row];
        return x;
    }

    internal static double[] Times(double[,] matrix, double[] vector) =>
        [.. vector.Select((_, row) => vector.Select((value, column) => matrix[row, column] * value).Sum())];

    internal static double[,] Product(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        double[,] product = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                for (int k = 0; k < n; k++) product[i, j] += a[i, k] * b[k, j];
        return product;
    }

    internal static double[,] Transposed(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] transposed = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) transposed[j, i] = matrix[i, j];
        return transposed;
    }

    /// <summary>What the matrix, applied again and again to equal numbers, comes to, scaled to Euclidean norm 1; zeros when it comes to
    /// nothing. The matrix is squared 28 times: that tells eigenvalues apart that differ by 10⁻⁷ of themselves, and leaves those equal that
    /// differ by rounding only.</summary>
    internal static double[] PowerLimit(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        for (int squaring = 0; squaring < 28; squaring++)
        {
            double greatest = matrix.Cast<double>().Max();
            if (greatest == 0) return new double[n];
            double[,] scaled = new double[n, n];
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) scaled[i, j] = matrix[i, j] / greatest;
            matrix = Product(scaled, scaled);
        }

        double[] x = Times(matrix, [.. Enumerable.Repeat(1.0, n)]);
        double norm = Math.Sqrt(x.Sum(value => value * value));
        return [.. x.Select(value => norm > 0 ? value / norm : 0)];
    }
}
