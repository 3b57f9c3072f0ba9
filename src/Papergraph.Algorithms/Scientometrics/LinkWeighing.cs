using System.Diagnostics;

namespace Papergraph.Algorithms;

/// <summary>Turns what two nodes share into the weight of their link.</summary>
internal sealed class LinkWeighing
{
    private readonly ProjectionNormalization _normalization;
    private readonly double[] _masses = [];
    private readonly double _total;

    public LinkWeighing(ProjectionNormalization normalization, SharedItems shared)
    {
        _normalization = normalization;
        if (normalization == ProjectionNormalization.None) return;
        _masses = normalization == ProjectionNormalization.AssociationStrength ? shared.OverlapsWithOthers() : shared.SelfOverlaps();
        foreach (double mass in _masses) _total += mass;
    }

    /// <summary>The same to the bit whichever end is named first.</summary>
    public double Of(int a, int b, double shared)
    {
        if (_normalization == ProjectionNormalization.None) return shared;
        double massA = _masses[a], massB = _masses[b];
        return _normalization switch
        {
            ProjectionNormalization.Cosine => shared / Math.Sqrt(massA * massB),
            ProjectionNormalization.AssociationStrength => shared * _total / (massA * massB),
            ProjectionNormalization.Jaccard => shared / (massA + massB - shared),
            ProjectionNormalization.Dice => 2 * shared / (massA + massB),
            ProjectionNormalization.Inclusion => shared / Math.Min(massA, massB),
            _ => throw new UnreachableException(),
        };
    }
}
