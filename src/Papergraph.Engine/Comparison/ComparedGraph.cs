using Papergraph.Core;
using Papergraph.Rdf;
using Papergraph.Store;

namespace Papergraph.Engine.Comparison;

/// <summary>One of the two graphs of a comparison, with the names by which its nodes are told apart.</summary>
internal sealed class ComparedGraph(GraphReader reader)
{
    private const int CheckEvery = 1 << 14;

    public GraphReader Reader { get; } = reader;

    /// <summary>The graph as triples, everything named by what it says.</summary>
    public RdfGraphView View { get; } = new(reader, new RdfViewOptions { NamesByContent = true });

    /// <summary>One more than the greatest number of a node.</summary>
    public int NodeBound => Reader.NodeBound;

    /// <summary>The term of a node; until the next call.</summary>
    public ReadOnlySpan<byte> Term(int node) => View.Names.Subject(node).Value;

    /// <summary>The term of a node, in a buffer of its own; until the next call.</summary>
    public ReadOnlySpan<byte> OtherTerm(int node) => View.Names.Object(node).Value;

    public NodeTable TableOf(int node) => Reader.TableOf(node);

    /// <summary>The first label of a node, empty when it has none.</summary>
    public string LabelOf(int node) => TableOf(node).Labels is [string first, ..] ? first : "";

    /// <summary>All nodes with hashes of their terms, sorted by hash, then node.</summary>
    public (ulong Hash, int Node)[] HashedNodes(CancellationToken cancellation)
    {
        (ulong Hash, int Node)[] nodes = new (ulong, int)[Reader.NodeCount];
        int count = 0;
        foreach (NodeTable table in Reader.NodeTables)
        {
            foreach (long row in table.LiveRows)
            {
                if (count % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
                int node = table.NodeAt(row);
                nodes[count++] = (StableHash.Hash64(Term(node)), node);
            }
        }

        Array.Sort(nodes);
        return nodes;
    }
}
