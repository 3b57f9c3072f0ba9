namespace Papergraph.Extraction;

/// <summary>One pass of sentences through a language model, and back; to be called by one thread at a time.</summary>
/// <param name="model">The weights.</param>
/// <param name="threads">With more than one, both directions are computed at once: to the same bits, as they share nothing that either
/// changes.</param>
internal sealed class LanguageModelRun(LanguageModel model, int threads = 1)
{
    private readonly WordEncoderRun _words = new(model.Words);
    private readonly LstmRun _forward = new(model.Forward), _backward = new(model.Backward);
    private readonly Matrix _mirrored = new(0, model.Words.Outputs), _backwardStates = new(0, model.Shape.Hidden);
    private readonly Matrix _inputGradient = new(0, model.Words.Outputs), _mirroredGradient = new(0, model.Words.Outputs);
    private readonly Matrix _statesGradient = new(0, model.Shape.Hidden), _wordsGradient = new(0, model.Words.Outputs);

    /// <summary>What each row is without its neighbours.</summary>
    public Matrix Inputs { get; } = new(0, model.Words.Outputs);

    /// <summary>After the words up to and with each row.</summary>
    public Matrix ForwardStates => _forward.States;

    /// <summary>After the words from the end to and with each row.</summary>
    public Matrix BackwardStates => _backwardStates;

    /// <summary>Reads sentences.</summary>
    /// <param name="batch">Their lengths.</param>
    /// <param name="words">Distinct words.</param>
    /// <param name="rows">Which of them stands at each row.</param>
    public void Forward(SequenceBatch batch, ReadOnlySpan<SpelledWord> words, ReadOnlySpan<int> rows)
    {
        _words.Forward(words);
        Inputs.Gather(_words.Outputs, rows);
        _mirrored.Gather(Inputs, batch.Mirror);
        if (threads > 1)
        {
            ForwardAtOnce(batch);
        }
        else
        {
            _forward.Forward(batch, Inputs);
            _backward.Forward(batch, _mirrored);
        }

        _backwardStates.Gather(_backward.States, batch.Mirror);
    }

    /// <summary>Adds the gradients of the weights, given those of the states.</summary>
    public void Backward(
        SequenceBatch batch, ReadOnlySpan<SpelledWord> words, ReadOnlySpan<int> rows, Matrix forwardGradient, Matrix backwardGradient)
    {
        _statesGradient.Gather(backwardGradient, batch.Mirror);
        if (threads > 1)
        {
            BackwardAtOnce(batch, forwardGradient);
        }
        else
        {
            _forward.Backward(batch, Inputs, forwardGradient, _inputGradient);
            _backward.Backward(batch, _mirrored, _statesGradient, _mirroredGradient);
        }

        _wordsGradient.Clear(words.Length);
        for (int row = 0; row < rows.Length; row++)
        {
            VectorMath.Add(_inputGradient[row], _wordsGradient[rows[row]]);
            VectorMath.Add(_mirroredGradient[batch.Mirror[row]], _wordsGradient[rows[row]]);
        }

        _words.Backward(words, _wordsGradient);
    }

    private void ForwardAtOnce(SequenceBatch batch) =>
        Parallel.Invoke(() => _forward.Forward(batch, Inputs), () => _backward.Forward(batch, _mirrored));

    private void BackwardAtOnce(SequenceBatch batch, Matrix forwardGradient) => Parallel.Invoke(
        () => _forward.Backward(batch, Inputs, forwardGradient, _inputGradient),
        () => _backward.Backward(batch, _mirrored, _statesGradient, _mirroredGradient));
}
