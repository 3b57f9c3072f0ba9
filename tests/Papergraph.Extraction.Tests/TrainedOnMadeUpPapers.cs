namespace Papergraph.Extraction.Tests;

/// <summary>Classifiers of roles and statements that learned from <see cref="MadeUpPapers"/>.</summary>
public sealed class TrainedOnMadeUpPapers
{
    public TrainedOnMadeUpPapers()
    {
        AnnotatedMentions[] papers = [.. MadeUpPapers.Many.Select(MadeUpPapers.Marked)];
        (Roles, IReadOnlyList<double[]> heldOut) = RoleTrainer.Train(papers, CancellationToken.None);
        Statements = StatementTrainer.Train(papers, heldOut, CancellationToken.None);
    }

    internal ThresholdedModel Roles { get; }

    internal ThresholdedModel Statements { get; }
}
