namespace Papergraph.Extraction;

/// <summary>Asks several labellers; the probability of a span is the weighted mean of theirs, 0 where one does not give it.</summary>
internal sealed class MeanLabeller : ISpanLabeller
{
    private readonly (ISpanLabeller Labeller, float Weight)[] _members;

    /// <summary>Labellers that tell the same labels apart, with weights that sum to 1.</summary>
    public MeanLabeller(params (ISpanLabeller Labeller, float Weight)[] members)
    {
        if (members.Length == 0 || !Array.TrueForAll(members, member => member.Labeller.Labels.SequenceEqual(members[0].Labeller.Labels)))
            throw new ArgumentException("At least one labeller is needed, and all must tell the same labels apart.", nameof(members));
        _members = members;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Labels => _members[0].Labeller.Labels;

    /// <inheritdoc/>
    public void Find(PaperPassages paper, List<SpanCandidate> into)
    {
        Dictionary<(int Passage, TokenRange Range, int Label), float> sums = [];
        List<SpanCandidate> found = [];
        foreach ((ISpanLabeller labeller, float weight) in _members)
        {
            found.Clear();
            labeller.Find(paper, found);
            foreach (SpanCandidate candidate in found)
            {
                (int, TokenRange, int) key = (candidate.Passage, candidate.Range, candidate.Label);
                sums[key] = sums.GetValueOrDefault(key) + (candidate.Probability * weight);
            }
        }

        int begin = into.Count;
        foreach (((int passage, TokenRange range, int label), float probability) in sums)
        {
            if (probability >= ISpanLabeller.LeastProbability) into.Add(new SpanCandidate(passage, range, label, probability));
        }

        into.Sort(begin, into.Count - begin, null);
    }
}
