using Papergraph.Corpus;
using Papergraph.Engine.Analysis.Keeping;
using Papergraph.Store;

namespace Papergraph.Engine.Statistics;

/// <summary>Counts a graph in one pass over the paper table; the rest is read from the tables' own counts.</summary>
internal static class GraphCounter
{
    internal static GraphStatistics Count(GraphReader graph)
    {
        SortedDictionary<string, long> nodes = new(StringComparer.Ordinal);
        foreach (string label in Labels.All) nodes[label] = 0;
        foreach (NodeTable table in graph.NodeTables)
            foreach (string label in table.Labels)
                nodes[label] = nodes.GetValueOrDefault(label) + table.Count;

        SortedDictionary<string, long> edges = new(StringComparer.Ordinal);
        foreach (string type in EdgeTypes.All) edges[type] = 0;
        foreach (EdgeTable table in graph.EdgeTables) edges[table.Type] = table.Count;
        return new GraphStatistics(graph.Version, nodes, edges, CountPapers(graph), KeptAnalysis.All(graph));
    }

    private static PaperCoverage CountPapers(GraphReader graph)
    {
        long read = 0, cited = 0, abstracts = 0, references = 0, entities = 0;
        long first = long.MaxValue, last = long.MinValue;
        Adjacency? citing = graph.Edges(EdgeTypes.Cites)?.Outgoing;
        Adjacency? mentioning = graph.Edges(EdgeTypes.Mentions)?.Outgoing;
        foreach (NodeTable table in graph.TablesWithLabel(Labels.Paper))
        {
            if (table.HasLabel(Labels.Placeholder))
            {
                cited += table.Count;
                continue;
            }

            read += table.Count;
            StringColumn? texts = table.Strings(Keys.Abstract);
            Int64Column? years = table.Int64s(Keys.Year);
            foreach (long row in table.LiveRows)
            {
                int node = table.NodeAt(row);
                if (texts is not null && !texts.IsNull(row)) abstracts++;
                if (citing is not null && citing.Degree(node) > 0) references++;
                if (mentioning is not null && mentioning.Degree(node) > 0) entities++;
                if (years?[row] is { } year) (first, last) = (Math.Min(first, year), Math.Max(last, year));
            }
        }

        bool anyYear = first <= last;
        return new PaperCoverage(read, cited, abstracts, references, entities, anyYear ? (int)first : null, anyYear ? (int)last : null);
    }
}
