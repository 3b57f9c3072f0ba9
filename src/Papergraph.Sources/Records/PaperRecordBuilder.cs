using Papergraph.Corpus;
using Papergraph.Sources.Text;

namespace Papergraph.Sources.Records;

/// <summary>Collects what a source says of one paper; cleans the texts and holds them to <see cref="RecordLimits"/>.</summary>
/// <param name="source">Name of the format.</param>
/// <param name="context">Where findings go.</param>
/// <param name="line">1-based line on which the record begins.</param>
internal sealed class PaperRecordBuilder(string source, SourceContext context, long line)
{
    private readonly SortedSet<Identifier> _identifiers = [];
    private readonly List<AuthorName> _authors = [];
    private readonly List<string> _organizations = [];
    private readonly List<string> _links = [];
    private readonly List<CitedReference> _references = [];
    private readonly Dictionary<string, List<string>> _extra = new(StringComparer.Ordinal);
    private readonly HashSet<string> _overfull = new(StringComparer.Ordinal);
    private string? _key, _title, _abstract, _venue, _issn, _kind, _url;

    /// <summary>When the paper appeared.</summary>
    internal PublicationDate? Date { get; set; }

    internal bool HasIssn => _issn is not null;

    internal bool HasTitle => _title is not null;

    internal long Line => line;

    internal void SetKey(string? text) => _key = Name("key", text);

    internal void SetTitle(string? text) => _title = Clipped("title", TextCleaning.Line(text), RecordLimits.TitleLength);

    internal void SetAbstract(string? text) => _abstract = Clipped("abstract", TextCleaning.Prose(text), RecordLimits.AbstractLength);

    internal void SetVenue(string? text) => _venue = Name("venue", text);

    internal void SetKind(string? text) => _kind = Name("kind", text);

    /// <summary>Takes an identifier; null is passed over.</summary>
    internal void AddIdentifier(Identifier? identifier)
    {
        if (identifier is { } known) _identifiers.Add(known);
    }

    internal void AddAuthor(string? name, string? orcid = null, IEnumerable<string>? affiliations = null)
    {
        if (Name("author's name", name) is not { } cleaned || IsFull(_authors.Count, RecordLimits.Authors, "authors")) return;
        List<string> organizations = [];
        foreach (string affiliation in affiliations ?? [])
        {
            if (Name("affiliation", affiliation) is not { } organization) continue;
            if (IsFull(organizations.Count, RecordLimits.Affiliations, "affiliations of an author")) break;
            organizations.Add(organization);
        }

        _authors.Add(new AuthorName(cleaned, orcid, organizations));
    }

    internal void AddOrganization(string? name)
    {
        if (Name("organization", name) is { } cleaned && !IsFull(_organizations.Count, RecordLimits.Affiliations, "organizations"))
            _organizations.Add(cleaned);
    }

    internal void AddReference(CitedReference reference)
    {
        if (!IsFull(_references.Count, RecordLimits.References, "references")) _references.Add(Cleaned(reference));
    }

    /// <summary>Takes the ISSN of the venue.</summary>
    /// <returns>Whether it is one (ISO 3297).</returns>
    internal bool SetIssn(string? text)
    {
        if (Issn.Normalize(text) is not { } issn) return false;
        _issn = issn;
        return true;
    }

    /// <summary>Takes the address of the paper.</summary>
    /// <returns>Whether it is one.</returns>
    internal bool SetUrl(string? text)
    {
        if (WebAddress.Normalize(text) is not { } url) return false;
        _url = url;
        return true;
    }

    /// <summary>Takes a further address, once however often it is given.</summary>
    /// <returns>Whether it is one.</returns>
    internal bool AddLink(string? text)
    {
        if (WebAddress.Normalize(text) is not { } link) return false;
        if (!_links.Contains(link) && !IsFull(_links.Count, RecordLimits.Links, "links")) _links.Add(link);
        return true;
    }

    /// <summary>Takes a value of a field that Papergraph has no name for.</summary>
    internal void AddExtra(string field, string? value)
    {
        if (Clipped("field", TextCleaning.Prose(value), RecordLimits.ValueLength) is not { } cleaned) return;
        string name = TextCleaning.Clip(TextCleaning.Line(field) ?? "", RecordLimits.NameLength);
        if (!_extra.TryGetValue(name, out List<string>? values))
        {
            if (IsFull(_extra.Count, RecordLimits.ExtraFields, "fields without meaning")) return;
            _extra.Add(name, values = []);
        }

        if (!IsFull(values.Count, RecordLimits.ExtraValues, $"values of '{Quoted.Clip(name)}'")) values.Add(cleaned);
    }

    /// <summary>The record, or null when it names no paper: it has neither title nor identifier. That is reported.</summary>
    internal SourceRecord? Build()
    {
        if (_title is null && _identifiers.Count == 0)
        {
            context.Reject(SourceDiagnostics.NothingOfAPaper(context.File, line));
            return null;
        }

        PaperRecord record = new()
        {
            Source = source,
            Key = _key,
            Identifiers = [.. _identifiers],
            Title = _title,
            Abstract = _abstract,
            Date = Date,
            Authors = _authors,
            Venue = _venue,
            VenueIssn = _issn,
            Organizations = _organizations,
            Kind = _kind,
            Url = _url,
            Links = _links,
            References = _references,
            Extra = _extra.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)e.Value, StringComparer.Ordinal),
        };
        return new SourceRecord(record, context.File, line);
    }

    private CitedReference Cleaned(CitedReference reference) => reference with
    {
        Title = Clipped("cited title", TextCleaning.Line(reference.Title), RecordLimits.TitleLength),
        FirstAuthor = Name("cited author", reference.FirstAuthor),
        Raw = Clipped("reference", TextCleaning.Line(reference.Raw), RecordLimits.ValueLength),
    };

    private string? Name(string what, string? text) => Clipped(what, TextCleaning.Line(text), RecordLimits.NameLength);

    private string? Clipped(string what, string? text, int most)
    {
        if (text is null || text.Length <= most) return text;
        if (_overfull.Add(what)) context.Report(SourceDiagnostics.Clipped(context.File, line, what, most));
        return TextCleaning.Clip(text, most);
    }

    /// <summary>Whether no more than what is there already is taken; reported once for each kind of thing.</summary>
    private bool IsFull(int count, int most, string what)
    {
        if (count < most) return false;
        if (_overfull.Add(what)) context.Report(SourceDiagnostics.TooMany(context.File, line, what, most));
        return true;
    }
}
