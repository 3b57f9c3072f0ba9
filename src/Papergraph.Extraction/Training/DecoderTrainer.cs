namespace Papergraph.Extraction;

/// <summary>Trains what decides between the spans of a labeller, on papers that the labeller had not seen.</summary>
internal static class DecoderTrainer
{
    private const int Thresholds = 100;

    /// <summary>Trains on all papers; the threshold is the one with the highest F1 when each part is judged by what was trained on the
    /// others.</summary>
    /// <param name="papers">The papers; number i belongs to part i mod <paramref name="folds"/>.</param>
    /// <param name="spans">What a labeller that had not seen it found in each.</param>
    /// <param name="folds">Number of parts.</param>
    /// <param name="cancellation">Ends the training.</param>
    public static DecidedSpans Train(
        IReadOnlyList<LabelledPaper> papers, IReadOnlyList<List<SpanCandidate>> spans, int folds, CancellationToken cancellation)
    {
        Examples[] examples = [.. papers.Select((paper, i) => new Examples(paper, spans[i]))];
        for (int fold = 0; fold < folds; fold++)
        {
            BoostedTrees others = Train(examples.Where((_, i) => i % folds != fold), cancellation);
            for (int i = fold; i < examples.Length; i += folds) examples[i].Judge(others);
        }

        float best = 0.5f;
        Agreement reached = default;
        for (int i = 1; i < Thresholds; i++)
        {
            float threshold = (float)i / Thresholds;
            Agreement agreement = default;
            foreach (Examples paper in examples) agreement += paper.Score(threshold);
            if (agreement.F1 > reached.F1) (best, reached) = (threshold, agreement);
        }

        return new DecidedSpans(new PaperDecoder(Train(examples, cancellation), best, DefinedForms.AreMarkedApart(papers)), spans, reached);
    }

    private static BoostedTrees Train(IEnumerable<Examples> papers, CancellationToken cancellation)
    {
        List<float> values = [];
        List<bool> answers = [];
        foreach (Examples paper in papers)
        {
            values.AddRange(paper.Values);
            answers.AddRange(paper.Answers);
        }

        return BoostedTreesTrainer.Train([.. values], PaperEvidence.Features, answers, new BoostedTreesOptions(), cancellation);
    }

    /// <summary>The spans of a paper, described, with the answers of the annotators.</summary>
    private sealed class Examples
    {
        private readonly LabelledPaper _paper;
        private readonly List<SpanCandidate> _spans = [];

        public Examples(LabelledPaper paper, List<SpanCandidate> spans)
        {
            _paper = paper;
            HashSet<(int, TokenRange, int)> marked = [.. paper.Spans.Select(s => (s.Passage, s.Range, s.Label))];
            PaperEvidence evidence = new();
            evidence.Read(paper.Passages, spans);
            Span<float> features = stackalloc float[PaperEvidence.Features];
            for (int i = 0; i < evidence.Spans.Length; i++)
            {
                if (evidence.Union(i) < PaperDecoder.LeastUnion) continue;
                evidence.Describe(i, features);
                SpanCandidate span = evidence.Spans[i];
                Values.AddRange(features);
                Answers.Add(marked.Contains((span.Passage, span.Range, span.Label)));
                _spans.Add(span);
            }
        }

        public List<float> Values { get; } = [];

        public List<bool> Answers { get; } = [];

        public void Judge(BoostedTrees trees)
        {
            ReadOnlySpan<float> values = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Values);
            for (int i = 0; i < _spans.Count; i++)
            {
                ReadOnlySpan<float> features = values.Slice(i * PaperEvidence.Features, PaperEvidence.Features);
                _spans[i] = _spans[i] with { Probability = (float)trees.Probability(features) };
            }
        }

        // Where annotators recorded surfaces, each counts once; where they recorded places, each place does.
        public Agreement Score(float threshold)
        {
            List<SpanCandidate> found = [.. _spans.Where(span => span.Probability >= threshold)];
            PaperDecoder.KeepBest(found);
            if (_paper.Source.Spans is not null)
            {
                HashSet<(int, TokenRange, int)> marked = [.. _paper.Spans.Select(s => (s.Passage, s.Range, s.Label))];
                int right = found.Count(s => marked.Contains((s.Passage, s.Range, s.Label)));
                return new Agreement(right, found.Count, marked.Count + _paper.Lost);
            }

            HashSet<(string, int)> mine = [.. found.Select(s => (_paper.Passages.TextOf(s.Passage, s.Range).ToString(), s.Label))];
            HashSet<(string, int)> wanted = [.. _paper.Spans.Select(s => (_paper.Passages.TextOf(s.Passage, s.Range).ToString(), s.Label))];
            return new Agreement(mine.Count(wanted.Contains), mine.Count, wanted.Count + _paper.Lost);
        }
    }
}
