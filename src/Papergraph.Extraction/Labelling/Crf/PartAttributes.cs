namespace Papergraph.Extraction;

/// <summary>The attributes that a token has from the parts of speech around it: those of five tokens tell all.</summary>
internal static class PartAttributes
{
    /// <summary>Three parts are told by a number below this.</summary>
    public const int Threes = 1 << (3 * BitsOfPart);

    private const int Reach = 2, BitsOfPart = 4;
    private const uint NoPart = 15;

    /// <summary>The parts of the token and of two on either side, in 20 bits; beyond the sentence there is none.</summary>
    public static uint Window(Passage passage, TokenRange sentence, int token)
    {
        uint window = 0;
        for (int at = token - Reach; at <= token + Reach; at++)
            window = (window << BitsOfPart) | (at >= sentence.First && at < sentence.End ? (uint)passage.Parts[at] : NoPart);
        return window;
    }

    /// <summary>Adds what a window says.</summary>
    public static void Add<TSink>(uint window, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        for (int offset = -Reach; offset <= 0; offset++) AddThree(offset, Three(window, offset), ref sink);
    }

    /// <summary>Three parts of a window from an offset of −2 to 0 on, below <see cref="Threes"/>.</summary>
    public static int Three(uint window, int offset) => (int)(window >> (-offset * BitsOfPart)) & (Threes - 1);

    /// <summary>Adds what three parts from an offset on say; the three offsets together say all.</summary>
    public static void AddThree<TSink>(int offset, int parts, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        ulong all = (ulong)parts, first = all >> (2 * BitsOfPart), second = (all >> BitsOfPart) & NoPart, third = all & NoPart;
        sink.Add(Fingerprint.Of(AttributeKind.PartTriple, offset, all));
        if (offset == -1)
        {
            sink.Add(Fingerprint.Of(AttributeKind.Part, 0, second));
            sink.Add(Fingerprint.Of(AttributeKind.PartPair, -1, all >> BitsOfPart));
            sink.Add(Fingerprint.Of(AttributeKind.PartPair, 0, (second << BitsOfPart) | third));
            return;
        }

        sink.Add(Fingerprint.Of(AttributeKind.Part, offset == 0 ? 1 : offset, offset == 0 ? second : first));
        sink.Add(Fingerprint.Of(AttributeKind.Part, offset == 0 ? 2 : -1, offset == 0 ? third : second));
    }
}
