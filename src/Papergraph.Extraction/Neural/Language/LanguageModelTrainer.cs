using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Trains a language model on sentences: the same bits for the same sentences and options.</summary>
internal sealed class LanguageModelTrainer
{
    private const double LongestGradient = 1;
    private const int WarmUpSteps = 500, PoolBatches = 64;
    private readonly LanguageCorpus _corpus;
    private readonly LanguagePretrainingOptions _options;
    private readonly LanguageModel _model;
    private readonly LanguageModelRun _run;
    private readonly SampledSoftmax _softmax;
    private readonly DenseLayer _forwardProjection, _backwardProjection;
    private readonly Matrix _forward, _backward, _projectedForward, _projectedBackward, _states;
    private readonly Matrix _statesGradient, _forwardGradient, _backwardGradient;
    private readonly PackedMatrix _scratch = new();
    private readonly Adam _adam;
    private readonly Adam.Moments _wordMoments, _outputMoments, _biasMoments;
    private readonly TouchedRows _touched;
    private readonly int[] _localOf;
    private Xoshiro256 _random;

    private LanguageModelTrainer(LanguageCorpus corpus, LanguagePretrainingOptions options)
    {
        (_corpus, _options) = (corpus, options);
        _random = new Xoshiro256(options.Seed);
        int hidden = options.Shape.Hidden, size = options.Projection;
        _model = new LanguageModel(corpus.Vocabulary, options.Shape);
        _model.Initialize(ref _random);
        _softmax = new SampledSoftmax(corpus.Frequencies, size, options.Sample);
        _softmax.Words.Scattered(ref _random, 0.1);
        (_forwardProjection, _backwardProjection) = (new DenseLayer(hidden, size), new DenseLayer(hidden, size));
        _forwardProjection.Initialize(ref _random);
        _backwardProjection.Initialize(ref _random);
        _run = new LanguageModelRun(_model, options.Threads);
        (_forward, _backward) = (new Matrix(0, hidden), new Matrix(0, hidden));
        (_projectedForward, _projectedBackward) = (new Matrix(0, size), new Matrix(0, size));
        (_states, _statesGradient) = (new Matrix(0, size), new Matrix(0, size));
        (_forwardGradient, _backwardGradient) = (new Matrix(0, hidden), new Matrix(0, hidden));
        _adam = new Adam([.. _model.Forward.Parameters, .. _model.Backward.Parameters, .. _model.Words.Spelling.Parameters,
            .. _forwardProjection.Parameters, .. _backwardProjection.Parameters]);
        (_wordMoments, _outputMoments, _biasMoments) = (new(_model.Words.Words), new(_softmax.Words), new(_softmax.Bias));
        _touched = new TouchedRows(corpus.Vocabulary.Count);
        _localOf = new int[corpus.Forms.Length];
        Array.Fill(_localOf, -1);
    }

    /// <summary>Trains.</summary>
    /// <param name="corpus">The sentences.</param>
    /// <param name="options">Sizes and pace.</param>
    /// <param name="report">Is told of each step.</param>
    /// <param name="cancellation">Observed at each step.</param>
    public static LanguageModel Train(
        LanguageCorpus corpus, LanguagePretrainingOptions options, Action<LanguageModelProgress>? report, CancellationToken cancellation)
    {
        LanguageModelTrainer trainer = new(corpus, options);
        int stepsAnEpoch = (corpus.Sentences + options.Batch - 1) / options.Batch, steps = stepsAnEpoch * options.Epochs;
        int[] order = [.. Enumerable.Range(0, corpus.Sentences)];
        for (int epoch = 0, step = 0; epoch < options.Epochs; epoch++)
        {
            trainer.Arrange(order);
            for (int first = 0; first < order.Length; first += options.Batch)
            {
                cancellation.ThrowIfCancellationRequested();
                double rate = options.Rate * Math.Min((step + 1.0) / WarmUpSteps, 1 - ((double)step / steps));
                double loss = trainer.Step(order.AsSpan(first, Math.Min(options.Batch, order.Length - first)), rate);
                report?.Invoke(new LanguageModelProgress(++step, steps, loss));
            }
        }

        LanguageModel model = trainer._model.WithFirst(options.KeptWords);
        foreach (Parameter parameter in model.Parameters) WeightWriter.Round(parameter);
        model.Pack(forTraining: false);
        return model;
    }

