using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Search;

/// <summary>Looks nodes up by identifier and by name.</summary>
/// <remarks>Order of hits: kind of match, then weight descending, then shorter name, then id; the same for the same graph.</remarks>
internal static class NodeSearch
{
    private const int MostTermsTried = 2_000;

    internal static IReadOnlyList<SearchHit> Find(GraphReader graph, string text, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (options.Limit is < 1 or > 10_000) throw EngineErrors.OutOfRange("--limit", options.Limit, "1 to 10,000");
        if (options.Label is { } label && !graph.Labels.Contains(label)) throw EngineErrors.UnknownLabel(label, graph.Labels);

        Dictionary<int, MatchKind> found = [];
        void Add(int node, MatchKind match)
        {
            if (options.Label is null || graph.HasLabel(node, options.Label)) found.TryAdd(node, match);
        }

        foreach (int node in ByIdentifier(graph, text)) Add(node, MatchKind.Identifier);
        string folded = TextFolding.Fold(text);
        if (folded.Length > 0)
        {
            NameIndex names = graph.NameIndex(Names.Index);
            foreach (int node in names.NodesNamed(folded)) Add(node, MatchKind.Name);
            foreach (IndexedTerm term in names.NamesByPrefix(folded, MostTermsTried))
                foreach (int node in names.NodesNamed(term.Text)) Add(node, MatchKind.Beginning);
            foreach (int node in ByWords(names, folded.Split(' '))) Add(node, MatchKind.Words);
        }

        return [.. found
            .Select(hit => (hit.Key, Match: hit.Value, Weight: Weight(graph, hit.Key)))
            .Select(hit => new SearchHit(NodeSummary.Of(graph, hit.Key), hit.Match, hit.Weight))
            .OrderBy(hit => hit.Match).ThenByDescending(hit => hit.Weight).ThenBy(hit => hit.Node.Name.Length)
            .ThenBy(hit => hit.Node.Id, StringComparer.Ordinal)
            .Take(options.Limit)];
    }

    internal static NodeSummary Resolve(GraphReader graph, string name)
    {
        IReadOnlyList<SearchHit> hits = Find(graph, name, new SearchOptions(Limit: 5));
        if (hits.Count > 0 && hits[0].Match <= MatchKind.Name) return hits[0].Node;
        if (hits.Count == 1) return hits[0].Node;
        throw EngineErrors.NothingCalled(name, hits.Count > 0 ? [.. hits.Select(hit => hit.Node.Name)] : Misspelt(graph, name));
    }

    /// <summary>Names that begin alike and are one or two letters away.</summary>
    private static IReadOnlyList<string> Misspelt(GraphReader graph, string name)
    {
        string folded = TextFolding.Fold(name);
        if (folded.Length < 3) return [];
        NameIndex names = graph.NameIndex(Names.Index);
        return [.. names.NamesByPrefix(folded[..1], MostTermsTried * 50)
            .Where(term => Math.Abs(term.Text.Length - folded.Length) <= 2)
            .Select(term => (term.Text, term.NodeCount, Distance: EditDistance(term.Text, folded)))
            .Where(t => t.Distance <= 2).OrderBy(t => t.Distance).ThenByDescending(t => t.NodeCount).ThenBy(t => t.Text, StringComparer.Ordinal)
            .Take(5).Select(t => NodeSummary.Of(graph, names.NodesNamed(t.Text)[0]).Name)];
    }

    /// <summary>Fewest insertions, deletions, replacements and swaps of neighbours between two texts (optimal string alignment).</summary>
    private static int EditDistance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }

    private static IEnumerable<int> ByIdentifier(GraphReader graph, string text)
    {
        string trimmed = text.Trim();
        string? parsed = (Identifier.OpenAlex(trimmed) ?? Identifier.Parse(trimmed))?.ToString();
        foreach ((string label, string property) in graph.KeyIndexes)
        {
            foreach (int node in graph.FindNodes(label, property, trimmed)) yield return node;
            if (label != Labels.Paper || parsed is null || parsed == trimmed) continue;
            foreach (int node in graph.FindNodes(label, property, parsed)) yield return node;
        }
    }

    private static IEnumerable<int> ByWords(NameIndex names, string[] words)
    {
        SortedSet<int> last = [];
        foreach (IndexedTerm term in names.WordsByPrefix(words[^1], MostTermsTried))
            foreach (int node in names.NodesWithWord(term.Text)) last.Add(node);

        IEnumerable<int> nodes = last;
        foreach (string word in words[..^1])
        {
            HashSet<int> withWord = [.. names.NodesWithWord(word)];
            nodes = nodes.Where(withWord.Contains);
        }

        return nodes;
    }

    private static long Weight(GraphReader graph, int node) =>
        graph.HasLabel(node, Labels.Entity) ? Value(graph, node, Keys.Papers)
        : graph.HasLabel(node, Labels.Paper) ? graph.Edges(EdgeTypes.Cites)?.Incoming.Degree(node) ?? 0
        : graph.HasLabel(node, Labels.Author) ? graph.Edges(EdgeTypes.Authored)?.Outgoing.Degree(node) ?? 0
        : graph.HasLabel(node, Labels.Venue) ? graph.Edges(EdgeTypes.PublishedIn)?.Incoming.Degree(node) ?? 0
        : 0;

    private static long Value(GraphReader graph, int node, string property)
    {
        NodeTable table = graph.TableOf(node);
        return table.Int64s(property)?[table.RowOf(node)] ?? 0;
    }
}
