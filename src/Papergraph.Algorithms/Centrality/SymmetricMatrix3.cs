namespace Papergraph.Algorithms;

/// <summary>Symmetric matrices of three rows.</summary>
internal static class SymmetricMatrix3
{
    private const int Sweeps = 12;

    /// <summary>The eigenvector, of norm 1 and with a first number that is not negative, of the greatest eigenvalue.</summary>
    /// <remarks>The cyclic method of C. G. J. Jacobi, 1846, as in Golub and Van Loan, “Matrix Computations”, 4th ed., §8.5: exact to
    /// rounding also when the numbers off the diagonal are very small. It converges quadratically; twelve sweeps are more than any matrix
    /// needs.</remarks>
    internal static (double A, double B, double C) GreatestEigenvector(double aa, double ab, double ac, double bb, double bc, double cc)
    {
        Span<double> m = [aa, ab, ac, ab, bb, bc, ac, bc, cc];
        Span<double> vectors = [1, 0, 0, 0, 1, 0, 0, 0, 1];
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            Rotate(m, vectors, 0, 1);
            Rotate(m, vectors, 0, 2);
            Rotate(m, vectors, 1, 2);
        }

        int greatest = m[0] >= m[4] ? (m[0] >= m[8] ? 0 : 2) : (m[4] >= m[8] ? 1 : 2);
        double sign = vectors[greatest] < 0 ? -1 : 1;
        return (sign * vectors[greatest], sign * vectors[3 + greatest], sign * vectors[6 + greatest]);
    }

    /// <summary>Turns the axes p and q so that the number that belongs to both becomes 0.</summary>
    private static void Rotate(Span<double> m, Span<double> vectors, int p, int q)
    {
        double off = m[(3 * p) + q];
        if (off == 0) return;
        double half = (m[(3 * q) + q] - m[(3 * p) + p]) / (2 * off);
        double tangent = Math.CopySign(1, half) / (Math.Abs(half) + Math.Sqrt((half * half) + 1));
        double cosine = 1 / Math.Sqrt((tangent * tangent) + 1), sine = tangent * cosine;
        for (int k = 0; k < 3; k++) Turn(ref m[(3 * k) + p], ref m[(3 * k) + q], cosine, sine);
        for (int k = 0; k < 3; k++) Turn(ref m[(3 * p) + k], ref m[(3 * q) + k], cosine, sine);
        for (int k = 0; k < 3; k++) Turn(ref vectors[(3 * k) + p], ref vectors[(3 * k) + q], cosine, sine);
        (m[(3 * p) + q], m[(3 * q) + p]) = (0, 0);
    }

    private static void Turn(ref double p, ref double q, double cosine, double sine) =>
        (p, q) = ((cosine * p) - (sine * q), (sine * p) + (cosine * q));
}
