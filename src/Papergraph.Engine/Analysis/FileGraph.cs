using System.Globalization;
using Papergraph.Algorithms;
using Papergraph.Engine.Search;
using Papergraph.GraphFiles;

namespace Papergraph.Engine.Analysis;

/// <summary>A graph of a file of nodes and edges, to run algorithms over without storing it.</summary>
public sealed class FileGraph : AnalysisGraph
{
    private readonly LoadedGraph _file;
    private Dictionary<string, int>? _numbers;

    internal FileGraph(LoadedGraph file, string source, bool undirected, Execution execution)
        : base(file.Graph, file.IsDirected && !undirected, execution) => (_file, Source) = (file, source);

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