    // Random order, but in each pool of sentences those of like length stand together.
    private void Arrange(int[] order)
    {
        _random.Shuffle(order);
        int pool = _options.Batch * PoolBatches;
        for (int first = 0; first < order.Length; first += pool)
        {
            Span<int> part = order.AsSpan(first, Math.Min(pool, order.Length - first));
            part.Sort((a, b) => (_corpus.Sentence(a).Length, a).CompareTo((_corpus.Sentence(b).Length, b)));
            int whole = part.Length / _options.Batch;
            int[] sorted = part.ToArray(), batches = [.. Enumerable.Range(0, whole)];
            _random.Shuffle(batches);
            for (int i = 0; i < whole; i++) sorted.AsSpan(batches[i] * _options.Batch, _options.Batch).CopyTo(part[(i * _options.Batch)..]);
        }
    }

    private double Step(ReadOnlySpan<int> sentences, double rate)
    {
        _model.Pack(forTraining: true);
        _forwardProjection.Pack(forTraining: true);
        _backwardProjection.Pack(forTraining: true);
        int[] lengths = new int[sentences.Length];
        for (int i = 0; i < lengths.Length; i++) lengths[i] = _corpus.Sentence(sentences[i]).Length;
        SequenceBatch batch = new(lengths);
        int[] rows = new int[batch.Rows], forms = new int[batch.Rows];
        List<int> distinct = [];
        for (int i = 0; i < lengths.Length; i++)
        {
            ReadOnlySpan<int> sentence = _corpus.Sentence(sentences[i]);
            for (int at = 0; at < sentence.Length; at++)
            {
                int form = sentence[at], row = batch.Row(i, at);
                if (_localOf[form] < 0)
                {
                    _localOf[form] = distinct.Count;
                    distinct.Add(form);
                }

                rows[row] = _localOf[form];
                forms[row] = form;
            }
        }

        SpelledWord[] words = new SpelledWord[distinct.Count];
        _touched.Clear();
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = _corpus.Forms[distinct[i]];
            _localOf[distinct[i]] = -1;
            _touched.Add(words[i].Word);
        }

        _run.Forward(batch, words, rows);
        double loss = Foretell(batch, lengths, forms);
        _run.Backward(batch, words, rows, _forwardGradient, _backwardGradient);
        _adam.Clip(LongestGradient);
        _adam.Step(rate, 0);
        foreach (int row in _touched.Rows) _adam.StepRow(_model.Words.Words, _wordMoments, row, rate);
        foreach (int row in _softmax.Touched)
        {
            _adam.StepRow(_softmax.Words, _outputMoments, row, rate);
            _adam.StepRow(_softmax.Bias, _biasMoments, row, rate);
        }

        return loss;
    }

    // Every state but the last of its direction foretells the word behind it.
    private double Foretell(SequenceBatch batch, ReadOnlySpan<int> lengths, ReadOnlySpan<int> forms)
    {
        int count = batch.Rows - lengths.Length;
        int[] earlier = new int[count], later = new int[count], targets = new int[2 * count];
        int at = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            for (int position = 1; position < lengths[i]; position++, at++)
            {
                earlier[at] = batch.Row(i, position - 1);
                later[at] = batch.Row(i, position);
                targets[at] = _corpus.Forms[forms[later[at]]].Word;
                targets[count + at] = _corpus.Forms[forms[earlier[at]]].Word;
            }
        }

        _forward.Gather(_run.ForwardStates, earlier);
        _backward.Gather(_run.BackwardStates, later);
        _forwardProjection.Forward(_forward, _projectedForward);
        _backwardProjection.Forward(_backward, _projectedBackward);
        _states.Resize(2 * count);
        _projectedForward.Data.CopyTo(_states.Data);
        _projectedBackward.Data.CopyTo(_states.Data[_projectedForward.Data.Length..]);
        double loss = _softmax.Run(_states, targets, ref _random, _statesGradient);
        _statesGradient.Data[.._projectedForward.Data.Length].CopyTo(_projectedForward.Data);
        _statesGradient.Data[_projectedForward.Data.Length..].CopyTo(_projectedBackward.Data);
        BackThrough(_forwardProjection, _forward, _projectedForward, earlier, batch.Rows, _forwardGradient);
        BackThrough(_backwardProjection, _backward, _projectedBackward, later, batch.Rows, _backwardGradient);
        return loss;
    }

    private void BackThrough(DenseLayer projection, Matrix states, Matrix gradient, int[] places, int rows, Matrix statesGradient)
    {
        Matrix gathered = new(0, states.Columns);
        projection.Backward(states, gradient, gathered, _scratch);
        statesGradient.Clear(rows);
        for (int i = 0; i < places.Length; i++) gathered[i].CopyTo(statesGradient[places[i]]);
    }
}
