namespace Papergraph.Extraction;

/// <summary>The attributes that a token has from the parts of speech around it: those of five tokens tell all.</summary>
internal static class PartAttributes
{
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

    public static void Add<TSink>(uint window, ref TSink sink)
        where TSink : IAttributeSink, allows ref struct
    {
        for (int at = -Reach; at <= Reach; at++) sink.Add(Fingerprint.Of(AttributeKind.Part, at, Parts(window, at, 1)));
        for (int at = -1; at <= 0; at++) sink.Add(Fingerprint.Of(AttributeKind.PartPair, at, Parts(window, at, 2)));
        for (int at = -Reach; at <= 0; at++) sink.Add(Fingerprint.Of(AttributeKind.PartTriple, at, Parts(window, at, 3)));
    }

    // So many parts from an offset on.
    private static ulong Parts(uint window, int offset, int count) =>
        (window >> ((Reach - offset - count + 1) * BitsOfPart)) & ((1UL << (count * BitsOfPart)) - 1);
}
