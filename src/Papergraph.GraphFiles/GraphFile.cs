using Papergraph.Core;
using Papergraph.GraphFiles.Gml;
using Papergraph.GraphFiles.Inputs;
using Papergraph.GraphFiles.MatrixMarket;
using Papergraph.GraphFiles.Metis;
using Papergraph.GraphFiles.Pairs;
using Papergraph.GraphFiles.Xml;

namespace Papergraph.GraphFiles;

/// <summary>Reads graphs from files of nodes and edges.</summary>
public static class GraphFile
{
    /// <summary>Reads a file, compressed with gzip or not, of any format in <see cref="GraphFileFormat"/>.</summary>
    /// <remarks>
    /// <para>Nodes are numbered in the order of their ids where all ids are whole numbers, otherwise in the order in which the file first
    /// has them. Self-loops and parallel edges are kept. <c>docs/formats/graph-files.md</c> says what is taken of each format.</para>
    /// <para>What cannot be understood is left out and reported, and everything else is read. The graph is the same for any number of
    /// threads. Memory: 16 bytes an edge while it is read (32 with weights) besides the graph, for formats other than pairs and matrices
    /// about 100 bytes a node and 40 an edge more.</para>
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it, or null for the defaults.</param>
    /// <param name="report">Receives what is found wrong, on the calling thread, or null.</param>
    /// <param name="progress">Receives the bytes read as stored, from a reading thread, one at a time, or null.</param>
    /// <param name="cancellation">Observed at each read from the file and now and then afterwards.</param>
    /// <exception cref="PapergraphException">There is no such file, it cannot be read, it is damaged or in no known format, nothing in it
    /// can be understood, or an option does not fit it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static LoadedGraph Read(
        string path,
        GraphFileOptions? options = null,
        Action<Diagnostic>? report = null,
        IProgress<ProgressUpdate>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        GraphFileOptions chosen = options ?? new();
        chosen.Validate();
        try
        {
            return Read(file => GraphInput.Open(file, chosen, progress, cancellation), path, chosen, report, cancellation);
        }
        catch (UnfoldingLimitException e)
        {
            throw GraphFileErrors.UnfoldsTooFar(path, e.Limit);
        }
        catch (InvalidDataException e)
        {
            throw GraphFileErrors.Damaged(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw GraphFileErrors.Unreadable(path, e);
        }
        catch (OverflowException)
        {
            throw GraphFileErrors.TooManyEdges(path);
        }
    }

    private static LoadedGraph Read(
        Func<string, GraphInput> open, string path, GraphFileOptions options, Action<Diagnostic>? report, CancellationToken cancellation)
    {
        Findings findings = new(path, report);
        using GraphInput input = open(path);
        GraphFileFormat format = options.Format ?? FormatRecognition.Of(input);
        LoadedGraph graph = format switch
        {
            GraphFileFormat.GraphMl => new GraphMlReader(input, options, findings, cancellation).Read(),
            GraphFileFormat.Gexf => new GexfReader(input, options, findings, cancellation).Read(),
            GraphFileFormat.Gml => new GmlReader(input, options, findings, cancellation).Read(),
            GraphFileFormat.Metis => new MetisReader(input, options, findings, cancellation).Read(),
            GraphFileFormat.MatrixMarket => new MatrixMarketReader(input, options, findings, cancellation).Read(),
            _ => new PairFileReader(open, path, options, findings, cancellation).Read(input, format == GraphFileFormat.AdjacencyList),
        };
        findings.Close();
        if (graph.Graph.NodeCount == 0 && findings.First is { } first) throw GraphFileErrors.NothingUnderstood(path, format, first.Message);
        if (options.Weight is { Length: > 0 } weight && !graph.Graph.IsWeighted && graph.Graph.EdgeCount > 0)
            throw GraphFileErrors.NoSuchWeight(path, weight);
        if (graph.Graph.EdgeCount == 0) findings.Add(GraphFileDiagnostics.NoEdges(path));
        return graph with { Format = format, Rejected = findings.Rejected };
    }
}
