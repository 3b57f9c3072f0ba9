using System.Globalization;
using System.Reflection;
using Papergraph.Corpus;
using Papergraph.Engine.Analysis.Projections;
using Papergraph.Engine.Analysis.Results;
using Papergraph.Store;

namespace Papergraph.Engine.Analysis.Keeping;

/// <summary>A stored graph that is open to be analysed and to keep what is found: as properties of its nodes, and a run node that says how it
/// was found. Nobody else can write to the graph meanwhile.</summary>
public sealed class AnalysisStore : IDisposable
{
    private const int LongestName = 100;

    // So many values in the log are read in about a tenth of a second whenever the graph is opened; more are better off in columns.
    private const long MostValuesInLog = 20_000;

    private static readonly string ProductVersion =
        typeof(AnalysisStore).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly GraphStore _store;
    private readonly string _property;

    private AnalysisStore(GraphStore store, string property)
    {
        (_store, _property) = (store, property);
        Graph = PaperGraph.Of(store.OpenRead());
    }

    /// <summary>The graph as it was when it was opened.</summary>
    public PaperGraph Graph { get; }

    /// <summary>Opens a graph for one analysis.</summary>
    /// <param name="path">The graph directory.</param>
    /// <param name="property">The property that is to hold the results. One that an earlier analysis wrote is replaced.</param>
    /// <param name="durability">What <see cref="Keep"/> waits for.</param>
    /// <exception cref="StoreException">There is no graph, it is damaged, or another process writes to it.</exception>
    /// <exception cref="Core.PapergraphException">No property may have this name, or it holds data of the graph.</exception>
    public static AnalysisStore Open(string path, string property, Durability durability = Durability.Full)
    {
        ArgumentNullException.ThrowIfNull(property);
        if (!IsName(property)) throw EngineErrors.UnfitPropertyName(property);
        AnalysisStore opened = new(GraphStore.Open(path, new() { CreateIfMissing = false, Durability = durability }), property);
        try
        {
            opened.RequireFree([property]);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Writes the results in one step: a number or a group for each node, and how they were found. What an earlier analysis wrote
    /// under the same name goes. Of a big graph a new segment is written afterwards, so that it opens as fast as before.</summary>
    /// <param name="algorithm">Name of the algorithm.</param>
    /// <param name="options">Options that were given, each as it is typed.</param>
    /// <param name="graph">What was analysed, made from <see cref="Graph"/>.</param>
    /// <param name="result">What was found.</param>
    /// <returns>What the graph now says of the analysis.</returns>
    /// <exception cref="Core.PapergraphException">The result has no values of nodes, a property that it needs holds data of the graph, or the
    /// disk refused.</exception>
    public KeptAnalysis Keep(string algorithm, IReadOnlyList<string> options, ProjectedGraph graph, AnalysisResult result)
    {
        ArgumentNullException.ThrowIfNull(graph);
        IReadOnlyList<KeptColumn> columns = KeptColumn.Of(result, _property) ?? throw EngineErrors.NothingToWrite(algorithm);
        KeptAnalysis analysis = new(
            KeptAnalysis.IdPrefix + _property, algorithm, graph.Source, options, [.. columns.Select(column => column.Property)], ProductVersion);
        RequireFree(analysis.Properties);

        using GraphTransaction change = _store.Begin();
        change.IsDerived = true;
        (int Node, KeptAnalysis Analysis) earlier =
            KeptAnalysis.Nodes(Graph.Reader).FirstOrDefault(kept => kept.Analysis.Id == analysis.Id, (Node: -1, Analysis: analysis));
        RemoveValues(change, earlier.Analysis.Properties, graph, replaced: analysis.Properties);
        foreach (KeptColumn column in columns)
        {
            change.SetProperties(
                column.Property, Enumerable.Range(0, graph.NodeCount).Select(node => (graph.StoredNode(node), column[node])));
        }

        Describe(change, earlier.Node >= 0 ? earlier.Node : change.CreateNode(Labels.Run), analysis, graph);
        change.Commit();
        if ((long)graph.NodeCount * columns.Count > MostValuesInLog) _store.Compact();
        return analysis;
    }

    /// <summary>Gives the graph back.</summary>
    public void Dispose()
    {
        Graph.Dispose();
        _store.Dispose();
    }

    private static void Describe(GraphTransaction change, int run, KeptAnalysis analysis, ProjectedGraph graph)
    {
        change.SetProperty(run, Keys.Id, analysis.Id);
        change.SetProperty(run, Keys.Version, analysis.Version);
        change.SetProperty(run, Keys.Algorithm, analysis.Algorithm);
        change.SetProperty(run, Keys.Projection, analysis.Projection);
        change.SetProperty(run, Keys.Options, analysis.Options.Count > 0 ? analysis.Options.ToArray() : null);
        change.SetProperty(run, Keys.Writes, analysis.Properties.ToArray());
        change.SetProperty(run, Keys.Counts, new[] { Count("nodes", graph.NodeCount), Count("edges", graph.EdgeCount) });
    }

    private static string Count(string what, long count) => string.Create(CultureInfo.InvariantCulture, $"{what}: {count}");

    /// <summary>Removes the values of an earlier analysis, but not those that are about to be replaced.</summary>
    private void RemoveValues(GraphTransaction change, IReadOnlyList<string> properties, ProjectedGraph graph, IReadOnlyList<string> replaced)
    {
        foreach (NodeTable table in Graph.Reader.NodeTables)
        {
            foreach (Column column in table.Columns.Where(column => properties.Contains(column.Name)))
            {
                bool isReplaced = replaced.Contains(column.Name);
                foreach (long row in table.LiveRows)
                {
                    int node = table.NodeAt(row);
                    if (!column.IsNull(row) && !(isReplaced && graph.Holds(node))) change.SetProperty(node, column.Name, null);
                }
            }
        }
    }

    /// <summary>Lets pass only properties that hold no data of the graph: ones that are not there, or were written by an analysis.</summary>
    private void RequireFree(IReadOnlyList<string> properties)
    {
        HashSet<string> computed = new(KeptAnalysis.All(Graph.Reader).SelectMany(kept => kept.Properties), StringComparer.Ordinal);
        HashSet<string> others = new(
            KeptAnalysis.All(Graph.Reader).Where(kept => kept.Id != KeptAnalysis.IdPrefix + _property).SelectMany(kept => kept.Properties),
            StringComparer.Ordinal);
        foreach (string property in properties)
        {
            bool isData = !computed.Contains(property)
                && Graph.Reader.NodeTables.Any(table => table.Columns.Any(column => column.Name == property));
            if (isData || others.Contains(property) || Keys.All.Contains(property)) throw EngineErrors.PropertyHoldsData(property);
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
