using System.Globalization;
using System.Text;
using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Rdf;

/// <summary>The terms that stand for nodes: what makes a node the same in two versions of a graph. Each of the spans lives until the
/// next call of the same method. Not safe for several threads.</summary>
/// <remarks>The IRI of <see cref="GraphIris.OfNode"/>; of a node without an <c>id</c> the blank node <c>n</c> + its number or, where
/// <see cref="RdfViewOptions.NamesByContent"/> is set, <c>n</c> + 32 hexadecimal digits of the SHA-256 of its labels and properties, with
/// <c>-1</c>, <c>-2</c> … behind for further nodes of which the same is said.</remarks>
public sealed class NodeNames
{
    private const int LongestNumber = 20;

    // Where the schemes of ids have IRIs of their own.
    private static readonly (byte[] Scheme, byte[] Start)[] Schemes =
    [
        .. new[]
        {
            ("doi:", "https://doi.org/"),
            ("arxiv:", "https://arxiv.org/abs/"),
            ("openalex:", "https://openalex.org/"),
            ("acl:", "https://aclanthology.org/"),
            ("pmid:", "https://pubmed.ncbi.nlm.nih.gov/"),
            ("s2:", "https://www.semanticscholar.org/paper/"),
            ("orcid:", "https://orcid.org/"),
            ("ror:", "https://ror.org/"),
            ("issn:", "https://portal.issn.org/resource/ISSN/"),
        }.Select(s => (Encoding.UTF8.GetBytes(s.Item1), Encoding.UTF8.GetBytes(s.Item2))),
    ];

    private readonly GraphReader _graph;
    private readonly Dictionary<NodeTable, (byte[] Start, Column? Id)> _tables;
    private readonly ContentNames? _contents;
    private byte[] _subject = new byte[256], _object = new byte[256], _same = new byte[256];

    internal NodeNames(GraphReader graph, ContentNames? contents) =>
        (_graph, _tables, _contents) = (graph, graph.NodeTables.ToDictionary(t => t, t => (StartOf(t), IdOf(t))), contents);

    /// <summary>The term of a node, to stand first in a triple.</summary>
    public TermSpan Subject(int node) => Name(node, ref _subject);

    /// <summary>The term of a node, to stand last in a triple.</summary>
    public TermSpan Object(int node) => Name(node, ref _object);

    /// <summary>The IRI that the scheme of the node's id gives it; empty when it has none.</summary>
    internal ReadOnlySpan<byte> SameAs(int node)
    {
        NodeTable table = _graph.TableOf(node);
        if (_tables[table].Id is not StringColumn ids) return default;
        ReadOnlySpan<byte> id = ids.Utf8(table.RowOf(node));
        foreach ((byte[] scheme, byte[] start) in Schemes)
        {
            if (!id.StartsWith(scheme) || id.Length == scheme.Length) continue;
            Reserve(ref _same, start.Length + (3 * id.Length));
            start.CopyTo(_same, 0);
            int length = PercentEncoding.EncodePath(id[scheme.Length..], _same.AsSpan(start.Length));
            return _same.AsSpan(0, start.Length + length);
        }

        return default;
    }

    private TermSpan Name(int node, ref byte[] buffer)
    {
        NodeTable table = _graph.TableOf(node);
        (byte[] start, Column? id) = _tables[table];
        long row = table.RowOf(node);
        if (id is null || id.IsNull(row))
        {
            if (_contents is not null) return TermSpan.BlankNode(_contents.Label(node, buffer));
            buffer[0] = (byte)'n';
            _ = node.TryFormat(buffer.AsSpan(1), out int digits, default, CultureInfo.InvariantCulture);
            return TermSpan.BlankNode(buffer.AsSpan(0, digits + 1));
        }

        return TermSpan.Iri(NodeIri(start, id, row, ref buffer));
    }

    /// <summary>The IRI of the node whose id stands in a row of a column of strings or whole numbers.</summary>
    internal static ReadOnlySpan<byte> NodeIri(byte[] start, Column id, long row, ref byte[] buffer)
    {
        ReadOnlySpan<byte> text = id is StringColumn texts ? texts.Utf8(row) : default;
        Reserve(ref buffer, start.Length + Math.Max(3 * text.Length, LongestNumber));
        start.CopyTo(buffer, 0);
        Span<byte> rest = buffer.AsSpan(start.Length);
        int length;
        if (id is Int64Column numbers) _ = numbers[row]!.Value.TryFormat(rest, out length, default, CultureInfo.InvariantCulture);
        else length = PercentEncoding.Encode(text, rest);
        return buffer.AsSpan(0, start.Length + length);
    }

    private static byte[] StartOf(NodeTable table) =>
        table.Labels is [string first, ..] ? Encoding.UTF8.GetBytes(GraphIris.NodesOf(first)) : [];

    /// <summary>The column that names the nodes of a table, or null. Nodes without labels have no class whose ids would be theirs.
    /// </summary>
    internal static Column? IdOf(NodeTable table) =>
        table.Labels.Count > 0 && table.Column(Keys.Id) is StringColumn or Int64Column ? table.Column(Keys.Id) : null;

    private static void Reserve(ref byte[] buffer, int length)
    {
        if (buffer.Length < length) buffer = new byte[length * 2];
    }
}
