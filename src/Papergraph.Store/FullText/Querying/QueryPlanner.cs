using System.Text;

namespace Papergraph.Store;

/// <summary>Makes a query ready: looks its words up and puts the scorers together.</summary>
internal sealed class QueryPlanner
{
    /// <summary>A beginning of words stands for no more than its most frequent words.</summary>
    public const int MostWordsOfPrefix = 256;

    /// <summary>A misspelt word stands for no more than the nearest words.</summary>
    public const int MostWordsNear = 64;

    private const int MostSuggestions = 3, MostCorrected = 8, ShortestSuggested = 3, ShortestUnfinished = 2;

    private readonly TermSources _terms;
    private readonly Bm25 _bm25;
    private readonly List<QueryMatch> _matches = [];
    private readonly List<UnknownWord> _unknown = [];
    private readonly List<string> _notes = [];
    private bool _excluding;

    private QueryPlanner(FullTextContent stored, FullTextChanges changes) => (_terms, _bm25) = (new(stored, changes), new(stored, changes));

    public static QueryPlan Plan(string query, FullTextContent stored, FullTextChanges changes)
    {
        QueryPlanner planner = new(stored, changes);
        GroupNode root = QueryParser.Parse(query, stored.Definition.Fields, planner._notes);
        Scorer? scorer = planner.Group(root);
        if (root.Clauses.Count > 0 && root.Clauses.All(clause => clause.Occurrence == Occurrence.Not))
            planner._notes.Add("The query only says what to leave out; add a word to look for.");
        return new(scorer, planner._matches, planner._unknown, planner._notes);
    }

    private Scorer? Node(QueryNode node) => node switch
    {
        WordNode word => Word(word),
        PrefixNode prefix => Prefix(prefix),
        FuzzyNode fuzzy => Fuzzy(fuzzy),
        PhraseNode phrase => Phrase(phrase),
        _ => Group((GroupNode)node),
    };

    private Scorer? Group(GroupNode group)
    {
        List<Scorer> must = [], should = [], not = [];
        bool impossible = false;
        foreach ((Occurrence occurrence, QueryNode node) in group.Clauses)
        {
            bool excludingAround = _excluding;
            _excluding |= occurrence == Occurrence.Not;
            Scorer? scorer = Node(node);
            _excluding = excludingAround;
            if (scorer is not null) (occurrence == Occurrence.Must ? must : occurrence == Occurrence.Should ? should : not).Add(scorer);
            else impossible |= occurrence == Occurrence.Must;
        }

        if (impossible || must.Count + should.Count == 0) return null;
        if (must.Count == 0)
        {
            must.Add(should.Count == 1 ? should[0] : new AnyScorer([.. should]));
            should.Clear();
        }

        return must.Count == 1 && should.Count + not.Count == 0 ? must[0] : new AllScorer([.. must], [.. should], [.. not]);
    }

    private TermScorer? Word(WordNode node)
    {
        FoundTerm[] forms = [.. PluralForms.Of(node.Word).Select(Exact).Where(form => form.DocumentCount > 0)];
        if (forms.Length > 0) return Any(forms, node.Fields);
        // A word that nobody wrote may be one that the user has not finished.
        FoundTerm[] longer = node.Word.Length >= ShortestUnfinished ? _terms.WithPrefix(node.Word) : [];
        if (longer.Length > 0) return Any(Limited(longer, MostWordsOfPrefix, node.Word + "*"), node.Fields);
        Suggest(node.Word);
        return null;
    }

    private TermScorer? Prefix(PrefixNode node)
    {
        FoundTerm[] found = _terms.WithPrefix(node.Prefix);
        if (found.Length == 0) Suggest(node.Prefix);
        return found.Length > 0 ? Any(Limited(found, MostWordsOfPrefix, node.Prefix + "*"), node.Fields) : null;
    }

    private TermScorer? Fuzzy(FuzzyNode node)
    {
        FoundTerm[] found = _terms.Near(node.Word, node.Distance);
        if (found.Length == 0) Suggest(node.Word);
        return found.Length > 0 ? Any(Limited(found, MostWordsNear, $"{node.Word}~{node.Distance}"), node.Fields) : null;
    }

    private Scorer? Phrase(PhraseNode node)
    {
        FoundTerm[] terms = [.. node.Terms.Select(Exact)];
        foreach (FoundTerm term in terms)
        {
            if (term.DocumentCount == 0) Suggest(term.Text);
        }

        if (Array.Exists(terms, term => term.DocumentCount == 0)) return null;
        if (terms.Length == 1) return Any(terms, node.Fields);
        bool[]? fields = Mask(node.Fields);
        Mark(new(node.Terms, node.Offsets, fields, terms.Sum(term => _bm25.Idf(term.DocumentCount))));
        return new PhraseScorer(
            _bm25, [.. terms.Select(term => _terms.Cursor(term.Term)!)], [.. node.Offsets],
            [.. terms.Select(term => term.DocumentCount)], fields);
    }

    private TermScorer Any(IReadOnlyList<FoundTerm> terms, IReadOnlyList<int>? fields)
    {
        bool[]? mask = Mask(fields);
        int most = terms.Max(term => term.DocumentCount);
        Mark(new([.. terms.Select(term => term.Text)], null, mask, _bm25.Idf(most)));
        return new(
            _bm25, [.. terms.Select(term => (_terms.Cursor(term.Term)!, 1.0 / (1 << term.Distance)))], most,
            terms.Sum(term => (long)term.DocumentCount), mask);
    }

    private FoundTerm Exact(string word)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(word);
        return new(utf8, _terms.DocumentCount(utf8), 0);
    }

    private FoundTerm[] Limited(FoundTerm[] terms, int limit, string pattern)
    {
        if (terms.Length <= limit) return terms;
        _notes.Add($"{pattern} stands for {terms.Length} words; the first {limit} were looked for.");
        return terms[..limit];
    }

    private void Suggest(string word)
    {
        if (_excluding || _unknown.Exists(known => known.Word == word)) return;
        FoundTerm[] near = word.Length >= ShortestSuggested && _unknown.Count < MostCorrected
            ? _terms.Near(word, word.Length > 2 * ShortestSuggested ? 2 : 1)
            : [];
        _unknown.Add(new(word, [.. near.Take(MostSuggestions).Select(term => term.Text)]));
    }

    private void Mark(QueryMatch match)
    {
        if (!_excluding) _matches.Add(match);
    }

    private bool[]? Mask(IReadOnlyList<int>? fields)
    {
        if (fields is null) return null;
        bool[] mask = new bool[_bm25.FieldCount];
        foreach (int field in fields) mask[field] = true;
        return mask;
    }
}
