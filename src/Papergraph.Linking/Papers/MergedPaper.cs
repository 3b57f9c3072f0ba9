using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>The values chosen for a paper among those of its records; the others stay in the records.</summary>
public sealed record MergedPaper
{
    /// <summary>Id of the paper.</summary>
    public required string Id { get; init; }

    /// <summary>Title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Abstract, or null.</summary>
    public string? Abstract { get; init; }

    /// <summary>When it appeared, or null.</summary>
    public PublicationDate? Date { get; init; }

    /// <summary>Authors in the order of the byline.</summary>
    public IReadOnlyList<AuthorName> Authors { get; init; } = [];

    /// <summary>Journal, proceedings or other container, or null.</summary>
    public string? Venue { get; init; }

    /// <summary>ISSN of the venue, or null.</summary>
    public string? VenueIssn { get; init; }

    /// <summary>Organisations named for the paper as a whole, in ordinal order.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>Kind of work, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>Address of the paper itself, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Further addresses, in ordinal order; also those of the paper itself that were not chosen.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>DOI without prefix, or null.</summary>
    public string? Doi { get; init; }

    /// <summary>arXiv identifier without prefix, or null.</summary>
    public string? ArxivId { get; init; }

    /// <summary>Names of the records behind it (see <see cref="RecordName"/>), in ordinal order; empty for a placeholder.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
