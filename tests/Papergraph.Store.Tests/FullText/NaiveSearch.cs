namespace Papergraph.Store.Tests;

/// <summary>Search by looking at every word of every document: the definitions, and nothing of the index.</summary>
/// <remarks>Words are what lies between spaces, so the texts are to be small letters and single spaces.</remarks>
internal sealed class NaiveSearch
{
    private readonly IReadOnlyList<string[][][]> _documents;     // by node, field and value: words
    private readonly HashSet<string> _vocabulary;

    public NaiveSearch(IReadOnlyList<TextNode> nodes)
    {
        _documents = [.. nodes.Select(node => node.Texts.Select(field => field.Select(value => value.Split(' ')).ToArray()).ToArray())];
        _vocabulary = [.. _documents.SelectMany(document => document).SelectMany(field => field).SelectMany(value => value)];
    }

    public abstract record Query
    {
        public sealed record Word(string Text) : Query;

        public sealed record Beginning(string Text) : Query;

        public sealed record Near(string Text, int Edits) : Query;

        public sealed record Phrase(string[] Words) : Query;

        public sealed record InTitle(Query Inner) : Query;

        public sealed record Group(IReadOnlyList<(char Sign, Query Query)> Clauses) : Query;

        public sealed override string ToString() => this switch
        {
            Word word => word.Text,
            Beginning beginning => beginning.Text + "*",
            Near near => near.Text + "~" + near.Edits,
            Phrase phrase => '"' + string.Join(' ', phrase.Words) + '"',
            InTitle title => "title:" + title.Inner,
            Group group => "(" + string.Join(' ', group.Clauses.Select(clause => $"{clause.Sign}{clause.Query}".TrimStart())) + ")",
            _ => "",
        };
    }

    /// <summary>The score of each node that answers.</summary>
    public SortedDictionary<int, double> Find(Query query)
    {
        SortedDictionary<int, double> found = [];
        for (int node = 0; node < _documents.Count; node++)
        {
            if (Score(query, node, titleOnly: false) is { } score) found.Add(node, score);
        }

        return found;
    }

    private double? Score(Query query, int node, bool titleOnly) => query switch
    {
        Query.Word word => ScoreTerms(Forms(word.Text), node, titleOnly),
        Query.Beginning beginning => ScoreTerms(WithPrefix(beginning.Text), node, titleOnly),
        Query.Near near => ScoreTerms(
            [.. _vocabulary.Select(w => (w, Edits: Edits(w, near.Text)))
                .Where(t => t.Edits <= near.Edits).Select(t => (t.w, Math.Pow(0.5, t.Edits)))],
            node, titleOnly),
        Query.Phrase phrase => ScorePhrase(phrase.Words, node, titleOnly),
        Query.InTitle title => Score(title.Inner, node, titleOnly: true),
        Query.Group group => ScoreGroup(group, node, titleOnly),
        _ => null,
    };

    private double? ScoreGroup(Query.Group group, int node, bool titleOnly)
    {
        (double sum, bool any, bool hasMust) = (0, false, group.Clauses.Any(clause => clause.Sign == '+'));
        foreach ((char sign, Query query) in group.Clauses)
        {
            double? score = Score(query, node, titleOnly);
            if ((sign == '+' && score is null) || (sign == '-' && score is not null)) return null;
            if (sign == '-') continue;
            sum += score ?? 0;
            any |= score is not null;
        }

        return any || (hasMust && group.Clauses.Count > 0) ? sum : null;
    }

    private List<(string, double)> Forms(string word)
    {
        List<(string, double)> forms = [.. _vocabulary.Where(w => Stem(w) == Stem(word)).Select(w => (w, 1.0))];
        return forms.Count > 0 || word.Length < 2 ? forms : WithPrefix(word);
    }

    private List<(string, double)> WithPrefix(string prefix) =>
        [.. _vocabulary.Where(w => w.StartsWith(prefix, StringComparison.Ordinal)).Select(w => (w, 1.0))];

    // Harman 1991, table 1.
    private static string Stem(string word) => word.Length <= 3 ? word
        : word.EndsWith("ies", StringComparison.Ordinal) && !word.EndsWith("eies", StringComparison.Ordinal)
            && !word.EndsWith("aies", StringComparison.Ordinal)
            ? word[..^3] + "y"
        : word.EndsWith("es", StringComparison.Ordinal) && !word.EndsWith("aes", StringComparison.Ordinal)
            && !word.EndsWith("ees", StringComparison.Ordinal) && !word.EndsWith("oes", StringComparison.Ordinal) ? word[..^1]
        : word.EndsWith('s') && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal)
            ? word[..^1]
        : word;

    private double? ScoreTerms(List<(string Word, double Weight)> terms, int node, bool titleOnly)
    {
        double[] frequencies = new double[TextNode.Fields.Length];
        foreach ((string word, double weight) in terms)
        {
            for (int field = 0; field < frequencies.Length; field++)
            {
                if (titleOnly && TextNode.Fields[field].Property != "title") continue;
                frequencies[field] += weight * _documents[node][field].Sum(value => value.Count(w => w == word));
            }
        }

        return frequencies.Sum() == 0 ? null : Idf(terms.Max(term => DocumentsWith(term.Word))) * Saturate(frequencies, node);
    }

    private double? ScorePhrase(string[] words, int node, bool titleOnly)
    {
        double[] frequencies = new double[TextNode.Fields.Length];
        for (int field = 0; field < frequencies.Length; field++)
        {
            if (titleOnly && TextNode.Fields[field].Property != "title") continue;
            foreach (string[] value in _documents[node][field])
            {
                for (int i = 0; i + words.Length <= value.Length; i++)
                {
                    if (value.AsSpan(i, words.Length).SequenceEqual(words)) frequencies[field]++;
                }
            }
        }

        return frequencies.Sum() == 0 ? null : words.Sum(word => Idf(DocumentsWith(word))) * Saturate(frequencies, node);
    }

    private int DocumentsWith(string word) => _documents.Count(document => document.Any(field => field.Any(value => value.Contains(word))));

    private double Idf(int documents)
    {
        int all = _documents.Count(document => document.Any(field => field.Any(value => value.Length > 0)));
        return Math.Log(1 + ((all - documents + 0.5) / (documents + 0.5)));
    }

    private double Saturate(double[] frequencies, int node)
    {
        double sum = 0;
        for (int field = 0; field < frequencies.Length; field++)
        {
            if (frequencies[field] == 0) continue;
            int[] lengths = [.. _documents.Select(document => document[field].Sum(value => value.Length)).Where(length => length > 0)];
            double length = _documents[node][field].Sum(value => value.Length);
            sum += TextNode.Fields[field].Weight * frequencies[field] / (1 - 0.75 + (0.75 * length / lengths.Average()));
        }

        return sum / (1.2 + sum);
    }

    /// <summary>Optimal string alignment, by its recursive definition.</summary>
    public static int Edits(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return a.Length + b.Length;
        int least = Math.Min(Edits(a[..^1], b), Edits(a, b[..^1])) + 1;
        least = Math.Min(least, Edits(a[..^1], b[..^1]) + (a[^1] == b[^1] ? 0 : 1));
        return a.Length > 1 && b.Length > 1 && a[^1] == b[^2] && a[^2] == b[^1] ? Math.Min(least, Edits(a[..^2], b[..^2]) + 1) : least;
    }
}
