namespace Papergraph.Extraction;

internal static class RuleConfidence
{
    public const double Abbreviation = 0.97;
}
