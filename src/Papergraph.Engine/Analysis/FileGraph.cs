using System.Globalization;
using Papergraph.Algorithms;
using Papergraph.Core;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Engine.Search;
using Papergraph.GraphFiles;

namespace Papergraph.Engine.Analysis;

/// <summary>A graph of a file of nodes and edges, to run algorithms over without storing it.</summary>
public sealed class FileGraph : AnalysisGraph
{
    private readonly LoadedGraph _file;
    private Dictionary<string, int>? _numbers;

    private FileGraph(LoadedGraph file, DirectedCsr edges, string source, bool undirected, Execution execution)
        : base(edges, file.IsDirected && !undirected, execution) => (_file, Source) = (file, source);

    /// <summary>Reads a file of nodes and edges, in any format that <see cref="GraphFile"/> knows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="undirected">Whether directions are dropped.</param>
    /// <param name="weight">The attribute or column that holds the weights, <c>count</c> for the number of parallel edges, <c>none</c> for
    /// none, or null for what the file calls weights.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <param name="report">Receives what is found wrong with the file, or null.</param>
    /// <param name="name">What to call the file, or null for its path.</param>
    /// <exception cref="PapergraphException">The file cannot be read or understood.</exception>
    public static FileGraph Read(
        string path, bool undirected, string? weight, Execution? execution = null, Action<Diagnostic>? report = null, string? name = null)
    {
        execution ??= Execution.Default;
        bool isAttribute = weight is not (null or ProjectionRequest.CountWeight or ProjectionRequest.NoWeight);
        GraphFileOptions options = new() { Weight = isAttribute ? weight : null, Threads = execution.Threads };
        LoadedGraph file = GraphFile.Read(path, options, report, execution.Progress, execution.Cancellation);
        DirectedCsr edges = weight switch
        {
            ProjectionRequest.CountWeight => ParallelEdgeCount.Of(file.Graph.Unweighted()),
            ProjectionRequest.NoWeight => file.Graph.Unweighted(),
            _ => file.Graph,
        };
        return new(file, edges, name ?? path, undirected, execution);
    }

    /// <summary>Number of lines, nodes and edges of the file that were left out.</summary>
    public long Rejected => _file.Rejected;

    /// <inheritdoc/>
    public override string Source { get; }

    /// <inheritdoc/>
    public override string IdOf(int node) => _file.Names?[node] ?? node.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string NameOf(int node) => IdOf(node);

    /// <inheritdoc/>
    public override int Find(string name)
    {
        if (_numbers is null)
        {
            _numbers = new(StringComparer.Ordinal);
            for (int node = 0; node < NodeCount; node++) _numbers.TryAdd(IdOf(node), node);
        }

        return _numbers.TryGetValue(name, out int found) ? found : throw EngineErrors.NoFileNode(name, Spelling.Nearest(name, _numbers.Keys));
    }

    /// <inheritdoc/>
    public override double[] Numbers(string property)
    {
        double[] numbers = [.. Texts(property).Select(text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)];
        return NodeCount == 0 || numbers.Any(number => !double.IsNaN(number)) ? numbers : throw EngineErrors.NoNumbers(property, Known);
    }

    /// <inheritdoc/>
    public override string?[] Texts(string property) =>
        _file.NodeAttributes.TryGetValue(property, out IReadOnlyList<string?>? texts) ? [.. texts] : throw EngineErrors.NoProperty(property, Known);

    private IReadOnlyList<string> Known => [.. _file.NodeAttributes.Keys.Order(StringComparer.Ordinal)];
}
