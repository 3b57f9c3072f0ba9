using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Pipeline.Stages;
using Papergraph.Sources;

namespace Papergraph.Pipeline;

/// <summary>Reads the texts of papers that nobody annotated.</summary>
public static class UnlabelledPapers
{
    /// <summary>Reads whole inputs.</summary>
    /// <param name="inputs">Files, folders, or <c>-</c> for standard input; their order counts.</param>
    /// <param name="progress">Told how far it has come, or null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The records that have an abstract.</returns>
    /// <exception cref="PapergraphException">An input is missing.</exception>
    public static IReadOnlyList<PaperText> Read(
        IReadOnlyList<string> inputs, IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Count == 0 ? [] : [.. new InputReading(new SourceOptions(), inputs, progress, cancellation).ReadTexts()
            .Where(text => text.Abstract.Length > 0)];
    }
}
