namespace Papergraph.Extraction;

/// <summary>Reads the spans of a sequence and their probabilities off its lattice.</summary>
internal static class SpanFinder
{
    // Far above the rounding of probabilities that sum to 1.
    private const double Rounding = 1e-6;

    /// <summary>Adds every span that is probable enough, sorted.</summary>
    /// <param name="lattice">The lattice of the sequence.</param>
    /// <param name="transitions">The transitions it was made with.</param>
    /// <param name="passage">Number of the passage.</param>
    /// <param name="offset">The token of the passage at which the sequence begins.</param>
    /// <param name="into">Receives them.</param>
    public static void Find(CrfLattice lattice, CrfTransitions transitions, int passage, int offset, List<SpanCandidate> into)
    {
        int labels = transitions.Layout.Tags.Labels;
        for (int token = 0; token < lattice.Length; token++)
        {
            // What is surely outside begins nothing.
            if (lattice.Marginal(token, TagSet.Outside) > 1 - ISpanLabeller.LeastProbability + Rounding) continue;
            int before = into.Count;
            for (int label = 0; label < labels; label++)
            {
                double alone = lattice.Marginal(token, TagSet.Single(label));
                if (alone >= ISpanLabeller.LeastProbability)
                    into.Add(new SpanCandidate(passage, new TokenRange(offset + token, offset + token + 1), label, (float)alone));
                if (lattice.Marginal(token, TagSet.Begin(label)) >= ISpanLabeller.LeastProbability)
                    AddLonger(lattice, transitions, passage, offset, token, label, into);
            }

            if (into.Count - before > 1) into.Sort(before, into.Count - before, null);
        }
    }

    private static void AddLonger(
        CrfLattice lattice, CrfTransitions transitions, int passage, int offset, int first, int label, List<SpanCandidate> into)
    {
        int tag = TagSet.Begin(label), inside = TagSet.Inside(label), end = TagSet.End(label);
        double path = lattice.Beginning(first, tag);
        int last = Math.Min(lattice.Length, first + CrfLabeller.LongestSpan);
        for (int token = first + 1; token < last; token++)
        {
            double closed = path * lattice.Step(token, tag, end, transitions) * lattice.Completion(token, end);
            if (closed >= ISpanLabeller.LeastProbability)
                into.Add(new SpanCandidate(passage, new TokenRange(offset + first, offset + token + 1), label, (float)closed));
            path *= lattice.Step(token, tag, inside, transitions);
            tag = inside;
            if (path * lattice.Completion(token, inside) < ISpanLabeller.LeastProbability) return;
        }
    }
}
