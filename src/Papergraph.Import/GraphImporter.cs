using System.Diagnostics;
using Papergraph.Core;
using Papergraph.Import.Csv;
using Papergraph.Import.Loading;
using Papergraph.Store;

namespace Papergraph.Import;

/// <summary>Makes a graph of the CSV files that <c>neo4j-admin database import full</c> takes (Neo4j operations manual 5, “Import”).
/// </summary>
/// <remarks>The bytes of the graph are a function of the files and the options and do not depend on the number of threads. Nothing of it
/// can be seen before all of it is published.</remarks>
public static class GraphImporter
{
    /// <summary>Imports files into a new graph, or into a new version of one that may be replaced.</summary>
    /// <param name="directory">Where the graph goes; made when it is missing.</param>
    /// <param name="nodes">The files of nodes, at least one group.</param>
    /// <param name="relationships">The files of relationships.</param>
    /// <param name="options">How to read them, or null for the defaults.</param>
    /// <param name="progress">Told of bytes read, or null.</param>
    /// <param name="cancellation">Ends the import; nothing is changed then.</param>
    /// <exception cref="PapergraphException">A file cannot be read, a header cannot be used, more rows are rejected than allowed, or the
    /// directory cannot be written to. An <see cref="ImportFailedException"/> has what was found until then.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was published.</exception>
    public static ImportReport Import(
        string directory, IReadOnlyList<FileGroup> nodes, IReadOnlyList<FileGroup> relationships, ImportOptions? options = null,
        IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(relationships);
        options ??= new();
        options.Validate();
        if (nodes.Count == 0) throw ImportErrors.NoInputs();
        FindingList findings = new(options);
        try
        {
            return Import(directory, nodes, relationships, options, findings, progress, cancellation);
        }
        catch (PapergraphException e) when (findings.Findings.Count > 0)
        {
            throw new ImportFailedException(e, findings.Findings, findings.Rejected);
        }
    }

    private static ImportReport Import(
        string directory, IReadOnlyList<FileGroup> nodes, IReadOnlyList<FileGroup> relationships, ImportOptions options,
        FindingList findings, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        InputGroup[] nodeGroups = [.. nodes.Select(group => InputGroup.Open(group, isOfNodes: true, options, findings))];
        InputGroup[] relationshipGroups = [.. relationships.Select(group => InputGroup.Open(group, isOfNodes: false, options, findings))];
        string[] files = [.. nodeGroups.Concat(relationshipGroups).SelectMany(group => group.Files)];
        if (!options.Replace && GraphDirectory.Exists(directory)) throw ImportErrors.GraphThere(directory);

        using GraphWriteLock held = GraphDirectory.Lock(directory);
        // Asked again: another may have published meanwhile, or a graph may be there that has lost what names its version.
        if (!options.Replace && held.Version > 0) throw ImportErrors.GraphThere(directory);
        using SegmentWriter writer = held.BeginVersion(options.Threads);
        NodeLoading nodeLoading = new(writer, options, findings, nodeGroups);
        nodeLoading.DeclareSpaces();
        RelationshipLoading relationshipLoading = new(writer, options, findings, relationshipGroups, nodeLoading.Spaces);
        relationshipLoading.CheckSpaces();

        ByteProgress read = new(files, progress);
        CsvChunkReader reader = new(options, read.Advance, cancellation);
        List<(string Stage, double Seconds)> seconds = [];
        During("nodes", () =>
        {
            foreach (InputGroup group in nodeGroups) nodeLoading.Load(group, reader.ReadRows(group.Files), cancellation);
            nodeLoading.Finish();
        });
        During("relationships", () =>
        {
            foreach (InputGroup group in relationshipGroups) relationshipLoading.Load(group, reader.ReadRows(group.Files), cancellation);
            relationshipLoading.Finish();
        });
        long version = 0;
        During("write", () =>
        {
            new IndexChoice([.. nodeLoading.Tables], nodeGroups, options).Declare(writer, findings);
            version = writer.Publish(cancellation);
        });
        return new(
            directory, version, nodeLoading.Count, relationshipLoading.Count, findings.Rejected, files, read.Done, seconds,
            findings.Findings, findings.Omitted);

        void During(string stage, Action work)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            seconds.Add((stage, Stopwatch.GetElapsedTime(start).TotalSeconds));
        }
    }
}
