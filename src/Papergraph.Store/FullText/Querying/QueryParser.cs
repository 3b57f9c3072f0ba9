namespace Papergraph.Store;

/// <summary>Reads a query; every text is one.</summary>
/// <remarks>
/// <code>
/// query  = { clause }
/// clause = [ "+" | "-" ] [ property ":" ] ( word | word "*" | word "~" [ "1" | "2" ] | '"' words '"' | "(" query ")" )
/// </code>
/// <para>What the grammar has no place for is read as the space between words: a bracket that nothing closes is closed at the end, a
/// sign that stands alone says nothing. Words that are joined by a hyphen or another sign, as in <c>GPT-4</c>, are a phrase.</para>
/// </remarks>
internal sealed class QueryParser
{
    /// <summary>Longer queries are cut.</summary>
    public const int MostCharacters = 10_000;

    /// <summary>Words and phrases beyond are not looked for.</summary>
    public const int MostClauses = 64;

    /// <summary>Brackets that are nested deeper are read as spaces.</summary>
    public const int DeepestGroup = 16;

    private readonly string _text;
    private readonly IReadOnlyList<FullTextField> _fields;
    private int _at;
    private int _clauses;

    private QueryParser(string text, IReadOnlyList<FullTextField> fields) => (_text, _fields) = (text, fields);

    /// <param name="text">What the user typed.</param>
    /// <param name="fields">The fields of the index: their properties may stand before a colon.</param>
    /// <param name="notes">Receives a line for whatever was left out.</param>
    public static GroupNode Parse(string text, IReadOnlyList<FullTextField> fields, List<string> notes)
    {
        if (text.Length > MostCharacters) notes.Add($"The query was cut after {MostCharacters} characters.");
        QueryParser parser = new(text[..Math.Min(text.Length, MostCharacters)], fields);
        GroupNode query = new(parser.Clauses(depth: 0, inFields: null));
        if (parser._clauses >= MostClauses && parser._at < parser._text.Length)
            notes.Add($"Only the first {MostClauses} words and phrases were looked for.");
        return query;
    }

    private List<(Occurrence Occurrence, QueryNode Node)> Clauses(int depth, IReadOnlyList<int>? inFields)
    {
        List<(Occurrence Occurrence, QueryNode Node)> clauses = [];
        while (_at < _text.Length && _clauses < MostClauses)
        {
            if (_text[_at] == ')')
            {
                _at++;
                if (depth > 0) break;
                continue;
            }

            if (IsSpace(_text[_at]))
            {
                _at++;
                continue;
            }

            Occurrence occurrence = Sign();
            IReadOnlyList<int>? fields = Field() ?? inFields;
            if (Clause(depth, fields) is { } node) clauses.Add((occurrence, node));
        }

        return clauses;
    }

    private QueryNode? Clause(int depth, IReadOnlyList<int>? fields)
    {
        char first = _at < _text.Length ? _text[_at] : ' ';
        if (first == '(')
        {
            _at++;
            if (depth == DeepestGroup) return null;
            List<(Occurrence Occurrence, QueryNode Node)> clauses = Clauses(depth + 1, fields);
            return clauses.Count > 0 ? new GroupNode(clauses) : null;
        }

        if (first == '"')
        {
            int end = _text.IndexOf('"', _at + 1);
            string words = end < 0 ? _text[(_at + 1)..] : _text[(_at + 1)..end];
            _at = end < 0 ? _text.Length : end + 1;
            return Counted(Phrase(words, fields));
        }

        int start = _at;
        while (_at < _text.Length && !IsSpace(_text[_at]) && _text[_at] is not ('"' or '(' or ')')) _at++;
        return Counted(Word(_text[start.._at], fields));
    }

    private Occurrence Sign()
    {
        if (_at + 1 >= _text.Length || _text[_at] is not ('+' or '-') || IsSpace(_text[_at + 1])) return Occurrence.Should;
        return _text[_at++] == '+' ? Occurrence.Must : Occurrence.Not;
    }

    private int[]? Field()
    {
        int end = _at;
        while (end < _text.Length && !IsSpace(_text[end]) && _text[end] is not (':' or '"' or '(' or ')')) end++;
        if (end + 1 >= _text.Length || _text[end] != ':' || IsSpace(_text[end + 1])) return null;
        string name = _text[_at..end];
        int[] fields = [.. Enumerable.Range(0, _fields.Count)
            .Where(field => string.Equals(_fields[field].Property, name, StringComparison.OrdinalIgnoreCase))];
        if (fields.Length == 0) return null;
        _at = end + 1;
        return fields;
    }

    private static QueryNode? Word(string text, IReadOnlyList<int>? fields)
    {
        (string body, int edits) = text switch
        {
            [.., '~', '2'] => (text[..^2], 2),
            [.., '~', '1'] => (text[..^2], 1),
            [.., '~'] => (text[..^1], 1),
            _ => (text, 0),
        };
        bool isPrefix = edits == 0 && body.EndsWith('*');
        (List<string> terms, List<int> offsets, bool loneCharacter) = Terms(body);
        if (terms.Count == 0) return null;
        if (edits > 0) return All(terms.Select(term => new FuzzyNode(term, edits, fields)));
        if (terms.Count == 1)
        {
            // A single Chinese or Japanese character begins the pairs that it is part of.
            return isPrefix || loneCharacter ? new PrefixNode(terms[0], fields) : new WordNode(terms[0], fields);
        }

        return isPrefix
            ? All([.. terms[..^1].Select(QueryNode (term) => new WordNode(term, fields)), new PrefixNode(terms[^1], fields)])
            : new PhraseNode(terms, offsets, fields);
    }

    private static PhraseNode? Phrase(string text, IReadOnlyList<int>? fields)
    {
        (List<string> terms, List<int> offsets, _) = Terms(text);
        return terms.Count > 0 ? new(terms, offsets, fields) : null;
    }

    private static QueryNode All(IEnumerable<QueryNode> nodes)
    {
        QueryNode[] all = [.. nodes];
        return all.Length == 1 ? all[0] : new GroupNode([.. all.Select(node => (Occurrence.Must, node))]);
    }

    private QueryNode? Counted(QueryNode? node)
    {
        if (node is not null) _clauses++;
        return node;
    }

    /// <summary>The terms of a text with their places, counted from that of the first.</summary>
    /// <remarks>The last character of a run that is divided into pairs is left out: in a text that goes on it would be in a pair with
    /// the next.</remarks>
    private static (List<string> Terms, List<int> Offsets, bool LoneCharacter) Terms(string text)
    {
        List<string> terms = [];
        List<int> offsets = [];
        TokenReader tokens = new(text, stackalloc char[TokenReader.MaxTermLength]);
        (bool afterPair, int pairEnd) = (false, 0);
        while (tokens.Next() && terms.Count < MostClauses)
        {
            bool endsRun = afterPair && tokens.IsPaired && tokens.End == pairEnd;
            (afterPair, pairEnd) = (tokens.IsPaired, tokens.End);
            if (endsRun) continue;
            terms.Add(tokens.Term.ToString());
            offsets.Add(tokens.Position);
        }

        return (terms, offsets, terms.Count == 1 && afterPair && terms[0].EnumerateRunes().Count() == 1);
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is ',' or ';';
}
