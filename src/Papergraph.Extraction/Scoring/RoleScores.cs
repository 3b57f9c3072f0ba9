namespace Papergraph.Extraction;

/// <summary>How well roles were told, a surface counted once a paper with the strongest role that it has there.</summary>
/// <param name="Same">Surfaces that were found and have the same role.</param>
/// <param name="Compared">Surfaces that were found and have a role in the gold.</param>
/// <param name="ByRole">Agreement on (surface, role), role by role; what was not found at all is missed here.</param>
/// <param name="Introduced">Surfaces that the paper introduces.</param>
/// <param name="IntroducedNames">Those of them that are spelled as names, such as <c>BERT</c> or <c>text8</c>.</param>
public sealed record RoleScores(long Same, long Compared, LabelledAgreement ByRole, Agreement Introduced, Agreement IntroducedNames)
{
    /// <summary>Share of the compared surfaces that have the same role, 0 to 1.</summary>
    public double Accuracy => Compared == 0 ? 0 : (double)Same / Compared;
}
