using System.Collections.Concurrent;

namespace Papergraph.Extraction;

/// <summary>A linear-chain conditional random field (Lafferty, McCallum and Pereira, “Conditional random fields”, ICML 2001) over the
/// tokens of
/// each sentence.</summary>
/// <remarks>The probability of a span is the exact sum over all taggings that hold it. Cost: linear in the tokens; nothing is allocated but
/// for words that were not met of late.</remarks>
internal sealed class CrfLabeller : ISpanLabeller
{
    /// <summary>Tokens of the longest span.</summary>
    public const int LongestSpan = 12;

    // A longer sentence is none: it is read in pieces.
    private const int LongestSequence = 1_000;

    private readonly ScoredWordCache _words;
    private readonly Lazy<PlaceSums> _places;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    public CrfLabeller(IReadOnlyList<string> labels, CrfWeights weights, WordResources? words)
    {
        Labels = labels;
        _words = new ScoredWordCache(weights, words);
        _places = new Lazy<PlaceSums>(() => new PlaceSums(weights));
    }

    public IReadOnlyList<string> Labels { get; }

    public void Find(PaperPassages paper, List<SpanCandidate> into)
    {
        if (!_workspaces.TryTake(out Workspace? workspace)) workspace = new Workspace(_words, _places.Value);
        workspace.Find(paper, into);
        _workspaces.Add(workspace);
    }

    /// <summary>What one thread needs to label a paper, kept for the next one.</summary>
    private sealed class Workspace(ScoredWordCache words, PlaceSums places)
    {
        private readonly PaperContext _context = new();
        private readonly CrfLattice _lattice = new(words.Weights.Tags);
        private readonly EmissionSums _emissions = new(words, places);

        public void Find(PaperPassages paper, List<SpanCandidate> into)
        {
            CrfTransitions transitions = words.Weights.Transitions;
            _context.Read(paper, words);
            for (int passage = 0; passage < _context.Passages.Length; passage++)
            {
                foreach (TokenRange sentence in paper[passage].Sentences)
                {
                    for (int first = sentence.First; first < sentence.End; first += LongestSequence)
                    {
                        TokenRange sequence = new(first, Math.Min(sentence.End, first + LongestSequence));
                        ReadOnlySpan<float> emissions = _emissions.Read(_context, _context.Passages[passage], sentence, sequence);
                        _lattice.Run(emissions, sequence.Length, transitions);
                        SpanFinder.Find(_lattice, transitions, passage, sequence.First, into);
                    }
                }
            }
        }
    }
}
