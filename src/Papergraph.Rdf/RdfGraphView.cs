using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Rdf;

/// <summary>A property graph as RDF: the same facts as triples, in an order that depends on the graph alone.</summary>
/// <remarks>
/// <para>A node is an IRI (<see cref="GraphIris.OfNode"/>), or the blank node <c>n</c> + its number when it has no <c>id</c>. Of each node,
/// in the order of the node tables: its labels as <c>rdf:type</c>; <c>owl:sameAs</c> to the IRI that the scheme of its id gives it
/// (<c>doi:</c>, <c>arxiv:</c>, <c>openalex:</c>, <c>orcid:</c> and others); its properties as literals, lists as one triple for each
/// distinct item; its outgoing edges as triples, parallel edges as one.</para>
/// <para>An edge that has properties is also the blank node <c>e</c> + its number (edges counted through all tables) or, with
/// <see cref="RdfViewOptions.NamesByContent"/>, + 32 hexadecimal digits of the SHA-256 of what it says. That node reifies the triple and has
/// the properties as its own (RDF 1.2). There, keys that name a node (<see cref="Corpus.Keys.NodeReferences"/>) lead to its IRI.</para>
/// <para>Literals: text is <c>xsd:string</c>; the rest is <c>xsd:integer</c>, <c>xsd:double</c>, <c>xsd:boolean</c>, <c>xsd:date</c> and
/// <c>xsd:dateTime</c> (UTC) in their canonical forms.</para>
/// </remarks>
public sealed class RdfGraphView
{
    private const int ReportEvery = 1 << 16, CheckEvery = 1 << 10;

    private readonly GraphReader _graph;
    private readonly bool _includeEvidence;
    private readonly NodeView[] _nodes;
    private readonly EdgeView[] _edges;
    private readonly bool _namesByContent;
    private EdgeLabels? _edgeLabels;

    /// <summary>A view of the graph; nothing of it is read before it is written.</summary>
    /// <param name="graph">The graph; must stay open as long as the view is used.</param>
    /// <param name="options">What to include, or null for all.</param>
    public RdfGraphView(GraphReader graph, RdfViewOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        _graph = graph;
        _includeEvidence = options?.IncludeEvidence ?? true;
        _nodes = [.. graph.NodeTables.Select(t => new NodeView(t))];
        _edges = EdgeView.Of(graph.EdgeTables);
        _namesByContent = options?.NamesByContent ?? false;
        Names = new NodeNames(graph, _namesByContent ? new ContentNames(_nodes) : null);
    }

    /// <summary>The terms that stand for the nodes.</summary>
    public NodeNames Names { get; }

    /// <summary>Prefixes that make the graph's Turtle short: the vocabularies, and one for each first label, in lower case.</summary>
    public IReadOnlyList<TurtlePrefix> Prefixes()
    {
        List<TurtlePrefix> prefixes =
        [
            new("pg", Namespaces.Ontology), new("owl", Namespaces.Owl), new("rdf", Namespaces.Rdf), new("xsd", Namespaces.Xsd),
        ];
        foreach (string label in _graph.NodeTables.SelectMany(t => t.Labels.Take(1)))
        {
            string name = label.ToLowerInvariant();
            if (TurtlePrefix.IsName(name) && !prefixes.Any(p => p.Name == name)) prefixes.Add(new(name, GraphIris.NodesOf(label)));
        }

        return prefixes;
    }

