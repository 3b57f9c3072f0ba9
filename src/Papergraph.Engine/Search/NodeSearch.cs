using System.Globalization;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Search;

/// <summary>Looks nodes up by identifier, by name and by the words of their texts.</summary>
internal static class NodeSearch
{
    private const int MostTermsTried = 2_000;

    private const string NoTexts =
        "This graph has no index of its texts, so that only identifiers and names were searched; build it again to search texts.";

    internal static SearchResult Find(GraphReader graph, string text, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (options.Limit is < 1 or > FullTextIndex.GreatestLimit)
            throw EngineErrors.OutOfRange("--limit", options.Limit, $"1 to {FullTextIndex.GreatestLimit}");
        if (options.Label is { } label && !graph.Labels.Contains(label)) throw EngineErrors.UnknownLabel(label, graph.Labels);

        bool HasLabel(int node) => options.Label is null || graph.HasLabel(node, options.Label);
        FullTextResult? texts = Texts(graph)?.Search(text, options.Limit, options.Label is null ? null : HasLabel);
        Dictionary<int, MatchKind> found = ByName(graph, text).Where(hit => HasLabel(hit.Key)).ToDictionary();
        bool isNamed = found.Values.Any(match => match <= MatchKind.Name);      // then no word is misspelt
        foreach (FullTextHit hit in texts?.Hits ?? []) found.TryAdd(hit.Node, MatchKind.Words);
        SearchHit[] hits = [.. Rank(graph, found, texts?.Hits ?? []).Take(options.Limit)];
        return texts is null
            ? new(hits, [], [NoTexts])
            : new([.. hits.Select(hit => hit with { Passage = Passage(texts, hit) })], isNamed ? [] : texts.UnknownWords, texts.Notes);
    }

    internal static NodeSummary Resolve(GraphReader graph, string name, Func<int, bool>? isMeant = null, string where = "the graph")
    {
        Dictionary<int, MatchKind> found = ByName(graph, name);
        foreach (int node in ByWordsOfNames(graph, name)) found.TryAdd(node, MatchKind.Words);
        if (isMeant is not null) found = found.Where(hit => isMeant(hit.Key)).ToDictionary();
        SearchHit[] hits = [.. Rank(graph, found, []).Take(5)];
        if (hits.Length > 0 && hits[0].Match <= MatchKind.Name) return hits[0].Node;
        if (hits.Length == 1) return hits[0].Node;
        throw EngineErrors.NothingCalled(name, hits.Length > 0 ? [.. hits.Select(hit => hit.Node.Name)] : Misspelt(graph, name), where);
    }

    /// <summary>Other nodes whose identifier or name is the text, at most five, best first.</summary>
    internal static IReadOnlyList<NodeSummary> Namesakes(GraphReader graph, string name, NodeSummary chosen) =>
        [.. Rank(graph, ByName(graph, name).Where(hit => hit.Value <= MatchKind.Name && hit.Key != chosen.Node).ToDictionary(), [])
            .Take(5).Select(hit => hit.Node)];

    private static IEnumerable<SearchHit> Rank(GraphReader graph, Dictionary<int, MatchKind> found, IReadOnlyList<FullTextHit> texts)
    {
        Dictionary<int, double> scores = texts.ToDictionary(hit => hit.Node, hit => hit.Score);
        return found
            .Select(hit => new SearchHit(
                NodeSummary.Of(graph, hit.Key), hit.Value, Weight(graph, hit.Key),
                scores.TryGetValue(hit.Key, out double score) ? score : null))
            .OrderBy(hit => hit.Match).ThenByDescending(hit => hit.Match == MatchKind.Words ? hit.Score : null)
            .ThenByDescending(hit => hit.Weight).ThenBy(hit => hit.Node.Name.Length).ThenBy(hit => hit.Node.Id, StringComparer.Ordinal);
    }

