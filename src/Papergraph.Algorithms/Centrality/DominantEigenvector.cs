namespace Papergraph.Algorithms;

/// <summary>A symmetric matrix known by what it makes of vectors.</summary>
internal interface ISymmetricOperator
{
    /// <summary>Fills <paramref name="products"/> with the matrix times <paramref name="values"/>.</summary>
    void Multiply(double[] values, double[] products);
}

/// <summary>The eigenvector of the greatest eigenvalue of a symmetric matrix without negative entries.</summary>
/// <remarks>
/// <para>The locally optimal method of conjugate gradients: A. V. Knyazev, “Toward the Optimal Preconditioned Eigensolver”, SIAM J. Sci.
/// Comput. 23(2), 2001, https://doi.org/10.1137/S1064827500366124, without preconditioner. Each step takes the best vector of the space
/// that the last vector, its residual and the last step span; it costs one product like a step of the power method and needs about the
/// square root of its steps when eigenvalues are close.</para>
/// <para>It starts from equal numbers for all nodes. Where several eigenvectors have the greatest eigenvalue, the result is the one that
/// the power method would find: all vectors are combinations of products of the first.</para>
/// <para>Six vectors of doubles. Sums are taken in fixed order.</para>
/// </remarks>
internal sealed class DominantEigenvector
{
    private readonly ISymmetricOperator _matrix;
    private readonly Direction _best, _residual, _step;

    private DominantEigenvector(ISymmetricOperator matrix, int size) =>
        (_matrix, _best, _residual, _step) = (matrix, new(size), new(size), new(size));

    /// <summary>An eigenvector found to a tolerance.</summary>
    /// <param name="Values">Not negative, of Euclidean norm 1; all 0 when the matrix is 0.</param>
    /// <param name="Eigenvalue">The greatest.</param>
    /// <param name="Iterations">Products made.</param>
    /// <param name="Residual">‖Mx − θx‖₂ / θ.</param>
    /// <param name="Converged">Whether the residual reached the tolerance.</param>
    internal readonly record struct Result(double[] Values, double Eigenvalue, int Iterations, double Residual, bool Converged);

    internal static Result Find(ISymmetricOperator matrix, int size, double tolerance, int maxIterations, string stage, Execution run)
    {
        DominantEigenvector search = new(matrix, size);
        return search.Run(tolerance, maxIterations, stage, run);
    }

    private Result Run(double tolerance, int maxIterations, string stage, Execution run)
    {
        double[] x = _best.Vector;
        if (x.Length == 0) return new(x, 0, 0, 0, true);
        Array.Fill(x, 1 / Math.Sqrt(x.Length));
        _matrix.Multiply(x, _best.Product);
        bool hasStep = false;
        for (int products = 1; ; products++)
        {
            double value = Vectors.Dot(x, _best.Product);
            if (!(value > 0)) return new(new double[x.Length], 0, products, 0, true);
            _best.Product.CopyTo(_residual.Vector, 0);
            Vectors.Add(_residual.Vector, -value, x);
            double residual = Vectors.Norm(_residual.Vector) / value;
            run.Progress?.Report(new(stage, products, maxIterations, "sweeps"));
            if (residual <= tolerance || products >= maxIterations || !double.IsFinite(residual))
                return new(Cleaned(x), value, products, residual, residual <= tolerance);

            _residual.MakeOrthogonalTo(_best);
            if (!_residual.Normalize()) return new(Cleaned(x), value, products, residual, residual <= tolerance);
            _matrix.Multiply(_residual.Vector, _residual.Product);
            if (hasStep)
            {
                _step.MakeOrthogonalTo(_best);
                _step.MakeOrthogonalTo(_residual);
                hasStep = _step.Normalize();
            }

            (double ofBest, double ofResidual, double ofStep) = Combination(value, hasStep);
            _step.Become(ofResidual, _residual, hasStep ? ofStep : 0);
            _best.Become(1, _step, ofBest);
            if (!_best.Normalize()) return new(Cleaned(x), value, products, residual, false);
            hasStep = true;
        }
    }

    /// <summary>The best combination of the three directions, which are orthonormal: the greatest eigenvector of their 3 × 3
    /// matrix.</summary>
    private (double Best, double Residual, double Step) Combination(double value, bool hasStep)
    {
        double ab = Vectors.Dot(_best.Product, _residual.Vector), bb = Vectors.Dot(_residual.Product, _residual.Vector);
        double ac = 0, bc = 0, cc = 0;
        if (hasStep)
        {
            ac = Vectors.Dot(_best.Product, _step.Vector);
            bc = Vectors.Dot(_residual.Product, _step.Vector);
            cc = Vectors.Dot(_step.Product, _step.Vector);
        }

        // Without a step its place has the eigenvalue 0, which is below the one looked for.
        return SymmetricMatrix3.GreatestEigenvector(value, ab, ac, bb, bc, cc);
    }

    // What should be 0 is so but for rounding, on either side.
    private static double[] Cleaned(double[] values)
    {
        for (int i = 0; i < values.Length; i++) values[i] = Math.Max(0, values[i]);
        Vectors.Scale(values, 1 / Vectors.Norm(values));
        return values;
    }

    /// <summary>A vector and what the matrix makes of it, kept in step.</summary>
    private sealed class Direction(int size)
    {
        internal double[] Vector { get; } = new double[size];

        internal double[] Product { get; } = new double[size];

        /// <summary>Takes what lies along another direction of norm 1 out.</summary>
        internal void MakeOrthogonalTo(Direction other)
        {
            double along = Vectors.Dot(Vector, other.Vector);
            Vectors.Add(Vector, -along, other.Vector);
            Vectors.Add(Product, -along, other.Product);
        }

        /// <summary>Becomes itself times <paramref name="ofItself"/> and <paramref name="factor"/> times another.</summary>
        internal void Become(double factor, Direction other, double ofItself)
        {
            Vectors.Scale(Vector, ofItself);
            Vectors.Scale(Product, ofItself);
            Vectors.Add(Vector, factor, other.Vector);
            Vectors.Add(Product, factor, other.Product);
        }

        /// <summary>Takes it to norm 1, unless nothing is left of it.</summary>
        internal bool Normalize()
        {
            double norm = Vectors.Norm(Vector);
            if (!(norm > 1e-150 && double.IsFinite(norm))) return false;
            Vectors.Scale(Vector, 1 / norm);
            Vectors.Scale(Product, 1 / norm);
            return true;
        }
    }
}
