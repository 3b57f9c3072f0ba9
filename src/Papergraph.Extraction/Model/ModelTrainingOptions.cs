using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>How a model is trained.</summary>
public sealed record ModelTrainingOptions
{
    /// <summary>What is known of words; null for nothing.</summary>
    public WordResources? Words { get; init; }

    /// <summary>What is known of language, which <see cref="ExtractionQuality.Best"/> builds on; null for nothing.</summary>
    public LanguageResources? Language { get; init; }

    /// <summary>What the model shall be able to: <see cref="ExtractionQuality.Best"/> also trains taggers over <see cref="Words"/> and
    /// <see cref="Language"/>, which takes many times as long.</summary>
    public ExtractionQuality Quality { get; init; }

    /// <summary>Sets of papers that are annotated in other ways, each with labels of its own. The taggers of
    /// <see cref="ExtractionQuality.Best"/> learn from them what all labels have in common; none of these labels is ever found.</summary>
    public IReadOnlyList<IReadOnlyList<AnnotatedPaper>> Auxiliary { get; init; } = [];

    /// <summary>Papers without annotations: with <see cref="ExtractionQuality.Best"/>, the taggers mark 4,000 of them at equal distances, and
    /// the fast labeller learns from the marks. Those that have the title of an annotated paper are passed over.</summary>
    public IReadOnlyList<PaperText> Unlabelled { get; init; } = [];

    /// <summary>Strength of the Gaussian prior of the labeller, above 0: larger for fewer or noisier annotations.</summary>
    public double Prior { get; init; } = 4;

    /// <summary>Steps of optimisation at most, at least 1.</summary>
    public int Iterations { get; init; } = 60;

    /// <summary>Sizes and pace of the taggers.</summary>
    internal TaggerTrainingOptions Tagger { get; init; } = new();

    /// <summary>Threads at most, at least 1; the model does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <exception cref="PapergraphException">What <see cref="Quality"/> needs is missing, or nothing is marked in an auxiliary
    /// set.</exception>
    internal void Validate()
    {
        if (Quality == ExtractionQuality.Best && (Words is null || Language is null)) throw ExtractionErrors.NoLanguageModel();
        for (int set = 0; set < Auxiliary.Count; set++)
            if (LabelledPaper.LabelsOf(Auxiliary[set]).Count == 0) throw ExtractionErrors.NoMarks(set + 1);
    }
}
