using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>How often each rule is right.</summary>
/// <remarks>Each number is the share of the distinct (surface, type) pairs of a paper that the rule found and that the annotators
/// marked with that type, counted on the 584 annotated training abstracts (84 listings, 500 of other sources). They are measured anew
/// when rules change; <c>docs/extraction.md</c> says how and shows the counts.</remarks>
internal static class RuleConfidence
{
    /// <summary>Of a name that the paper gives to its own thing: how often the annotators say <c>introduces</c> of it.</summary>
    public const double IntroducedName = 0.88;

    /// <summary>Of a description that stands where such a name would.</summary>
    public const double IntroducedDescription = 0.60;

    /// <summary>Of a result: the share of those read by eye whose sentence states that value of that metric.</summary>
    public static double Result(ResultRule rule) => rule switch
    {
        ResultRule.MetricBefore => 0.93,
        ResultRule.MetricBehind => 0.95,
        ResultRule.Listed => 0.76,
        _ => 0.93,
    };

    /// <summary>Of a mention that the rule found with this type.</summary>
    public static double Mention(TermRule rule, EntityType type) => (rule, type) switch
    {
        (TermRule.KnownName, EntityType.Dataset) => 0.95,
        (TermRule.KnownName, EntityType.Concept) => 0.69,
        (TermRule.KnownName, _) => 0.89,
        (TermRule.IntroducedName, EntityType.Method or EntityType.Dataset) => 0.88,
        (TermRule.IntroducedName, _) => 0.30,
        (TermRule.DefinedName, EntityType.Dataset) => 0.90,
        (TermRule.DefinedName, EntityType.Method) => 0.86,
        (TermRule.DefinedName, EntityType.Task or EntityType.Metric) => 0.64,
        (TermRule.DefinedName, _) => 0.49,
        (TermRule.NameWithClass, EntityType.Dataset) => 0.74,
        (TermRule.NameWithClass, _) => 0.40,
        (TermRule.NameInContext, _) => 0.80,
        (TermRule.SingleWord, EntityType.Metric) => 0.91,
        (TermRule.SingleWord, EntityType.Method) => 0.76,
        (TermRule.SingleWord, _) => 0.61,
        (TermRule.HeadedPhrase, EntityType.Method or EntityType.Task) => 0.64,
        (TermRule.HeadedPhrase, EntityType.Dataset) => 0.51,
        (TermRule.HeadedPhrase, _) => 0.58,
        (TermRule.PlainPhrase, _) => 0.48,
        (TermRule.GenericHead, EntityType.Method) => 0.63,
        (TermRule.GenericHead, EntityType.Concept or EntityType.Metric) => 0.46,
        (TermRule.GenericHead, _) => 0.33,
        _ => 0.24,
    };
}
