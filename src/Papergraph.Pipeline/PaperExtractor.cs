using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Pipeline.Stages;
using Papergraph.Sources;

namespace Papergraph.Pipeline;

/// <summary>Extracts without building a graph: record after record, in the order of the input.</summary>
public sealed class PaperExtractor
{
    private const int BatchSize = 256;
    private readonly BuildOptions _options;

    /// <summary>Creates an extractor of whole inputs.</summary>
    /// <param name="options">How inputs are read, what extracts, and on how many threads.</param>
    /// <exception cref="PapergraphException">An option is outside its range.</exception>
    public PaperExtractor(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Validated();
    }

    /// <summary>Reads the inputs and hands each record, in order, to <paramref name="take"/>; memory does not grow with the input.</summary>
    /// <param name="inputs">Files, folders, or <c>-</c> for standard input.</param>
    /// <param name="take">Receives each record.</param>
    /// <param name="progress">Told how far the reading has come, or null.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>What was read and rejected; <see cref="BuildReport.Contents"/> is null.</returns>
    /// <exception cref="PapergraphException">An input is missing.</exception>
    public BuildReport Extract(
        IReadOnlyList<string> inputs, Action<ExtractedPaper> take, IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default)
    {
        InputReading reading = new(_options.Sources, inputs, progress, cancellation);
        StageClock clock = new();
        clock.During("extract", () =>
        {
            foreach (SourceRecord[] batch in reading.Read().Chunk(BatchSize))
                OrderedParallel.Map(batch.Length, _options.Threads, i => Extract(batch[i].Record), (_, paper) => take(paper), cancellation);
        });
        return BuildReport.Of(reading, clock);
    }

    private ExtractedPaper Extract(PaperRecord record)
    {
        string id = record.Key ?? (record.Identifiers.Count > 0 ? record.Identifiers[0].ToString() : PaperRecordCodec.Name(PaperRecordCodec.Encode(record)));
        return ExtractedPaper.By(_options.Extractor, id, new PaperText(record.Title ?? "", record.Abstract ?? ""));
    }
}
