using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Papers labelled in one way.</summary>
/// <param name="Papers">Their spans refer to the labels.</param>
/// <param name="Labels">The labels.</param>
internal sealed record NeuralTrainingSet(IReadOnlyList<LabelledPaper> Papers, IReadOnlyList<string> Labels)
{
    /// <summary>Annotated papers with the labels that they use.</summary>
    public static NeuralTrainingSet Of(IReadOnlyList<AnnotatedPaper> papers)
    {
        IReadOnlyList<string> labels = LabelledPaper.LabelsOf(papers);
        return new NeuralTrainingSet([.. papers.Select(paper => LabelledPaper.Of(paper, labels))], labels);
    }
}
