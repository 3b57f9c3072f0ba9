using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>One pass of sentences through a tagger, and back; for one thread at a time.</summary>
internal sealed class TaggerRun
{
    private const double HiddenShare = 0.5;
    private readonly TaggerNetwork _network;
    private readonly CharacterRun _spelling;
    private readonly LstmRun _forward, _backward;
    private readonly TagChainRun[] _chains;
    private readonly Matrix[] _scores, _scoresGradients;
    private readonly Matrix _inputs, _inputGradient, _projected, _projectedGradient, _mirrored, _mirroredGradient;
    private readonly Matrix _states, _statesGradient, _half, _otherHalf, _spellingGradient;
    private readonly LockedDropout _inputDropout, _statesDropout;
    private readonly PackedMatrix _scratch = new();
    private float[] _sentenceScores = [], _sentenceGradient = [];
    private byte[][] _spellings = [];
    private int[] _spellingRows = [];

    public TaggerRun(TaggerNetwork network)
    {
        _network = network;
        int hidden = network.Shape.Hidden, size = network.Shape.Projection;
        _spelling = new CharacterRun(network.Spelling);
        (_forward, _backward) = (new LstmRun(network.Forward), new LstmRun(network.Backward));
        _chains = [.. network.Heads.Select(head => new TagChainRun(head.Chain))];
        _scores = [.. network.Heads.Select(head => new Matrix(0, head.Chain.Scheme.Tags))];
        _scoresGradients = [.. network.Heads.Select(head => new Matrix(0, head.Chain.Scheme.Tags))];
        (_inputs, _inputGradient) = (new Matrix(0, network.Inputs), new Matrix(0, network.Inputs));
        (_projected, _projectedGradient, _mirrored, _mirroredGradient) = (new(0, size), new(0, size), new(0, size), new(0, size));
        (_states, _statesGradient) = (new Matrix(0, 2 * hidden), new Matrix(0, 2 * hidden));
        (_half, _otherHalf) = (new Matrix(0, hidden), new Matrix(0, hidden));
        _spellingGradient = new Matrix(0, network.Shape.Filters);
        _inputDropout = new LockedDropout(network.Inputs, HiddenShare);
        _statesDropout = new LockedDropout(2 * hidden, HiddenShare);
    }

    /// <summary>Tells every span of at least a probability.</summary>
    /// <param name="sentences">Sentences to read.</param>
    /// <param name="contexts">What <see cref="ContextInputs"/> says of them.</param>
    /// <param name="head">Whose labels.</param>
    /// <param name="least">Spans that are less probable are left out.</param>
    /// <param name="found">Is told the sentence, and in it the first token, the end, the label and the probability.</param>
    public void Find(
        IReadOnlyList<EncodedSentence> sentences, ReadOnlySpan<Matrix> contexts, int head, float least,
        Action<int, int, int, int, float> found)
    {
        SequenceBatch batch = Lay(sentences);
        Forward(batch, sentences, contexts, head, isTraining: false);
        TagChainRun chain = _chains[head];
        chain.Refresh();
        for (int i = 0; i < sentences.Count; i++)
        {
            chain.Read(Scores(batch, i, sentences[i].Length, head), sentences[i].Length);
            int sentence = i;
            chain.FindSpans(least, (first, end, label, probability) => found(sentence, first, end, label, probability));
        }
    }

    /// <summary>Adds the gradients of the mean loss of sentences to those of the weights.</summary>
    /// <param name="sentences">Sentences to read.</param>
    /// <param name="contexts">What <see cref="ContextInputs"/> says of them.</param>
    /// <param name="tags">What to find in each.</param>
    /// <param name="head">Whose labels.</param>
    /// <param name="random">Chooses what to hide.</param>
    /// <param name="isHiding">Whether to hide half of the inputs and of the states.</param>
    /// <returns>The mean loss of a sentence, in nats.</returns>
    public double Learn(
        IReadOnlyList<EncodedSentence> sentences, ReadOnlySpan<Matrix> contexts, IReadOnlyList<byte[]> tags, int head,
        ref Xoshiro256 random, bool isHiding = true)
    {
        SequenceBatch batch = Lay(sentences);
        if (isHiding)
        {
            _inputDropout.Draw(sentences.Count, ref random);
            _statesDropout.Draw(sentences.Count, ref random);
        }

        Forward(batch, sentences, contexts, head, isHiding);
        double loss = LearnTags(batch, sentences, tags, head);
        _network.Heads[head].Scores.Backward(_states, _scoresGradients[head], _statesGradient, _scratch);
        if (isHiding) _statesDropout.Apply(batch, _statesGradient);
        Backward(batch, sentences, isHiding);
        return loss;
    }

    private static SequenceBatch Lay(IReadOnlyList<EncodedSentence> sentences)
    {
        int[] lengths = new int[sentences.Count];
        for (int i = 0; i < lengths.Length; i++) lengths[i] = sentences[i].Length;
        return new SequenceBatch(lengths);
    }

