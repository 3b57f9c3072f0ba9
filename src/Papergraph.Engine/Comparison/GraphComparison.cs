using Papergraph.Core;
using Papergraph.Rdf;
using Papergraph.Store;

namespace Papergraph.Engine.Comparison;

/// <summary>What is not the same in two graphs: which nodes and edges came, went or changed, and where each change comes from.</summary>
/// <remarks>
/// <para>A node is the same that has the same first label and <c>id</c>; one without an id, that has the same labels and properties
/// (<see cref="NodeNames"/>). An edge is the same that has the same type, ends and properties; among the edges with the same type and ends,
/// one that is left over before and one that is left over after are one that changed. Values are compared by type and bit by bit.</para>
/// <para>Everything is compared when this is made; what came, went or changed is read again when it is asked for. Memory: about 60 bytes
/// a node, nothing for an edge. The order depends on what the graphs say and not on how they are stored. Not safe for several threads; both
/// graphs must stay open.</para>
/// </remarks>
public sealed class GraphComparison
{
    private readonly ComparedGraph _before, _after;
    private readonly NodeMatching _matching;
    private readonly NodeComparison _nodes;
    private readonly GroupOrder _order;
    private readonly SortedDictionary<string, (ChangeCounts Counts, List<int> Groups)> _changedNodes;
    private readonly List<EdgeComparison> _edges = [];
    private readonly Lazy<CauseFinder> _causes;

    private GraphComparison(ComparedGraph before, ComparedGraph after, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        (_before, _after) = (before, after);
        _matching = new(before, after, cancellation);
        _nodes = new(_matching, before, after);
        _order = new(_matching, before, after);
        _changedNodes = new(Comparer<string>.Create(GroupOrder.CompareLabels));
        _causes = new(() => new CauseFinder(before, after, cancellation));
        CompareNodes(progress, cancellation);
        IEnumerable<string> types = before.Reader.EdgeTables.Concat(after.Reader.EdgeTables).Select(t => t.Type);
        foreach (string type in types.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            progress?.Report(new ProgressUpdate("comparing " + type, 0, null, "edges"));
            EdgeComparison edges = new(type, _matching, before, after);
            edges.CompareAll(cancellation);
            if (edges.Counts.Total > 0) _edges.Add(edges);
        }
    }

    /// <summary>How many nodes of each first label came, went and changed; labels of which none did are left out. The label of a node
    /// that changed is the one it has after.</summary>
    public IReadOnlyList<KeyValuePair<string, ChangeCounts>> Nodes =>
        [.. _changedNodes.Select(c => KeyValuePair.Create(c.Key, c.Value.Counts))];

    /// <summary>How many edges of each type came, went and changed, in ordinal order; types of which none did are left out.</summary>
    public IReadOnlyList<KeyValuePair<string, ChangeCounts>> Edges => [.. _edges.Select(e => KeyValuePair.Create(e.Type, e.Counts))];

    /// <summary>Whether both graphs say the same.</summary>
    public bool IsEmpty => _changedNodes.Count + _edges.Count == 0;

    /// <summary>Compares two graphs.</summary>
    /// <param name="before">The graph before; must stay open.</param>
    /// <param name="after">The graph after; must stay open.</param>
    /// <param name="progress">Told what is compared, or null.</param>
    /// <param name="cancellation">Observed every few thousand nodes.</param>
    /// <exception cref="StoreException">One of the graphs is damaged.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static GraphComparison Of(
        GraphReader before, GraphReader after, IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(new(before), new(after), progress, cancellation);
    }

    /// <summary>The nodes of a first label that came, went or changed, in the order of their terms.</summary>
    /// <exception cref="StoreException">One of the graphs is damaged.</exception>
    public IEnumerable<NodeChange> NodeChanges(string label) => ChangedGroups(label).SelectMany(Describe);

    /// <summary>The edges of a type that came, went or changed, in the order of the terms of their ends.</summary>
    /// <exception cref="StoreException">One of the graphs is damaged.</exception>
    public IEnumerable<EdgeChange> EdgeChanges(string type) =>
        _edges.Find(e => e.Type == type) is { } edges ? ChangedBundles(edges).SelectMany(bundle => Describe(edges, bundle)) : [];

    internal ComparedGraph Before => _before;

    internal ComparedGraph After => _after;

    internal NodeMatching Matching => _matching;

    internal IReadOnlyList<EdgeComparison> ChangedEdges => _edges;

    /// <summary>The groups of nodes that changed, in order.</summary>
    internal IEnumerable<int> ChangedGroups(string label) =>
        _changedNodes.TryGetValue(label, out (ChangeCounts, List<int> Groups) changed) ? changed.Groups.Order(_order) : [];

    /// <summary>The bundles of edges that changed, in order.</summary>
    internal IEnumerable<EdgeBundle> ChangedBundles(EdgeComparison edges) =>
        edges.ChangedSources.Order(_order).SelectMany(source => edges.Changes(source).OrderBy(b => b.TargetGroup, _order));

    private void CompareNodes(IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        const int Every = 1 << 14;
        for (int group = 0; group < _matching.Count; group++)
        {
            if (group % Every == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ProgressUpdate("comparing", group, _matching.Count, "nodes"));
            }

            Pairing<int> changes = _nodes.Compare(group);
            if (changes.IsEmpty) continue;
            string label = _order.LabelOf(group);
            (ChangeCounts counts, List<int> groups) = _changedNodes.GetValueOrDefault(label, (new(0, 0, 0), []));
            groups.Add(group);
            _changedNodes[label] = (new(
                counts.Came + changes.Came.Count, counts.Went + changes.Went.Count, counts.Changed + changes.Changed.Count), groups);
        }
    }

    private IEnumerable<NodeChange> Describe(int group)
    {
        Pairing<int> changes = _nodes.Compare(group);
        foreach (int node in changes.Went) yield return Describe(ChangeKind.Went, node, null);
        foreach (int node in changes.Came) yield return Describe(ChangeKind.Came, null, node);
        foreach ((int was, int now) in changes.Changed) yield return Describe(ChangeKind.Changed, was, now);
    }

    private NodeChange Describe(ChangeKind kind, int? was, int? now) => new(
        kind,
        now is { } n ? NodeSummary.Of(_after.Reader, n) : NodeSummary.Of(_before.Reader, was!.Value),
        was is { } b ? _before.TableOf(b).Labels : [],
        now is { } a ? _after.TableOf(a).Labels : [],
        _nodes.Changes(was, now),
        _causes.Value.OfNode(was, now));

    private IEnumerable<EdgeChange> Describe(EdgeComparison edges, EdgeBundle bundle)
    {
        foreach (EdgeAt edge in bundle.Changes.Went) yield return Describe(ChangeKind.Went, edges, edge, null);
        foreach (EdgeAt edge in bundle.Changes.Came) yield return Describe(ChangeKind.Came, edges, null, edge);
        foreach ((EdgeAt was, EdgeAt now) in bundle.Changes.Changed) yield return Describe(ChangeKind.Changed, edges, was, now);
    }

    private EdgeChange Describe(ChangeKind kind, EdgeComparison edges, EdgeAt? was, EdgeAt? now)
    {
        GraphReader graph = now is null ? _before.Reader : _after.Reader;
        EdgeAt shown = now ?? was!.Value;
        return new(
            kind, edges.Type, NodeSummary.Of(graph, shown.Source), NodeSummary.Of(graph, shown.Target), edges.PropertyChanges(was, now),
            _causes.Value.OfEdge(edges.TableBefore, was, edges.TableAfter, now));
    }
}
