namespace Papergraph.Extraction;

/// <summary>A function to be minimised.</summary>
internal interface IObjective
{
    /// <summary>Number of variables.</summary>
    int Variables { get; }

    /// <summary>The value at a point; writes the gradient there.</summary>
    double Evaluate(float[] point, float[] gradient);

    /// <summary>Writes a positive guess of the inverse of the second derivative by each variable.</summary>
    void WriteInverseCurvature(float[] scales);
}
