namespace Papergraph.Linking;

/// <summary>Occurrences of names, grouped by the id of what they name.</summary>
internal sealed class NameGroups
{
    private readonly Dictionary<string, Dictionary<string, int>> _spellings = new(StringComparer.Ordinal);
    private readonly List<string?> _idOfOccurrence = [];

    /// <summary>Adds an occurrence; without an id it names nothing, without a name it adds no spelling.</summary>
    public void Add(string? id, string? name)
    {
        _idOfOccurrence.Add(id);
        if (id is null) return;
        if (!_spellings.TryGetValue(id, out Dictionary<string, int>? spellings))
            _spellings.Add(id, spellings = new(1, StringComparer.Ordinal));
        if (name is not null) spellings[name] = spellings.GetValueOrDefault(name) + 1;
    }

    /// <summary>The groups by id, each with its most frequent spelling, then the longest, or its id when it has none.</summary>
    public IEnumerable<(string Id, string Name)> Sorted() =>
        _spellings.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Best(g.Value) ?? g.Key));

    /// <summary>For each occurrence the place of its group among the sorted ones, or -1.</summary>
    public int[] OfOccurrence()
    {
        Dictionary<string, int> place = new(StringComparer.Ordinal);
        foreach (string id in _spellings.Keys.Order(StringComparer.Ordinal)) place.Add(id, place.Count);
        return [.. _idOfOccurrence.Select(id => id is null ? -1 : place[id])];
    }

    /// <summary>One decision for each group of several spellings.</summary>
    public MergeDecision[] Decisions(string kind, Func<string, string> ruleOf) =>
        [.. _spellings.Where(g => g.Value.Count > 1).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new MergeDecision(
            kind, ruleOf(g.Key), g.Key, [.. g.Value.Keys.Order(StringComparer.Ordinal)], g.Value.Values.Sum()))];

    private static string? Best(Dictionary<string, int> spellings) => spellings
        .OrderByDescending(s => s.Value).ThenByDescending(s => s.Key.Length).ThenByDescending(s => s.Key.Any(char.IsLower))
        .ThenBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => s.Key).FirstOrDefault();
}
