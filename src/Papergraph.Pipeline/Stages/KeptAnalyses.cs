using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Pipeline.Stages;

/// <summary>The analyses whose results a graph keeps. They are functions of the graph, not of records: a graph made of other records has
/// them no more (see decision 7).</summary>
internal static class KeptAnalyses
{
    /// <summary>What to ask for to compute each again: the algorithm and its options as they are typed; in ordinal order.</summary>
    internal static IReadOnlyList<string> Of(GraphReader? graph)
    {
        if (graph is null) return [];
        List<string> found = [];
        foreach (NodeTable table in graph.TablesWithLabel(Labels.Run))
        {
            foreach (long row in table.LiveRows)
            {
                if (table.Strings(Keys.Algorithm)?[row] is not { } algorithm || table.Value(row, Keys.Writes) is not string[]) continue;
                string[] options = table.Value(row, Keys.Options) as string[] ?? [];
                found.Add(string.Join(' ', [algorithm, .. options]));
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }
}
