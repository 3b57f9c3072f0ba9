using Papergraph.Store;

namespace Papergraph.Export;

/// <summary>The character between the items of a list in one CSV field. Neo4j has no escape for it, so no item may hold it.</summary>
internal static class ArrayDelimiter
{
    // ';' is Neo4j's default. The others are ASCII, so that a field stays valid UTF-8 whatever stands around them.
    private const string Candidates = ";|^~\u001F\u001E\u001D\u001C\u0001\u0002\u0003\u0004\u0005\u0006";

    /// <summary>The first candidate that no label and no item of a list of strings holds; where all are taken, the last one, which then
    /// becomes U+FFFD in the items.</summary>
    public static char For(GraphReader graph)
    {
        HashSet<char> taken = [];
        foreach (NodeTable table in graph.NodeTables)
            foreach (string label in table.Labels) Take(taken, label);
        foreach (Table table in graph.NodeTables.Cast<Table>().Concat(graph.EdgeTables))
            foreach (StringListColumn lists in table.Columns.OfType<StringListColumn>())
                for (long row = 0; row < lists.Count && taken.Count < Candidates.Length; row++)
                    foreach (string item in lists[row] ?? []) Take(taken, item);
        return Candidates.FirstOrDefault(c => !taken.Contains(c), Candidates[^1]);
    }

    private static void Take(HashSet<char> taken, string text)
    {
        foreach (char c in Candidates)
            if (text.Contains(c)) taken.Add(c);
    }
}
