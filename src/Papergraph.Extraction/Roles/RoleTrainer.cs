using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Learns the roles of entities.</summary>
internal static class RoleTrainer
{
    private const int Bits = 16, Folds = 5;
    private const double Penalty = 10;

    /// <summary>Learns from papers whose entities have roles.</summary>
    /// <param name="papers">Entities that the annotators did not mark are left out.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <returns>The model, and of every paper what <see cref="LearnedRoles.Probabilities"/> would give if the model did not know it.</returns>
    public static (ThresholdedModel Model, IReadOnlyList<double[]> HeldOut) Train(
        IReadOnlyList<AnnotatedMentions> papers, CancellationToken cancellation)
    {
        LogisticOptions options = new(RoleClasses.Count, Bits, Penalty);
        FeatureList list = new(Bits);
        ExampleSet examples = new();
        foreach (AnnotatedMentions paper in papers)
        {
            Role?[] labels = RoleExamples.LabelsOf(paper.Source, paper.Paper);
            RoleFeatures features = new(paper.Paper, list);
            for (int entity = 0; entity < labels.Length; entity++)
            {
                // Of what nobody judged only the features count: its probabilities are asked for.
                features.Write(entity);
                examples.Add(list.Rows, (int)(labels[entity] ?? Role.Mentions), paper.Group, labels[entity] is null ? 0 : 1);
            }
        }

        IReadOnlyList<float[]> scores = LogisticTrainer.HeldOutScores(examples, options, Folds, cancellation);
        double temperature = Temperature.Fit(examples, scores, options.Classes);
        double[] probabilities = Temperature.Probabilities(scores, options.Classes, temperature);
        LinearModel model = LogisticTrainer.Train(examples, options, temperature, cancellation);
        return (new ThresholdedModel(model, Threshold(examples, probabilities)), Split(papers, probabilities));
    }

    private static float Threshold(ExampleSet examples, double[] probabilities)
    {
        List<(double, bool)> found = [];
        int wanted = 0;
        for (int i = 0; i < examples.Count; i++)
        {
            if (examples.Weight(i) == 0) continue;
            bool isIntroduced = examples.Label(i) == (int)Role.Introduces;
            if (isIntroduced) wanted++;
            found.Add((probabilities[(i * RoleClasses.Count) + (int)Role.Introduces], isIntroduced));
        }

        return BestThreshold.ByF1(found, wanted);
    }

    private static List<double[]> Split(IReadOnlyList<AnnotatedMentions> papers, double[] probabilities)
    {
        List<double[]> split = [];
        int at = 0;
        foreach (AnnotatedMentions paper in papers)
        {
            int length = paper.Paper.EntityCount * RoleClasses.Count;
            split.Add(probabilities[at..(at + length)]);
            at += length;
        }

        return split;
    }
}
