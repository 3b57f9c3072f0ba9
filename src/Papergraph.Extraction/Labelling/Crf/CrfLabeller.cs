using System.Collections.Concurrent;

namespace Papergraph.Extraction;

/// <summary>A linear-chain conditional random field (Lafferty, McCallum and Pereira, “Conditional random fields”, ICML 2001) over the
/// tokens of
/// each sentence.</summary>
/// <remarks>The probability of a span is the exact sum over all taggings that hold it. Cost: linear in the tokens. Everything that a word
/// says of
/// its neighbours whatever they are is added up once and kept (<see cref="ScoredWordCache"/>).</remarks>
internal sealed class CrfLabeller : ISpanLabeller
{
    /// <summary>Tokens of the longest span.</summary>
    public const int LongestSpan = 12;

    // A longer sentence is none: it is read in pieces.
    private const int LongestSequence = 1_000;

    // Places for sums of windows of parts of speech: a power of two.
    private const int WindowSlots = 1 << 12;

    private readonly ScoredWordCache _words;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    public CrfLabeller(IReadOnlyList<string> labels, CrfWeights weights, WordResources? words)
    {
        Labels = labels;
        _words = new ScoredWordCache(weights, words);
    }

    public IReadOnlyList<string> Labels { get; }

    public void Find(PaperPassages paper, List<SpanCandidate> into)
    {
        if (!_workspaces.TryTake(out Workspace? workspace)) workspace = new Workspace(_words);
        workspace.Find(paper, into);
        _workspaces.Add(workspace);
    }

    /// <summary>What one thread needs to label a paper, kept for the next one.</summary>
    private sealed class Workspace(ScoredWordCache words)
    {
        private readonly PaperContext _context = new();
        private readonly CrfLattice _lattice = new(words.Weights.Tags);
        private readonly TagSet _tags = words.Weights.Tags;
        private readonly uint[] _windows = new uint[WindowSlots];
        private readonly float[] _windowSums = new float[WindowSlots * words.Weights.Tags.Stride];
        private readonly float[] _phraseSums = new float[words.Weights.Tags.Stride];
        private float[] _emissions = [];

        public void Find(PaperPassages paper, List<SpanCandidate> into)
        {
            int before = into.Count;
            _context.Read(paper, words);
            for (int passage = 0; passage < _context.Passages.Length; passage++)
            {
                foreach (TokenRange sentence in paper[passage].Sentences)
                {
                    for (int first = sentence.First; first < sentence.End; first += LongestSequence)
                    {
                        TokenRange sequence = new(first, Math.Min(sentence.End, first + LongestSequence));
                        SetEmissions(_context.Passages[passage], sentence, sequence);
                        _lattice.Run(_emissions, sequence.Length, words.Weights.Transitions);
                        AddSpans(passage, sequence, into);
                    }
                }
            }

            into.Sort(before, into.Count - before, null);
        }

        private void SetEmissions(PassageContext passage, TokenRange sentence, TokenRange sequence)
        {
            if (_emissions.Length < sequence.Length * _tags.Stride) _emissions = new float[2 * sequence.Length * _tags.Stride];
            TokenRange phrase = default;
            for (int token = sequence.First; token < sequence.End; token++)
            {
                Span<float> sums = _emissions.AsSpan((token - sequence.First) * _tags.Stride, _tags.Stride);
                WindowSums(PartAttributes.Window(passage.Passage, sentence, token)).CopyTo(sums);
                for (int offset = -WordAttributes.Reach; offset <= WordAttributes.Reach; offset++)
                {
                    int at = token + offset;
                    ScoredWord word = at >= sentence.First && at < sentence.End ? (ScoredWord)passage.Forms[at] : words.Boundary;
                    CrfWeights.Add(word.Sums(offset), sums);
                }

                WeightSum sink = new(words.Weights, sums);
                ContextAttributes.Add(_context, passage, sentence, token, ref sink);
                TokenRange around = passage.Places[token].Phrase;
                if (around.Length == 0) continue;
                if (around != phrase) SetPhraseSums(passage, sentence, phrase = around);
                CrfWeights.Add(_phraseSums, sums);
            }
        }

        // Kept as its complement, which is never 0 as an empty slot is.
        private ReadOnlySpan<float> WindowSums(uint window)
        {
            int slot = (int)(window * 0x9E3779B1 >> 20);
            Span<float> sums = _windowSums.AsSpan(slot * _tags.Stride, _tags.Stride);
            if (_windows[slot] == ~window) return sums;
            sums.Clear();
            WeightSum sink = new(words.Weights, sums);
            PartAttributes.Add(window, ref sink);
            _windows[slot] = ~window;
            return sums;
        }

        private void SetPhraseSums(PassageContext passage, TokenRange sentence, TokenRange phrase)
        {
            Array.Clear(_phraseSums);
            WeightSum sink = new(words.Weights, _phraseSums);
            PhraseAttributes.Add(passage, sentence, phrase, ref sink);
        }

        private void AddSpans(int passage, TokenRange sequence, List<SpanCandidate> into)
        {
            for (int token = 0; token < sequence.Length; token++)
            {
                for (int label = 0; label < _tags.Labels; label++)
                {
                    int first = sequence.First + token;
                    double alone = _lattice.Marginal(token, TagSet.Single(label));
                    if (alone >= ISpanLabeller.LeastProbability)
                        into.Add(new SpanCandidate(passage, new TokenRange(first, first + 1), label, (float)alone));
                    if (_lattice.Marginal(token, TagSet.Begin(label)) >= ISpanLabeller.LeastProbability)
                        AddLonger(passage, sequence.First, token, label, into);
                }
            }
        }

        private void AddLonger(int passage, int offset, int first, int label, List<SpanCandidate> into)
        {
            CrfTransitions transitions = words.Weights.Transitions;
            double path = _lattice.Beginning(first, TagSet.Begin(label));
            int tag = TagSet.Begin(label);
            int last = Math.Min(_lattice.Length, first + LongestSpan);
            for (int token = first + 1; token < last; token++)
            {
                int end = TagSet.End(label);
                double closed = path * _lattice.Step(token, tag, end, transitions) * _lattice.Completion(token, end);
                if (closed >= ISpanLabeller.LeastProbability)
                    into.Add(new SpanCandidate(passage, new TokenRange(offset + first, offset + token + 1), label, (float)closed));
                path *= _lattice.Step(token, tag, TagSet.Inside(label), transitions);
                tag = TagSet.Inside(label);
                if (path * _lattice.Completion(token, tag) < ISpanLabeller.LeastProbability) return;
            }
        }
    }
}
