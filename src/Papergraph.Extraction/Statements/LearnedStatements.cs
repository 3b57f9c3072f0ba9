using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds what a paper states between its entities, with a learned classifier.</summary>
internal static class LearnedStatements
{
    /// <summary>At most one statement of every pair of entities, at least as probable as the model's threshold.</summary>
    /// <param name="model">The classifier.</param>
    /// <param name="paper">The mentions.</param>
    /// <param name="roles">What <see cref="LearnedRoles.Probabilities"/> gives.</param>
    /// <returns>Sorted by head, relation and tail; the evidence is the sentence of the later mention.</returns>
    public static List<Statement> Find(ThresholdedModel model, PaperMentions paper, double[] roles)
    {
        List<Statement> statements = [];
        FeatureList list = new(model.Classifier.Bits);
        StatementFeatures features = new(paper, roles, list);
        Span<float> scores = stackalloc float[LinearModel.Lanes];
        Span<double> probabilities = stackalloc double[StatementClasses.Count];
        foreach (EntityPair pair in EntityPairs.Of(paper, roles))
        {
            features.Write(pair);
            model.Classifier.Score(list.Rows, scores);
            if (!MayReach(scores[..StatementClasses.Count], model.Threshold)) continue;
            Softmax.Normalize(scores[..StatementClasses.Count], probabilities);
            int best = MostProbable(probabilities);
            if (probabilities[best] < model.Threshold) continue;
            (Relation relation, bool headIsFirst) = StatementClasses.RelationOf(best);
            (int head, int tail) = headIsFirst ? (pair.First, pair.Second) : (pair.Second, pair.First);
            FieldSpan evidence = paper.EvidenceOf(paper.Places[pair.Second]);
            statements.Add(new Statement(head, relation, tail, evidence, Math.Round(probabilities[best], 4)));
        }

        statements.Sort(static (a, b) => (a.Head, a.Relation, a.Tail).CompareTo((b.Head, b.Relation, b.Tail)));
        return statements;
    }

    // The best class against none alone: with the others its probability is lower still. Spares most pairs the exponentials.
    private static bool MayReach(ReadOnlySpan<float> scores, float threshold)
    {
        float best = float.NegativeInfinity;
        foreach (float score in scores[(StatementClasses.None + 1)..]) best = Math.Max(best, score);
        return StableMath.Exp(best - scores[StatementClasses.None]) * (1 - threshold) >= threshold * 0.999;
    }

    /// <summary>The most probable class other than none.</summary>
    public static int MostProbable(ReadOnlySpan<double> probabilities)
    {
        int best = StatementClasses.None + 1;
        for (int c = best + 1; c < probabilities.Length; c++)
        {
            if (probabilities[c] > probabilities[best]) best = c;
        }

        return best;
    }
}
