using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The mentions of a passage by their tokens.</summary>
internal sealed class MentionMap
{
    private const int LongestList = 12;

    private readonly IReadOnlyList<Mention> _mentions;
    private readonly TokenRange[] _ranges;

    // Per token, 1 + the index of the mention that covers it, or 0.
    private readonly int[] _covering;

    /// <summary>Places the mentions of the passage's field; those that begin or end within a token are left out.</summary>
    public MentionMap(Passage passage, IReadOnlyList<Mention> mentions)
    {
        Passage = passage;
        _mentions = mentions;
        _ranges = new TokenRange[mentions.Count];
        _covering = new int[passage.Tokens.Length];
        for (int m = 0; m < mentions.Count; m++)
        {
            if (mentions[m].Place.Field != passage.Field || passage.TokensOf(mentions[m].Place.Span) is not { } range) continue;
            _ranges[m] = range;
            _covering.AsSpan(range.First, range.Length).Fill(m + 1);
        }
    }

    public Passage Passage { get; }

    /// <summary>Index of the mention that covers the token, or −1.</summary>
    public int At(int token) => _covering[token] - 1;

    /// <summary>Whether a mention of the type covers the token.</summary>
    public bool Is(int token, EntityType type) => At(token) is >= 0 and int mention && _mentions[mention].Type == type;

    public EntityType TypeOf(int mention) => _mentions[mention].Type;

    public TokenRange RangeOf(int mention) => _ranges[mention];

    /// <summary>The mentions of one type that commas, <c>and</c>, <c>or</c> and slashes join to the mention, in order;
    /// twelve at most.</summary>
    public List<int> ListAround(int mention, TokenRange within)
    {
        List<int> list = [mention];
        while (list.Count < LongestList && Neighbour(list[0], _ranges[list[0]].First - 1, -1, within) is >= 0 and int before)
            list.Insert(0, before);
        while (list.Count < LongestList && Neighbour(list[^1], _ranges[list[^1]].End, 1, within) is >= 0 and int behind)
            list.Add(behind);
        return list;
    }

    // `A, B and C`, `word error rate (WER) and BLEU`: at most two tokens of glue.
    private int Neighbour(int mention, int token, int step, TokenRange within)
    {
        for (int glue = 0; glue <= ListGlue.Longest && token >= within.First && token < within.End; glue++, token += step)
        {
            if (At(token) is >= 0 and int other)
                return glue > 0 && _mentions[other].Type == _mentions[mention].Type ? other : -1;
            if (!ListGlue.Is(Passage, token)) return -1;
        }

        return -1;
    }
}
