using System.Runtime.CompilerServices;

namespace Papergraph.Extraction;

/// <summary>A word with the sums of the weights of all that it says of the tokens around it.</summary>
internal sealed class ScoredWord : WordForm
{
    private readonly CrfWeights _weights;
    private readonly float[] _sums;
    private readonly int _stride;

    // By role in a noun phrase; made when they are asked for first.
    private readonly float[]?[] _phraseSums = new float[]?[PhraseWordAttributes.Roles];

    public ScoredWord(ReadOnlySpan<char> text, TokenKind kind, WordResources? words, CrfWeights weights)
        : base(text, kind, words)
    {
        _weights = weights;
        _stride = weights.Tags.Stride;
        _sums = new float[WordAttributes.Offsets * _stride];
        Span<uint> waiting = stackalloc uint[WeightSum.Room];
        Span<int> places = stackalloc int[WeightSum.Room];
        for (int offset = -WordAttributes.Reach; offset <= WordAttributes.Reach; offset++)
        {
            WeightSum sink = new(weights, waiting, places, _sums.AsSpan((offset + WordAttributes.Reach) * _stride, _stride));
            WordAttributes.Add(this, offset, ref sink);
            sink.Flush();
        }
    }

    /// <summary>A row by tag for the token that the word stands <paramref name="offset"/> tokens behind.</summary>
    public ReadOnlySpan<float> Sums(int offset) => _sums.AsSpan((offset + WordAttributes.Reach) * _stride, _stride);

    /// <summary>A row by tag for the tokens of a noun phrase that the word speaks of.</summary>
    public ReadOnlySpan<float> Sums(PhraseRole role) => Volatile.Read(ref _phraseSums[(int)role]) ?? SetSums(role);

    // Whoever of several threads comes last puts down the same numbers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private float[] SetSums(PhraseRole role)
    {
        float[] sums = new float[_stride];
        WeightSum sink = new(_weights, stackalloc uint[WeightSum.Room], stackalloc int[WeightSum.Room], sums);
        PhraseWordAttributes.Add(this, role, ref sink);
        sink.Flush();
        Volatile.Write(ref _phraseSums[(int)role], sums);
        return sums;
    }
}
