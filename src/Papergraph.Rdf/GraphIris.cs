using System.Text;

namespace Papergraph.Rdf;

/// <summary>The IRIs that the parts of a property graph have in RDF. Different names never share one, and each can be read back.</summary>
/// <remarks>
/// <para>Node: <see cref="Namespaces.Node"/>, the first label, a slash, the id. Label and property key:
/// <see cref="Namespaces.Ontology"/> and the name. Edge type: <see cref="Namespaces.Ontology"/> and the type in lower camel case
/// where it is written in upper snake case
/// (<c>PUBLISHED_IN</c> → <c>publishedIn</c>), else an underscore and the type as it is.</para>
/// <para>Every name is percent-encoded as the segment of a path: bytes of its UTF-8 form other than letters and digits of ASCII and
/// <c>-._~:</c> become <c>%HH</c>, upper case; of a name that consists of dots, all do.</para>
/// </remarks>
public static class GraphIris
{
    /// <summary>The class of the nodes that have a label.</summary>
    public static string OfLabel(string label) => Named(Namespaces.Ontology, label);

    /// <summary>The property that a key is.</summary>
    public static string OfKey(string key) => Named(Namespaces.Ontology, key);

    /// <summary>The property that an edge type is.</summary>
    public static string OfEdgeType(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return IsUpperSnake(type) ? Namespaces.Ontology + LowerCamel(type) : Named(Namespaces.Ontology + "_", type);
    }

    /// <summary>The node with an id among those whose first label this is.</summary>
    public static string OfNode(string firstLabel, string id) => Named(NodesOf(firstLabel), id);

    /// <summary>What the IRIs of all nodes with this first label begin with.</summary>
    public static string NodesOf(string firstLabel) => Named(Namespaces.Node, firstLabel) + "/";

    private static string Named(string start, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        byte[] encoded = new byte[utf8.Length * 3];
        return start + Encoding.ASCII.GetString(encoded, 0, PercentEncoding.Encode(utf8, encoded));
    }

    // Groups that begin with a letter, so that the humps of the camel show where they were.
    private static bool IsUpperSnake(string type) =>
        type.Split('_').All(g =>
            g.Length > 0 && char.IsAsciiLetterUpper(g[0]) && g.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)));

    private static string LowerCamel(string type)
    {
        string[] groups = type.ToLowerInvariant().Split('_');
        return groups[0] + string.Concat(groups.Skip(1).Select(g => char.ToUpperInvariant(g[0]) + g[1..]));
    }
}