    private static FullTextIndex? Texts(GraphReader graph) =>
        graph.FullTextIndexNames.Contains(Names.Texts) ? graph.FullTextIndex(Names.Texts) : null;

    /// <summary>The passage to show beside the name: of the abstract if it answers, and none that only repeats the name.</summary>
    private static FullTextSnippet? Passage(FullTextResult texts, SearchHit hit)
    {
        IReadOnlyList<FullTextSnippet> snippets = hit.Score is null ? [] : texts.Snippets(hit.Node.Node);
        return snippets.FirstOrDefault(snippet => snippet.Field.Property == Keys.Abstract)
            ?? snippets.FirstOrDefault(snippet => snippet.Field.Property is not (Keys.Title or Keys.Name or Keys.Url));
    }

    private static Dictionary<int, MatchKind> ByName(GraphReader graph, string text)
    {
        Dictionary<int, MatchKind> found = [];
        foreach (int node in ByIdentifier(graph, text)) found.TryAdd(node, MatchKind.Identifier);
        string folded = TextFolding.Fold(text);
        if (folded.Length == 0) return found;
        NameIndex names = graph.NameIndex(Names.Index);
        foreach (int node in names.NodesNamed(folded)) found.TryAdd(node, MatchKind.Name);
        foreach (IndexedTerm term in names.NamesByPrefix(folded, MostTermsTried))
            foreach (int node in names.NodesNamed(term.Text)) found.TryAdd(node, MatchKind.Beginning);
        return found;
    }

    /// <summary>The nodes whose name or aliases hold every word, the last one possibly unfinished.</summary>
    private static IEnumerable<int> ByWordsOfNames(GraphReader graph, string text)
    {
        string folded = TextFolding.Fold(text);
        if (folded.Length == 0 || Texts(graph) is not { } texts) return [];
        string[] words = folded.Split(' ');
        words[^1] += "*";
        string[] properties = [Keys.Title, Keys.Name, Keys.Aliases, Keys.Url];
        IEnumerable<string> clauses = words.Select(word => $"+({string.Join(' ', properties.Select(property => $"{property}:{word}"))})");
        return texts.Search(string.Join(' ', clauses), MostTermsTried).Hits.Select(hit => hit.Node);
    }

    /// <summary>Names that begin alike and are one or two letters away.</summary>
    private static IReadOnlyList<string> Misspelt(GraphReader graph, string name)
    {
        string folded = TextFolding.Fold(name);
        if (folded.Length < 3) return [];
        NameIndex names = graph.NameIndex(Names.Index);
        return [.. names.NamesByPrefix(folded[..1], MostTermsTried * 50)
            .Where(term => Math.Abs(term.Text.Length - folded.Length) <= 2)
            .Select(term => (term.Text, term.NodeCount, Distance: Spelling.Distance(term.Text, folded)))
            .Where(t => t.Distance <= 2).OrderBy(t => t.Distance).ThenByDescending(t => t.NodeCount).ThenBy(t => t.Text, StringComparer.Ordinal)
            .Take(5).Select(t => NodeSummary.Of(graph, names.NodesNamed(t.Text)[0]).Name)];
    }

    private static IEnumerable<int> ByIdentifier(GraphReader graph, string text)
    {
        string trimmed = text.Trim();
        string? parsed = (Identifier.OpenAlex(trimmed) ?? Identifier.Parse(trimmed))?.ToString();
        bool isNumber = long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number);
        foreach (IndexDefinition index in graph.Indexes)
        {
            if ((index.Kind, index.On) != (IndexKind.Hash, EntityKind.Node)) continue;
            foreach (long node in graph.Find(index.Name, trimmed)) yield return (int)node;
            if (isNumber)
                foreach (long node in graph.Find(index.Name, number)) yield return (int)node;
            if (index.LabelOrType != Labels.Paper || parsed is null || parsed == trimmed) continue;
            foreach (long node in graph.Find(index.Name, parsed)) yield return (int)node;
        }
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
