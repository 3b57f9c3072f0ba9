namespace Papergraph.Extraction;

/// <summary>A function to be minimised.</summary>
internal interface IObjective
{
    /// <summary>Number of variables.</summary>
    int Variables { get; }

    /// <summary>The value at a point; writes the gradient there.</summary>
    double Evaluate(float[] point, float[] gradient);
}
