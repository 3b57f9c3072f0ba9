using System.Collections.Concurrent;

namespace Papergraph.Extraction;

/// <summary>Finds spans with one or more taggers over a language model; the probability of a span is the mean of theirs.</summary>
internal sealed class NeuralLabeller : ISpanLabeller
{
    private const int TokensAtOnce = 4_096;
    private readonly LanguageModel _model;
    private readonly WordResources _vectors;
    private readonly TaggerNetwork[] _taggers;
    private readonly SentenceEncoder _encoder;
    private readonly ConcurrentBag<Workspace> _idle = [];

    /// <summary>Takes the first head of each tagger; all have the same labels there.</summary>
    public NeuralLabeller(LanguageModel model, WordResources vectors, IReadOnlyList<TaggerNetwork> taggers)
    {
        (_model, _vectors, _taggers) = (model, vectors, [.. taggers]);
        _encoder = new SentenceEncoder(model.Words.Vocabulary, vectors);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Labels => _taggers[0].Heads[0].Labels;

    /// <inheritdoc/>
    public void Find(PaperPassages paper, List<SpanCandidate> into)
    {
        if (!_idle.TryTake(out Workspace? workspace)) workspace = new Workspace(_model, _vectors, _taggers);
        Dictionary<(int Passage, TokenRange Range, int Label), float> sums = [];
        List<EncodedSentence> sentences = _encoder.Encode(paper);
        for (int first = 0; first < sentences.Count;)
        {
            int count = 0, tokens = 0;
            while (first + count < sentences.Count && (count == 0 || tokens + sentences[first + count].Length <= TokensAtOnce))
                tokens += sentences[first + count++].Length;
            Add(workspace, sentences.GetRange(first, count), sums);
            first += count;
        }

        _idle.Add(workspace);
        int begin = into.Count;
        foreach (((int passage, TokenRange range, int label), float sum) in sums)
        {
            float probability = sum / _taggers.Length;
            if (probability >= ISpanLabeller.LeastProbability) into.Add(new SpanCandidate(passage, range, label, probability));
        }

        into.Sort(begin, into.Count - begin, null);
    }

    private void Add(
        Workspace workspace, List<EncodedSentence> sentences, Dictionary<(int Passage, TokenRange Range, int Label), float> sums)
    {
        Matrix[] contexts = workspace.Contexts.Read(sentences);
        foreach (TaggerRun run in workspace.Runs)
        {
            run.Find(sentences, contexts, 0, ISpanLabeller.LeastProbability / _taggers.Length, (sentence, first, end, label, probability) =>
            {
                EncodedSentence of = sentences[sentence];
                (int, TokenRange, int) key = (of.Passage, new TokenRange(of.Range.First + first, of.Range.First + end), label);
                sums[key] = sums.GetValueOrDefault(key) + probability;
            });
        }
    }

    private sealed class Workspace(LanguageModel model, WordResources vectors, TaggerNetwork[] taggers)
    {
        public ContextInputs Contexts { get; } = new(model, vectors);

        public TaggerRun[] Runs { get; } = [.. taggers.Select(tagger => new TaggerRun(tagger))];
    }
}
