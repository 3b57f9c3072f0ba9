namespace Papergraph.Extraction;

/// <summary>The attributes that a word gives to the token that it is, and to those up to two before and behind it.</summary>
internal static class WordAttributes
{
    /// <summary>A word speaks of tokens up to this far from it.</summary>
    public const int Reach = 2;

    /// <summary>Offsets from −<see cref="Reach"/> to <see cref="Reach"/>.</summary>
    public const int Offsets = (2 * Reach) + 1;

    /// <summary>Adds what the word says of the token that it stands <paramref name="offset"/> tokens behind.</summary>
    public static void Add<TSink>(WordForm word, int offset, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        if (offset == 0) sink.Add(Fingerprint.Of(AttributeKind.Bias, 0, 0));
        sink.Add(Fingerprint.Of(AttributeKind.Lower, offset, word.Lower));
        sink.Add(Fingerprint.Of(AttributeKind.Shape, offset, word.Shape));
        for (int i = 0; i < word.Clusters.Length; i++)
            sink.Add(Fingerprint.Of(AttributeKind.Cluster, offset, ((ulong)i << 16) | word.Clusters[i]));
        if (Math.Abs(offset) > 1) return;
        AddEntry(word, offset, ref sink);
        AddEnding(word, offset, 3, ref sink);
        if (word.IsName) sink.Add(Fingerprint.Of(AttributeKind.Spelling, offset, 1));
        if (offset == 0) AddOwn(word, ref sink);
    }

    private static void AddOwn<TSink>(WordForm word, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        sink.Add(Fingerprint.Of(AttributeKind.Exact, 0, word.Exact));
        sink.Add(Fingerprint.Of(AttributeKind.Lemma, 0, word.Lemma));
        sink.Add(Fingerprint.Of(AttributeKind.Frequency, 0, (ulong)word.FrequencyClass));
        ReadOnlySpan<char> folded = word.Folded;
        for (int length = 2; length <= 4 && length < folded.Length; length++)
            sink.Add(Fingerprint.Of(AttributeKind.Prefix, 0, Fingerprint.Of(folded[..length])));
        AddEnding(word, 0, 1, ref sink);
        AddEnding(word, 0, 2, ref sink);
        AddEnding(word, 0, 4, ref sink);
        int hyphen = folded.LastIndexOfAny('-', '\u2010', '\u2011');
        if (hyphen > 0)
        {
            ReadOnlySpan<char> last = folded[(hyphen + 1)..];
            sink.Add(Fingerprint.Of(AttributeKind.FirstPart, 0, Fingerprint.Of(folded[..folded.IndexOfAny('-', '\u2010', '\u2011')])));
            sink.Add(Fingerprint.Of(AttributeKind.LastPart, 0, Fingerprint.Of(last)));
            if (last.Length > 3) sink.Add(Fingerprint.Of(AttributeKind.LastPartSuffix, 0, Fingerprint.Of(last[^3..])));
        }

        if (word.IsCapitalized) sink.Add(Fingerprint.Of(AttributeKind.Spelling, 0, 2));
        if (folded.Length > 0 && char.IsAsciiDigit(word.Text[^1])) sink.Add(Fingerprint.Of(AttributeKind.Spelling, 0, 3));
        sink.Add(Fingerprint.Of(AttributeKind.Spelling, 0, 16 + (ulong)Math.Min(folded.Length, 12)));
        if (Lexicon.Name(word.Text) is { } type) sink.Add(Fingerprint.Of(AttributeKind.KnownName, 0, (ulong)type));
    }

    private static void AddEntry<TSink>(WordForm word, int offset, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        WordEntry entry = word.Entry;
        sink.Add(Fingerprint.Of(AttributeKind.Traits, offset, (ulong)entry.Traits));
        if (entry.Head is { } head) sink.Add(Fingerprint.Of(AttributeKind.Head, offset, (ulong)head));
        if (entry.Single is { } single) sink.Add(Fingerprint.Of(AttributeKind.SingleTerm, offset, (ulong)single));
        if (entry.Cues != Cues.None) sink.Add(Fingerprint.Of(AttributeKind.Cue, offset, (ulong)entry.Cues));
        if (offset != 0) return;
        for (int bits = (int)entry.Traits; bits != 0; bits &= bits - 1)
            sink.Add(Fingerprint.Of(AttributeKind.Trait, 0, (ulong)int.TrailingZeroCount(bits)));
    }

    private static void AddEnding<TSink>(WordForm word, int offset, int length, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        ReadOnlySpan<char> folded = word.Folded;
        if (folded.Length > length) sink.Add(Fingerprint.Of(AttributeKind.Suffix, offset, Fingerprint.Of(folded[^length..])));
    }
}
