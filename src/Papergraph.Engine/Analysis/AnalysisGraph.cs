using Papergraph.Algorithms;
using Papergraph.Core;

namespace Papergraph.Engine.Analysis;

/// <summary>A graph that algorithms run over, with what its nodes are called and what is known of them.</summary>
/// <remarks>Nodes are numbered from 0 to <see cref="NodeCount"/> − 1. Not for several threads at once.</remarks>
public abstract class AnalysisGraph
{
    private readonly Execution _execution;
    private DirectedCsr? _directed;
    private UndirectedCsr? _undirected;

    private protected AnalysisGraph(DirectedCsr edges, bool isDirected, Execution execution)
    {
        (NodeCount, IsDirected, _execution) = (edges.NodeCount, isDirected, execution);
        if (isDirected) _directed = edges;
        else _undirected = WithoutDirections(edges);
    }

    private protected AnalysisGraph(UndirectedCsr edges, Execution execution) => (NodeCount, _undirected, _execution) = (edges.NodeCount, edges, execution);

    /// <summary>Number of nodes.</summary>
    public int NodeCount { get; }

    /// <summary>Number of edges; of an undirected graph each is counted once.</summary>
    public long EdgeCount => IsDirected ? Directed.EdgeCount : Undirected.EdgeCount;

    /// <summary>Whether edges have directions.</summary>
    public bool IsDirected { get; }

    /// <summary>The edges with their directions; of an undirected graph each edge in both.</summary>
    public DirectedCsr Directed => _directed ??= Undirected.AsDirected();

    /// <summary>The edges without directions: parallel and opposite ones are one edge, whose weight is the sum of theirs; self-loops are left
    /// out. Made at the first call.</summary>
    public UndirectedCsr Undirected => _undirected ??= WithoutDirections(Directed);

    /// <summary>Where the edges are from: projections as they are written, or the name of the file.</summary>
    public abstract string Source { get; }

    /// <summary>What names the node for good: its id in a stored graph, its name in a file.</summary>
    public abstract string IdOf(int node);

    /// <summary>What the node is called: title or name where it has one, else its id.</summary>
    public abstract string NameOf(int node);

    /// <summary>The node that a user means by an id or a name.</summary>
    /// <exception cref="PapergraphException">There is none, or it is not among the nodes.</exception>
    public abstract int Find(string name);

    /// <summary>The numbers that a property gives the nodes; NaN where a node has none.</summary>
    /// <exception cref="PapergraphException">No node has a number under this name.</exception>
    public abstract double[] Numbers(string property);

    /// <summary>What a property says of the nodes, as text; null where it says nothing.</summary>
    /// <exception cref="PapergraphException">No node has the property.</exception>
    public abstract string?[] Texts(string property);

    /// <summary>How often the node is cited: in a stored graph by all of its papers, whatever is projected; else as often as an edge enters it.</summary>
    public virtual long CitationsOf(int node) => Directed.IncomingRows.Degree(node);

    /// <summary>The nodes in groups that have the same value of a property; those without one are a group each.</summary>
    /// <inheritdoc cref="Texts" path="/exception"/>
    public Partition GroupsBy(string property)
    {
        string?[] texts = Texts(property);
        Dictionary<string, int> labels = new(StringComparer.Ordinal);
        int[] labelOf = new int[texts.Length];
        int next = 0;
        for (int node = 0; node < texts.Length; node++)
        {
            if (texts[node] is not { } text) labelOf[node] = next++;
            else if (labels.TryGetValue(text, out int known)) labelOf[node] = known;
            else labels.Add(text, labelOf[node] = next++);
        }

        return Partition.OfLabels(labelOf);
    }

    private UndirectedCsr WithoutDirections(DirectedCsr edges) =>
        EdgeSweep.Do(() => UndirectedCsr.Of(edges, threads: _execution.Threads, cancellation: _execution.Cancellation));
}