    private void Forward(
        SequenceBatch batch, IReadOnlyList<EncodedSentence> sentences, ReadOnlySpan<Matrix> contexts, int head, bool isTraining)
    {
        ReadSpellings(batch, sentences);
        _inputs.Clear(batch.Rows);
        int context = _network.ContextSize, spelling = _network.Shape.Filters;
        for (int i = 0; i < sentences.Count; i++)
        {
            for (int token = 0; token < sentences[i].Length; token++)
            {
                int row = batch.Row(i, token);
                Span<float> input = _inputs[row];
                contexts[i][token].CopyTo(input);
                _spelling.Outputs[_spellingRows[row]].CopyTo(input[context..]);
                foreach (byte feature in sentences[i].Features[token])
                    VectorMath.Add(_network.Features.Row(feature), input[(context + spelling)..]);
            }
        }

        if (isTraining) _inputDropout.Apply(batch, _inputs);
        _network.Projection.Forward(_inputs, _projected);
        _mirrored.Gather(_projected, batch.Mirror);
        _forward.Forward(batch, _projected);
        _backward.Forward(batch, _mirrored);
        _states.Resize(batch.Rows);
        for (int row = 0; row < batch.Rows; row++)
        {
            _forward.States[row].CopyTo(_states[row]);
            _backward.States[batch.Mirror[row]].CopyTo(_states[row][_network.Shape.Hidden..]);
        }

        if (isTraining) _statesDropout.Apply(batch, _states);
        _network.Heads[head].Scores.Forward(_states, _scores[head]);
    }

    private void ReadSpellings(SequenceBatch batch, IReadOnlyList<EncodedSentence> sentences)
    {
        DistinctWords words = new();
        if (_spellingRows.Length < batch.Rows) _spellingRows = new int[batch.Rows];
        for (int i = 0; i < sentences.Count; i++)
        {
            for (int token = 0; token < sentences[i].Length; token++)
                _spellingRows[batch.Row(i, token)] = words.Add(sentences[i].Words[token + 1]);
        }

        _spellings = new byte[words.All.Length][];
        for (int i = 0; i < _spellings.Length; i++) _spellings[i] = words.All[i].Characters;
        _spelling.Forward(_spellings);
    }

    private double LearnTags(SequenceBatch batch, IReadOnlyList<EncodedSentence> sentences, IReadOnlyList<byte[]> tags, int head)
    {
        TagChainRun chain = _chains[head];
        chain.Refresh();
        Matrix gradient = _scoresGradients[head];
        gradient.Resize(batch.Rows);
        float share = 1f / sentences.Count;
        double loss = 0;
        for (int i = 0; i < sentences.Count; i++)
        {
            int length = sentences[i].Length, count = gradient.Columns;
            Span<float> scores = Scores(batch, i, length, head);
            if (_sentenceGradient.Length < scores.Length) _sentenceGradient = new float[_sentenceScores.Length];
            chain.Read(scores, length);
            loss += chain.Learn(scores, tags[i], share, _sentenceGradient);
            for (int token = 0; token < length; token++)
                _sentenceGradient.AsSpan(token * count, count).CopyTo(gradient[batch.Row(i, token)]);
        }

        return loss * share;
    }

    private void Backward(SequenceBatch batch, IReadOnlyList<EncodedSentence> sentences, bool isHiding)
    {
        int hidden = _network.Shape.Hidden, context = _network.ContextSize, spelling = _network.Shape.Filters;
        _half.Resize(batch.Rows);
        _otherHalf.Resize(batch.Rows);
        for (int row = 0; row < batch.Rows; row++)
        {
            _statesGradient[row][..hidden].CopyTo(_half[row]);
            _statesGradient[row][hidden..].CopyTo(_otherHalf[batch.Mirror[row]]);
        }

        _forward.Backward(batch, _projected, _half, _projectedGradient);
        _backward.Backward(batch, _mirrored, _otherHalf, _mirroredGradient);
        for (int row = 0; row < batch.Rows; row++) VectorMath.Add(_mirroredGradient[batch.Mirror[row]], _projectedGradient[row]);
        _network.Projection.Backward(_inputs, _projectedGradient, _inputGradient, _scratch);
        if (isHiding) _inputDropout.Apply(batch, _inputGradient);
        _spellingGradient.Clear(_spellings.Length);
        for (int i = 0; i < sentences.Count; i++)
        {
            for (int token = 0; token < sentences[i].Length; token++)
            {
                int row = batch.Row(i, token);
                ReadOnlySpan<float> gradient = _inputGradient[row][context..];
                VectorMath.Add(gradient[..spelling], _spellingGradient[_spellingRows[row]]);
                foreach (byte feature in sentences[i].Features[token])
                    VectorMath.Add(gradient[spelling..], _network.Features.GradientRow(feature));
            }
        }

        _spelling.Backward(_spellings, _spellingGradient);
    }

    // The scores of the tokens of a sentence, one behind the other.
    private Span<float> Scores(SequenceBatch batch, int sentence, int length, int head)
    {
        Matrix scores = _scores[head];
        int count = scores.Columns;
        if (_sentenceScores.Length < length * count) _sentenceScores = new float[length * count];
        for (int token = 0; token < length; token++) scores[batch.Row(sentence, token)].CopyTo(_sentenceScores.AsSpan(token * count));
        return _sentenceScores.AsSpan(0, length * count);
    }
}
