namespace Papergraph.Extraction;

/// <summary>The tags of tokens: outside, and for each label the beginning, inside and end of a span, or a span of one token (L. Ratinov and
/// D. Roth, CoNLL 2009). Which may follow which is fixed, so that every path is a set of spans.</summary>
internal sealed class TagScheme
{
    /// <summary>The tag of tokens that belong to no span.</summary>
    public const int Outside = 0;

    public TagScheme(int labels)
    {
        Labels = labels;
        Tags = 1 + (4 * labels);
        MayBegin = new bool[Tags];
        MayEnd = new bool[Tags];
        for (int tag = 0; tag < Tags; tag++)
        {
            MayBegin[tag] = tag == Outside || IsBegin(tag) || IsSingle(tag);
            MayEnd[tag] = tag == Outside || IsEnd(tag) || IsSingle(tag);
        }

        List<(int From, int To)> steps = [];
        for (int from = 0; from < Tags; from++)
        {
            for (int to = 0; to < Tags; to++)
            {
                if (MayEnd[from] ? MayBegin[to] : !MayBegin[to] && LabelOf(from) == LabelOf(to)) steps.Add((from, to));
            }
        }

        Steps = [.. steps];
    }

    public int Labels { get; }

    public int Tags { get; }

    /// <summary>Whether a sentence, or a span, may begin with the tag.</summary>
    public bool[] MayBegin { get; }

    /// <summary>Whether a sentence may end with the tag.</summary>
    public bool[] MayEnd { get; }

    /// <summary>The pairs of tags that may follow each other.</summary>
    public (int From, int To)[] Steps { get; }

    public static int Begin(int label) => 1 + (4 * label);

    public static int Inside(int label) => 2 + (4 * label);

    public static int End(int label) => 3 + (4 * label);

    public static int Single(int label) => 4 + (4 * label);

    public static int LabelOf(int tag) => (tag - 1) / 4;

    /// <summary>Writes the tags of a span.</summary>
    public static void Mark(Span<byte> tags, int label)
    {
        if (tags.Length == 1)
        {
            tags[0] = (byte)Single(label);
            return;
        }

        tags[0] = (byte)Begin(label);
        tags[1..^1].Fill((byte)Inside(label));
        tags[^1] = (byte)End(label);
    }

    private static bool IsBegin(int tag) => tag % 4 == 1;

    private static bool IsEnd(int tag) => tag % 4 == 3;

    private static bool IsSingle(int tag) => tag > 0 && tag % 4 == 0;
}
