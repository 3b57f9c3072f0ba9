namespace Papergraph.Extraction;

/// <summary>The tags of tokens that spell out labelled spans: outside; and for each label the beginning, inside and end of a span of
/// several
/// tokens, or a span of one (BIOES).</summary>
/// <param name="labels">Number of labels.</param>
internal sealed class TagSet(int labels)
{
    /// <summary>The tag of a token that belongs to no span.</summary>
    public const int Outside = 0;

    /// <summary>Rows of numbers by tag are filled up to a multiple of this.</summary>
    private const int Lanes = 8;

    public int Labels { get; } = labels;

    public int Count { get; } = 1 + (4 * labels);

    /// <summary>Length of a row of numbers by tag; those beyond <see cref="Count"/> are 0.</summary>
    public int Stride { get; } = (1 + (4 * labels) + Lanes - 1) / Lanes * Lanes;

    public static int Begin(int label) => 1 + (4 * label);

    public static int Inside(int label) => 2 + (4 * label);

    public static int End(int label) => 3 + (4 * label);

    public static int Single(int label) => 4 + (4 * label);

    /// <summary>Whether a sentence may begin with the tag, and a tag outside of spans be followed by it.</summary>
    public static bool Opens(int tag) => tag == Outside || (tag - 1) % 4 is 0 or 3;

    /// <summary>Whether a sentence may end with the tag.</summary>
    public static bool Closes(int tag) => tag == Outside || (tag - 1) % 4 is 2 or 3;

    /// <summary>Whether the one tag may stand before the other.</summary>
    public static bool MayFollow(int tag, int next) =>
        Closes(tag) ? Opens(next) : !Opens(next) && (tag - 1) / 4 == (next - 1) / 4;
}
