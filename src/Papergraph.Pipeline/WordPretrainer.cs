using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Pipeline.Stages;
using Papergraph.Sources;

namespace Papergraph.Pipeline;

/// <summary>Learns word resources from whole inputs.</summary>
public static class WordPretrainer
{
    /// <summary>Reads the inputs and learns from every record that has a title or an abstract.</summary>
    /// <param name="inputs">Files, folders, or <c>-</c> for standard input; their order counts.</param>
    /// <param name="sources">How inputs are read.</param>
    /// <param name="options">How is learned.</param>
    /// <param name="progress">Told how far it has come, or null.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>What was learned, and what was read and rejected; <see cref="BuildReport.Contents"/> is null.</returns>
    /// <exception cref="PapergraphException">An input is missing, an option is outside its range, or there is too little text.</exception>
    public static (WordPretrainingResult Learned, BuildReport Read) Train(
        IReadOnlyList<string> inputs,
        SourceOptions sources,
        WordPretrainingOptions options,
        IProgress<ProgressUpdate>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        InputReading reading = new(sources, inputs, progress, cancellation);
        StageClock clock = new();
        IEnumerable<PaperText> texts = reading.ReadTexts().Where(text => text.Title.Length + text.Abstract.Length > 0);
        WordPretrainingResult? learned = null;
        clock.During("learn", () => learned = WordPretraining.Train(texts, options, progress, cancellation));
        return (learned!, BuildReport.Of(reading, clock));
    }
}
