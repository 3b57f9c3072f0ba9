using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>All occurrences of authors in a set of papers, numbered by paper and position.</summary>
internal sealed class Bylines
{
    /// <summary>Number of the name of an occurrence that has none.</summary>
    public const int NoName = -1;

    private readonly List<int> _paper = [];
    private readonly List<int> _name = [];
    private readonly List<string> _names = [];
    private readonly List<bool> _isSpelledOut = [];

    public Bylines(IReadOnlyList<AuthoredPaper> papers)
    {
        Papers = papers;
        FirstOf = new int[papers.Count + 1];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        Dictionary<string, int> byText = new(StringComparer.Ordinal);   // most names occur often; each is parsed once
        for (int paper = 0; paper < papers.Count; paper++)
        {
            FirstOf[paper] = _paper.Count;
            foreach (AuthorName author in papers[paper].Authors)
            {
                if (!byText.TryGetValue(author.Name, out int name))
                    byText.Add(author.Name, name = Number(PersonName.Parse(author.Name), numbers));
                _paper.Add(paper);
                _name.Add(name);
            }
        }

        FirstOf[^1] = _paper.Count;
    }

    public IReadOnlyList<AuthoredPaper> Papers { get; }

    /// <summary>First occurrence of each paper, and one entry more.</summary>
    public int[] FirstOf { get; }

    /// <summary>Number of occurrences.</summary>
    public int Count => _paper.Count;

    public int Paper(int occurrence) => _paper[occurrence];

    /// <summary>Number of the folded full name, or <see cref="NoName"/>.</summary>
    public int Name(int occurrence) => _name[occurrence];

    /// <summary>The folded full name.</summary>
    public string NameText(int occurrence) => _names[_name[occurrence]];

    public AuthorName Author(int occurrence) => Papers[_paper[occurrence]].Authors[occurrence - FirstOf[_paper[occurrence]]];

    /// <summary>For each full name, in ordinal order, its occurrences that context may join: spelled out and once in its byline.</summary>
    public IEnumerable<List<int>> Namesakes()
    {
        List<int>?[] byName = new List<int>?[_names.Count];
        for (int occurrence = 0; occurrence < Count; occurrence++)
        {
            int name = _name[occurrence];
            if (name != NoName && _isSpelledOut[name]) (byName[name] ??= new List<int>(1)).Add(occurrence);
        }

        foreach (int name in Enumerable.Range(0, _names.Count).OrderBy(n => _names[n], StringComparer.Ordinal))
        {
            List<int> once = byName[name] is { Count: > 1 } all
                ? [.. all.Where((o, i) =>
                    (i == 0 || _paper[all[i - 1]] != _paper[o]) && (i == all.Count - 1 || _paper[all[i + 1]] != _paper[o]))]
                : [];
            if (once.Count > 1) yield return once;
        }
    }

    private int Number(PersonName? name, Dictionary<string, int> numbers)
    {
        if (name is null) return NoName;
        if (numbers.TryGetValue(name.Full, out int known)) return known;
        numbers.Add(name.Full, _names.Count);
        _names.Add(name.Full);
        _isSpelledOut.Add(name.IsSpelledOut);
        return _names.Count - 1;
    }
}
