using Papergraph.Core;
using Papergraph.Pipeline.Records;
using Papergraph.Pipeline.Stages;
using Papergraph.Store;

namespace Papergraph.Pipeline;

/// <summary>Makes and changes the graph in a directory: reads papers, links them, extracts what they say and publishes one new version.</summary>
/// <remarks>
/// A graph is a function of the set of its records and of the extractor. Adding and removing change that set and make the graph from it
/// anew, so that <c>add(build(A), B)</c> equals <c>build(A ∪ B)</c> and removing what was added gives back the same bytes. Until the new
/// version is published nothing of it can be seen, and a run that ends early, however it ends, leaves the graph as it was.
/// </remarks>
public sealed class GraphBuilder
{
    private readonly BuildOptions _options;

    /// <summary>Creates a builder.</summary>
    /// <exception cref="PapergraphException">An option is outside its range.</exception>
    public GraphBuilder(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Validated();
    }

    /// <summary>Builds a new graph of all papers in the inputs. Building the same papers again changes nothing.</summary>
    /// <param name="directory">Where the graph goes; made when it is missing.</param>
    /// <param name="inputs">Files, folders, or <c>-</c> for standard input.</param>
    /// <param name="progress">Told how far the run has come, or null.</param>
    /// <param name="cancellation">Ends the run; nothing is changed then.</param>
    /// <exception cref="PapergraphException">The directory holds a graph of other papers, another process writes to it, an input is missing,
    /// it has changes made by transactions, or there is no usable record. A <see cref="BuildFailedException"/> has the report of what was read until then.</exception>
    public BuildReport Build(
        string directory, IReadOnlyList<string> inputs, IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default) =>
        Write(directory, inputs, replace: _options.Replace, (run, reading) =>
        {
            reading.ReadInto(run.Spool);
            if (run.Spool.Count == 0) throw PipelineErrors.NoRecords(reading.Rejected);
            RecordCatalog records = run.Spool.Seal();
            if (run.Existing is not null && !run.Holds(records)) throw PipelineErrors.OtherGraphThere(directory);
            return records;
        }, progress, cancellation);

    /// <summary>Adds the papers in the inputs to the graph. Adding papers that it holds already changes nothing.</summary>
    /// <inheritdoc cref="Build"/>
    public BuildReport Add(
        string directory, IReadOnlyList<string> inputs, IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default) =>
        Change(directory, inputs, (run, reading) =>
        {
            run.TakeExistingRecords(exceptOfPapers: []);
            reading.ReadInto(run.Spool);
            return run.Spool.Seal();
        }, progress, cancellation);

    /// <summary>Removes papers, with every record of them, from the graph. Papers that others cite remain as placeholders.</summary>
    /// <param name="directory">Where the graph is.</param>
    /// <param name="papers">Identifiers; any identifier of a paper will do.</param>
    /// <param name="progress">Told how far the run has come, or null.</param>
    /// <param name="cancellation">Ends the run; nothing is changed then.</param>
    /// <exception cref="PapergraphException">There is no graph, or it holds no such paper as a record.</exception>
    public BuildReport Remove(
        string directory, IReadOnlyList<string> papers, IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default) =>
        Change(directory, [], (run, _) =>
        {
            run.TakeExistingRecords(exceptOfPapers: papers);
            return run.Spool.Seal();
        }, progress, cancellation);

    private BuildReport Change(
        string directory, IReadOnlyList<string> inputs, Func<GraphRun, InputReading, RecordCatalog> gather, IProgress<ProgressUpdate>? progress,
        CancellationToken cancellation) =>
        GraphDirectory.Exists(directory)                       // asked before the lock, which would make the directory
            ? Write(directory, inputs, replace: false, gather, progress, cancellation)
            : throw PipelineErrors.NoGraph(directory);

    /// <summary>Whether the graph that is there has changes that are in no record.</summary>
    private static bool IsEdited(GraphWriteLock writeLock, bool damageIsNoObstacle)
    {
        try
        {
            using GraphReader? existing = writeLock.OpenRead();
            return existing is { IsEdited: true };
        }
        catch (StoreException) when (damageIsNoObstacle)
        {
            return false;
        }
    }

    /// <summary>Gathers records and publishes the graph of them. With <paramref name="replace"/> a damaged graph is replaced as well.</summary>
    private BuildReport Write(
        string directory, IReadOnlyList<string> inputs, bool replace, Func<GraphRun, InputReading, RecordCatalog> gather,
        IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        InputReading reading = new(_options.Sources, inputs, progress, cancellation);
        StageClock clock = new();
        try
        {
            using GraphWriteLock writeLock = GraphDirectory.Lock(directory);
            if (!_options.DiscardChanges && IsEdited(writeLock, damageIsNoObstacle: replace)) throw PipelineErrors.Edited(directory);
            using GraphRun run = new(directory, replace ? null : writeLock.OpenRead(), _options);
            IReadOnlyList<string> analyses = KeptAnalyses.Of(run.Existing);
            string? former = run.FormerExtractor;
            RecordCatalog records = clock.During("read", () => gather(run, reading));
            if (run.Holds(records) && !run.Existing!.IsEdited) return Report(run.Existing!.Version, changed: false, contents: null);

            using SegmentWriter writer = writeLock.BeginVersion(_options.Threads);
            GraphComposer composer = new(records, _options, run.RunId, reading.Findings.Add, clock);
            GraphContents contents = composer.Compose(writer, progress, cancellation);
            long version = clock.During("write", () => writer.Publish(cancellation));
            return Report(version, changed: true, contents) with { DroppedAnalyses = analyses, FormerExtractor = former };
        }
        catch (IOException e)
        {
            throw new BuildFailedException(PipelineErrors.CannotWrite(directory, e), BuildReport.Of(reading, clock));
        }
        catch (PapergraphException e)
        {
            throw new BuildFailedException(e, BuildReport.Of(reading, clock));
        }

        BuildReport Report(long version, bool changed, GraphContents? contents) =>
            BuildReport.Of(reading, clock) with { Directory = directory, Version = version, Changed = changed, Contents = contents };
    }
}