    /// <summary>Writes all triples; <see cref="TripleWriter.Complete"/> is left to the caller.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="progress">Told of nodes done, or null.</param>
    /// <param name="cancellation">Observed every thousand nodes.</param>
    /// <exception cref="StoreException">The graph is damaged.</exception>
    /// <exception cref="IOException">The stream behind the writer refused.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public void WriteTo(TripleWriter writer, IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ValueWriter values = new(writer);
        int done = 0;
        foreach (NodeView view in _nodes)
        {
            foreach (long row in view.Table.LiveRows)
            {
                if (done % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
                if (done % ReportEvery == 0) progress?.Report(new ProgressUpdate("exporting", done, _graph.NodeCount, "nodes"));
                int node = view.Table.NodeAt(row);
                WriteNode(writer, values, view, node, row);
                foreach (EdgeView edges in _edges) WriteEdges(writer, values, edges, node, Names.Subject(node));
                done++;
            }
        }

        progress?.Report(new ProgressUpdate("exporting", _graph.NodeCount, _graph.NodeCount, "nodes"));
    }

    /// <summary>Writes the triples of one node that are not edges.</summary>
    /// <inheritdoc cref="WriteTo" path="/exception"/>
    public void WriteNode(TripleWriter writer, int node)
    {
        ArgumentNullException.ThrowIfNull(writer);
        NodeView view = _nodes.First(v => v.Table == _graph.TableOf(node));
        WriteNode(writer, new ValueWriter(writer), view, node, view.Table.RowOf(node));
    }

    /// <summary>Writes the triples of one edge, its evidence included.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="table">Table of the edge.</param>
    /// <param name="source">Where it starts.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="position">Its position in the table.</param>
    /// <inheritdoc cref="WriteTo" path="/exception"/>
    public void WriteEdge(TripleWriter writer, EdgeTable table, int source, int target, long position)
    {
        ArgumentNullException.ThrowIfNull(writer);
        EdgeView view = _edges.First(v => v.Table == table);
        TermSpan subject = Names.Subject(source), predicate = TermSpan.Iri(view.Predicate), obj = Names.Object(target);
        writer.Write(subject, predicate, obj);
        if (_includeEvidence && view.HasProperties(position))
            WriteEvidence(writer, new ValueWriter(writer), view, position, subject, predicate, obj);
    }

    private void WriteNode(TripleWriter writer, ValueWriter values, NodeView view, int node, long row)
    {
        TermSpan subject = Names.Subject(node);
        foreach (byte[] type in view.Types)
            writer.Write(subject, TermSpan.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"u8), TermSpan.Iri(type));
        if (Names.SameAs(node) is { IsEmpty: false } same)
            writer.Write(subject, TermSpan.Iri("http://www.w3.org/2002/07/owl#sameAs"u8), TermSpan.Iri(same));
        foreach (PropertyView property in view.Properties) values.Write(subject, property, row);
    }

    private void WriteEdges(TripleWriter writer, ValueWriter values, EdgeView edges, int node, in TermSpan subject)
    {
        ReadOnlySpan<int> targets = edges.Table.Outgoing.Neighbours(node);
        if (targets.IsEmpty) return;
        EdgePositions positions = edges.Table.Outgoing.Positions(node);
        TermSpan predicate = TermSpan.Iri(edges.Predicate);
        for (int i = 0; i < targets.Length; i++)
        {
            TermSpan target = Names.Object(targets[i]);
            if (i == 0 || targets[i] != targets[i - 1]) writer.Write(subject, predicate, target);
            if (_includeEvidence && edges.HasProperties(positions[i]))
                WriteEvidence(writer, values, edges, positions[i], subject, predicate, target);
        }
    }

    private void WriteEvidence(
        TripleWriter writer, ValueWriter values, EdgeView edges, long row, in TermSpan subject, in TermSpan predicate, in TermSpan target)
    {
        Span<byte> buffer = stackalloc byte[EdgeLabels.Longest];
        ReadOnlySpan<byte> label = _namesByContent
            ? (_edgeLabels ??= new EdgeLabels()).ByContent(edges, row, subject, target, buffer)
            : EdgeLabels.ByNumber(edges.FirstEdge + row, buffer);
        TermSpan reifier = TermSpan.BlankNode(label);
        writer.WriteReifier(reifier, subject, predicate, target);
        foreach (PropertyView property in edges.Properties) values.Write(reifier, property, row);
    }
}
