namespace Papergraph.Extraction;

/// <summary>What was found against what should have been: precision, recall and F1 (van Rijsbergen, Information Retrieval, 1979, chapter 7).</summary>
/// <param name="Right">Things found that should have been.</param>
/// <param name="Found">Things found.</param>
/// <param name="Wanted">Things that should have been found.</param>
public readonly record struct Agreement(long Right, long Found, long Wanted)
{
    /// <summary>Share of what was found that is right, 0 to 1; 0 where nothing was found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>Share of what was wanted that was found, 0 to 1; 0 where nothing was wanted.</summary>
    public double Recall => Wanted == 0 ? 0 : (double)Right / Wanted;

    /// <summary>Harmonic mean of the two, 0 to 1; 0 where nothing was found nor wanted.</summary>
    public double F1 => Found + Wanted == 0 ? 0 : 2.0 * Right / (Found + Wanted);

    /// <summary>The counts of both together.</summary>
    public static Agreement operator +(Agreement one, Agreement other) => Add(one, other);

    /// <summary>The counts of both together.</summary>
    public static Agreement Add(Agreement one, Agreement other) => new(one.Right + other.Right, one.Found + other.Found, one.Wanted + other.Wanted);

    /// <summary>Of two sets.</summary>
    internal static Agreement Of<T>(HashSet<T> found, HashSet<T> wanted) => new(found.Count(wanted.Contains), found.Count, wanted.Count);
}
