namespace Papergraph.Linking;

/// <summary>What several works together say of the paper that they are: the values by which it is compared.</summary>
internal sealed class Description
{
    /// <summary>Values beyond this many are left out, the greatest first: a paper has no nine first authors.</summary>
    private const int MostValues = 8;

    private readonly SortedSet<string> _titles = new(StringComparer.Ordinal);
    private readonly SortedSet<PersonKey> _authors = [];
    private readonly SortedSet<string> _abstracts = new(StringComparer.Ordinal);
    private readonly int _firstYear = int.MaxValue, _lastYear = int.MinValue;
    private readonly bool _isApproximate;

    private enum Agreement
    {
        Same,
        Near,
        Unknown,
        Different,
    }

    public Description(IEnumerable<Work> works)
    {
        foreach (Work work in works)
        {
            if (work.Title.Length > 0) Add(_titles, work.Title);
            if (work.FirstAuthor is { } author) Add(_authors, author);
            if (work.Abstract is { } text) Add(_abstracts, text);
            if (work.Year is not { } year) continue;
            _firstYear = Math.Min(_firstYear, year);
            _lastYear = Math.Max(_lastYear, year);
            _isApproximate |= work.IsYearApproximate;
        }
    }

    private bool HasYear => _firstYear <= _lastYear;

    /// <summary>Whether two papers of equal title can be one by their first authors and years.</summary>
    /// <param name="other">The other paper.</param>
    /// <param name="title">What the equal title says.</param>
    /// <param name="allKnown">Whether first author and year must be known on both sides.</param>
    public bool IsCompatible(Description other, TitleStrength title, bool allKnown)
    {
        Agreement author = Authors(other), year = Years(other);
        if (title == TitleStrength.None || author == Agreement.Different || year == Agreement.Different) return false;
        if (year == Agreement.Near && author != Agreement.Same && !_isApproximate && !other._isApproximate) return false;
        if (author == Agreement.Same && year != Agreement.Unknown) return true;
        return !allKnown && (title == TitleStrength.Long || _abstracts.Overlaps(other._abstracts));
    }

    /// <summary>Whether a reference that says this can mean a paper of equal title: its year, where given, is at most one off, its
    /// first author, where given, is the paper's, and a short title does not stand alone.</summary>
    public bool CanMean(Description paper, TitleStrength title)
    {
        Agreement author = Authors(paper), year = Years(paper);
        if (title == TitleStrength.None || author == Agreement.Different || year == Agreement.Different) return false;
        return title == TitleStrength.Long || author == Agreement.Same || year != Agreement.Unknown;
    }

    /// <summary>Whether the two name the very same year.</summary>
    public bool HasYearOf(Description other) => Years(other) == Agreement.Same;

    /// <summary>Whether two papers that a local key calls the same are evidently not: neither their titles agree nor who wrote them
    /// when.</summary>
    public bool Contradicts(Description other) =>
        _titles.Count > 0 && other._titles.Count > 0 && !_titles.Overlaps(other._titles)
        && (Authors(other) == Agreement.Different || Years(other) == Agreement.Different);

    /// <summary>A text that equal descriptions have in common and others have not.</summary>
    public string Profile() => string.Join('\u0001',
        string.Join('\u0002', _titles), string.Join('\u0002', _authors), string.Join('\u0002', _abstracts),
        HasYear ? $"{_firstYear}-{_lastYear}-{_isApproximate}" : "");

    private Agreement Authors(Description other)
    {
        if (_authors.Count == 0 || other._authors.Count == 0) return Agreement.Unknown;
        foreach (PersonKey author in _authors)
            foreach (PersonKey otherAuthor in other._authors)
                if (author.IsCompatible(otherAuthor)) return Agreement.Same;
        return Agreement.Different;
    }

    private Agreement Years(Description other) =>
        !HasYear || !other.HasYear ? Agreement.Unknown
        : Math.Max(_firstYear, other._firstYear) - Math.Min(_lastYear, other._lastYear) is int gap and > 0
            ? gap == 1 ? Agreement.Near : Agreement.Different
        : Agreement.Same;

    private static void Add<T>(SortedSet<T> values, T value)
    {
        values.Add(value);
        if (values.Count > MostValues) values.Remove(values.Max!);
    }
}
