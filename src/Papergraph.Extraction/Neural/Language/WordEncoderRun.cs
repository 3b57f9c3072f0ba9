namespace Papergraph.Extraction;

/// <summary>One pass of words through a <see cref="WordEncoder"/>, and back; for one thread at a time.</summary>
internal sealed class WordEncoderRun(WordEncoder encoder)
{
    private readonly CharacterRun _spelling = new(encoder.Spelling);
    private readonly Matrix _spellingGradient = new(0, encoder.Spelling.Outputs);
    private byte[][] _characters = [];

    /// <summary>A row for each word.</summary>
    public Matrix Outputs { get; } = new(0, encoder.Outputs);

    public void Forward(ReadOnlySpan<SpelledWord> words)
    {
        if (_characters.Length < words.Length) _characters = new byte[words.Length][];
        for (int i = 0; i < words.Length; i++) _characters[i] = words[i].Characters;
        _spelling.Forward(_characters.AsSpan(0, words.Length));
        Outputs.Resize(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            Span<float> output = Outputs[i];
            encoder.Words.Row(words[i].Word).CopyTo(output);
            _spelling.Outputs[i].CopyTo(output[encoder.Words.Columns..]);
        }
    }

    /// <summary>Adds the gradients of the weights, given that of <see cref="Outputs"/>.</summary>
    public void Backward(ReadOnlySpan<SpelledWord> words, Matrix gradient)
    {
        int size = encoder.Words.Columns;
        _spellingGradient.Resize(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            ReadOnlySpan<float> of = gradient[i];
            VectorMath.Add(of[..size], encoder.Words.GradientRow(words[i].Word));
            of[size..].CopyTo(_spellingGradient[i]);
        }

        _spelling.Backward(_characters.AsSpan(0, words.Length), _spellingGradient);
    }
}
