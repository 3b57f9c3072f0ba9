namespace Papergraph.Extraction;

/// <summary>Which alignments make a pair of short and long form, and how often such pairs are right.</summary>
/// <remarks>
/// <para>Which ones: those of which chance explains at most a fifth. As S. Sohn, D. C. Comeau, W. Kim and W. J. Wilbur,
/// “Abbreviation definition identification based on automatic precision estimates”, BMC Bioinformatics 9:402, 2008, chance is
/// measured without labels: short forms of unlabelled abstracts are held against the words before brackets of other abstracts.</para>
/// <para>How often: the share of their distinct pairs that annotators marked, both forms exact. <c>docs/extraction.md</c> shows both
/// counts.</para>
/// </remarks>
internal static class PairConfidence
{
    /// <summary>Of a pair in which every letter begins a word or follows the letter before it.</summary>
    public const double Initials = 0.99;

    /// <summary>Of a pair of at least three letters in which one word is left out or up to two letters stand inside words.</summary>
    public const double Close = 0.98;

    /// <summary>Probability that a short form with such an alignment stands for these words; 0 where that is too often chance.</summary>
    public static double Of(bool hasCapital, int letters, int looseness) => (hasCapital, letters, looseness) switch
    {
        (true, 1, 0) => 0.88,
        (true, >= 2, 0) => Initials,
        (true, 2, 1) => 0.88,
        (true, >= 3, 1) => Close,
        (true, 3, 2) => 0.79,
        (true, >= 4, 2 or 3) => 0.93,
        (false, >= 2, 0) or (false, >= 3, 1) or (false, >= 5, 2) => 0.94,
        _ => 0,
    };
}
