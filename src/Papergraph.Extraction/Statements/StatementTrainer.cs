namespace Papergraph.Extraction;

/// <summary>Learns what texts state between entities.</summary>
internal static class StatementTrainer
{
    private const int Bits = 16, Folds = 5;
    private const double Penalty = 10;

    /// <summary>Learns from papers with relations. A pair of which the annotators recorded nothing states nothing.</summary>
    /// <param name="papers">The papers; the threshold is chosen on the mentions that a labeller found, where there are such.</param>
    /// <param name="roles">Per paper the probabilities of roles, by a model that does not know the paper.</param>
    /// <param name="cancellation">Ends the training.</param>
    public static ThresholdedModel Train(
        IReadOnlyList<AnnotatedMentions> papers, IReadOnlyList<double[]> roles, CancellationToken cancellation)
    {
        LogisticOptions options = new(StatementClasses.Count, Bits, Penalty);
        FeatureList list = new(Bits);
        ExampleSet examples = new();
        bool anyFound = papers.Any(paper => paper.IsFound);
        List<bool> isJudged = [];
        int wanted = 0;
        for (int i = 0; i < papers.Count; i++)
        {
            PaperMentions paper = papers[i].Paper;
            StatementExamples annotated = new(papers[i].Source, paper);
            if (papers[i].IsFound == anyFound) wanted += annotated.Count;
            StatementFeatures features = new(paper, roles[i], list);
            foreach (EntityPair pair in EntityPairs.Of(paper, roles[i]))
            {
                features.Write(pair);
                isJudged.Add(papers[i].IsFound == anyFound);
                int label = annotated.LabelOf(paper.Places[pair.First].Entity, paper.Places[pair.Second].Entity);
                examples.Add(list.Rows, label, papers[i].Group);
            }
        }

        IReadOnlyList<float[]> scores = LogisticTrainer.HeldOutScores(examples, options, Folds, cancellation);
        double temperature = Temperature.Fit(examples, scores, options.Classes);
        double[] probabilities = Temperature.Probabilities(scores, options.Classes, temperature);
        LinearModel model = LogisticTrainer.Train(examples, options, temperature, cancellation);
        return new ThresholdedModel(model, Threshold(examples, isJudged, probabilities, wanted));
    }

    private static float Threshold(ExampleSet examples, List<bool> isJudged, double[] probabilities, int wanted)
    {
        List<(double, bool)> found = [];
        for (int i = 0; i < examples.Count; i++)
        {
            if (!isJudged[i]) continue;
            ReadOnlySpan<double> row = probabilities.AsSpan(i * StatementClasses.Count, StatementClasses.Count);
            int best = LearnedStatements.MostProbable(row);
            found.Add((row[best], best == examples.Label(i)));
        }

        return BestThreshold.ByF1(found, wanted);
    }
}
