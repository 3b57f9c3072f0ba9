namespace Papergraph.Corpus;

/// <summary>What one source says of one paper: nothing merged, nothing resolved, nothing guessed.</summary>
/// <remarks>A graph is a function of the set of its records: <see cref="PaperRecordCodec"/> gives each its canonical bytes, two records
/// with the same bytes are one, and no field depends on the line or the run that brought it. In JSONL and OpenAlex none depends on the file
/// either. A record of a listing page may get its year from the page around it, and a BibTeX entry inherits from other entries of its file
/// and uses the macros defined there.</remarks>
public sealed record PaperRecord
{
    /// <summary>Name of the format that it came from: <c>listing</c>, <c>jsonl</c>, <c>openalex</c>, <c>bibtex</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own key of the record, as it stands there, or null.</summary>
    public string? Key { get; init; }

    /// <summary>Identifiers in normal form, sorted and distinct.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>Title, white space collapsed, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Abstract, or null.</summary>
    public string? Abstract { get; init; }

    /// <summary>When it appeared, or null.</summary>
    public PublicationDate? Date { get; init; }

    /// <summary>Authors in the order of the byline.</summary>
    public IReadOnlyList<AuthorName> Authors { get; init; } = [];

    /// <summary>Journal, proceedings or other container, or null.</summary>
    public string? Venue { get; init; }

    /// <summary>ISSN of the venue in the form <c>1234-567X</c>, or null.</summary>
    public string? VenueIssn { get; init; }

    /// <summary>Organisations that the source names for the paper as a whole.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>Kind of work in the source's words (<c>article</c>, <c>inproceedings</c>, <c>preprint</c>), or null.</summary>
    public string? Kind { get; init; }

    /// <summary>Address of the paper itself, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Further addresses that the source gives: code, data, project pages.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The list of references, in the source's order, repeats kept.</summary>
    public IReadOnlyList<CitedReference> References { get; init; } = [];

    /// <summary>Fields that Papergraph has no name for, by the source's name; values in the source's order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extra { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
