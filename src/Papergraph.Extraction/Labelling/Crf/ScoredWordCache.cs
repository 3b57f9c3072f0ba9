using System.Runtime.InteropServices;

namespace Papergraph.Extraction;

/// <summary>Keeps the words met last, so that a frequent one is scored once.</summary>
/// <remarks>A word is a pure function of its characters and kind, so it does not matter which are kept, nor who of several threads puts one
/// down last. A word has two places: a new one takes the first, and what stood there moves to the second. Memory is bounded.</remarks>
internal sealed class ScoredWordCache(CrfWeights weights, WordResources? words) : IWordForms
{
    private const int Places = 2, Sets = 1 << 14;
    private readonly ScoredWord?[] _places = new ScoredWord?[Places * Sets];
    private ScoredWord? _boundary;

    public CrfWeights Weights => weights;

    /// <summary>Stands before and behind every sentence; made when it is asked for first.</summary>
    public ScoredWord Boundary => Volatile.Read(ref _boundary) ?? SetBoundary();

    public WordForm Form(Passage passage, int token)
    {
        ReadOnlySpan<char> text = passage[token];
        if (text.Length > WordForm.LongestText) text = text[..WordForm.LongestText];
        TokenKind kind = passage.Tokens[token].Kind;
        Span<ScoredWord?> places = _places.AsSpan(Places * SetOf(text, kind), Places);
        ScoredWord? first = Volatile.Read(ref places[0]);
        if (first is not null && first.Is(text, kind)) return first;
        ScoredWord? second = Volatile.Read(ref places[1]);
        ScoredWord found = second is not null && second.Is(text, kind) ? second : new ScoredWord(text, kind, words, weights);
        Volatile.Write(ref places[1], first);
        Volatile.Write(ref places[0], found);
        return found;
    }

    private ScoredWord SetBoundary()
    {
        ScoredWord made = new("", TokenKind.Symbol, words, weights);
        Volatile.Write(ref _boundary, made);
        return made;
    }

    // Four characters at a time; the last four may overlap those before.
    private static int SetOf(ReadOnlySpan<char> text, TokenKind kind)
    {
        ulong hash = (ulong)text.Length + ((ulong)kind << 8);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(text);
        if (bytes.Length < sizeof(ulong))
        {
            foreach (char c in text) hash = (hash << 16) ^ c;
            hash = Fingerprint.Mix(hash, 0);
        }
        else
        {
            for (int at = 0; at + sizeof(ulong) < bytes.Length; at += sizeof(ulong))
                hash = Fingerprint.Mix(hash, MemoryMarshal.Read<ulong>(bytes[at..]));
            hash = Fingerprint.Mix(hash, MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]));
        }

        return (int)(hash ^ (hash >> 32)) & (Sets - 1);
    }
}
