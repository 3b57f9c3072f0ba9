using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Learns the roles of entities.</summary>
internal static class RoleTrainer
{
    private const int Bits = 16, Folds = 5;
    private const double Penalty = 10;

    /// <summary>Learns from papers whose entities have roles.</summary>
    /// <param name="papers">The papers; the threshold is chosen on the mentions that a labeller found, where there are such.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <returns>The model, and of every paper what <see cref="LearnedRoles.Probabilities"/> would give if the model did not know
    /// it.</returns>
    public static (ThresholdedModel Model, IReadOnlyList<double[]> HeldOut) Train(
        IReadOnlyList<AnnotatedMentions> papers, CancellationToken cancellation)
    {
        LogisticOptions options = new(RoleClasses.Count, Bits, Penalty);
        FeatureList list = new(Bits);
        ExampleSet examples = new();
        foreach (AnnotatedMentions paper in papers)
        {
            int[] labels = RoleExamples.LabelsOf(paper.Source, paper.Paper);
            RoleFeatures features = new(paper.Paper, list);
            for (int entity = 0; entity < labels.Length; entity++)
            {
                features.Write(entity);
                examples.Add(list.Rows, labels[entity], paper.Group);
            }
        }

        IReadOnlyList<float[]> scores = LogisticTrainer.HeldOutScores(examples, options, Folds, cancellation);
        double temperature = Temperature.Fit(examples, scores, options.Classes);
        double[] probabilities = Temperature.Probabilities(scores, options.Classes, temperature);
        LinearModel model = LogisticTrainer.Train(examples, options, temperature, cancellation);
        List<double[]> heldOut = Split(papers, probabilities);
        return (new ThresholdedModel(model, Threshold(papers, heldOut)), heldOut);
    }

    // The highest F1 on introduced names, each surface of a paper once: a description of what is new can be written in many ways.
    private static float Threshold(IReadOnlyList<AnnotatedMentions> papers, List<double[]> probabilities)
    {
        bool anyFound = papers.Any(paper => paper.IsFound);
        List<(double, bool)> found = [];
        int wanted = 0;
        for (int i = 0; i < papers.Count; i++)
        {
            if (papers[i].IsFound != anyFound) continue;
            HashSet<string> introduced = papers[i].Source.Entities.Where(entity => entity.Role == Role.Introduces)
                .SelectMany(entity => entity.Surfaces).Where(surface => NameShape.IsName(surface)).ToHashSet(StringComparer.Ordinal);
            wanted += introduced.Count;
            HashSet<string> seen = new(StringComparer.Ordinal);
            PaperMentions paper = papers[i].Paper;
            foreach (MentionPlace place in paper.Places)
            {
                if (place.Entity < 0) continue;
                string surface = paper.Passages.TextOf(place.Passage, place.Range).ToString();
                if (!NameShape.IsName(surface) || !seen.Add(surface)) continue;
                found.Add((probabilities[i][(place.Entity * RoleClasses.Count) + (int)Role.Introduces], introduced.Contains(surface)));
            }
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
