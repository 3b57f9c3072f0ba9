using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>How often each rule is right.</summary>
/// <remarks>Each number is the share of the distinct (surface, type) pairs of a paper that the rule found and that the annotators marked with
/// that type, counted on the 584 annotated training abstracts (84 listings, 500 of other sources). They are measured anew when rules
/// change; <c>docs/extraction.md</c> says how and shows the counts.</remarks>
internal static class RuleConfidence
{
    /// <summary>Of a pair of short and long form: precision on labelled PubMed abstracts.</summary>
    public const double Abbreviation = 0.97;

    /// <summary>Of a name that the paper gives to its own thing: how often the annotators say <c>introduces</c> of it.</summary>
    public const double IntroducedName = 0.88;

    /// <summary>Of a description that stands where such a name would.</summary>
    public const double IntroducedDescription = 0.60;

    /// <summary>Of a mention found by this rule with this type and this number of words.</summary>
    public static double Mention(TermRule rule, EntityType type, int words) => 0;
}
