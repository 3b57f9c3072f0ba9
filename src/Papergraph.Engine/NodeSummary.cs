using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine;

/// <summary>What a user needs to recognise a node.</summary>
/// <param name="Node">Number of the node in the version that is open.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Label">Its most specific label: <c>Method</c>, not <c>Entity</c>.</param>
/// <param name="Name">Title, name or address; the identifier when it has none of them.</param>
/// <param name="Year">Year of publication or of first mention, or null.</param>
public sealed record NodeSummary(int Node, string Id, string Label, string Name, int? Year)
{
    /// <summary>Reads the summary of a node.</summary>
    public static NodeSummary Of(GraphReader graph, int node)
    {
        NodeTable table = graph.TableOf(node);
        long row = table.RowOf(node);
        string id = table.Strings(Keys.Id)?[row] ?? (table.Value(row, Keys.Id) is { } other ? PropertyText.Of(other) : $"node:{node}");
        string? name = table.Strings(Keys.Title)?[row] ?? table.Strings(Keys.Name)?[row] ?? table.Strings(Keys.Url)?[row];
        long? year = table.Int64s(Keys.Year)?[row] ?? table.Int64s(Keys.FirstYear)?[row];
        return new NodeSummary(node, id, table.Labels is [.., string last] ? last : "", name ?? id, (int?)year);
    }
}
