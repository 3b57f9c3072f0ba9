// Generated from ontology/papergraph.ttl by VocabularyTests; run them with PAPERGRAPH_UPDATE_GOLDEN=1 after a change there.
namespace Papergraph.Corpus;

/// <summary>Labels of nodes.</summary>
public static partial class Labels
{
    /// <summary>A scholarly work.</summary>
    public const string Paper = "Paper";

    /// <summary>A paper that others cite and of which no record has been read yet.</summary>
    public const string Placeholder = "Placeholder";

    /// <summary>A person who wrote papers.</summary>
    public const string Author = "Author";

    /// <summary>A journal, conference, book or archive in which papers appear.</summary>
    public const string Venue = "Venue";

    /// <summary>An institution that authors work for or that stands behind a paper.</summary>
    public const string Organization = "Organization";

    /// <summary>A specific scientific thing that papers name; always one of the five kinds below as well.</summary>
    public const string Entity = "Entity";

    /// <summary>A technique, model, algorithm, system, library, loss or optimiser.</summary>
    public const string Method = "Method";

    /// <summary>A corpus, benchmark, catalogue or other collection of data that one could go and find.</summary>
    public const string Dataset = "Dataset";

    /// <summary>A problem or application that methods are applied to.</summary>
    public const string Task = "Task";

    /// <summary>A quantity by which results are judged.</summary>
    public const string Metric = "Metric";

    /// <summary>Any other specific scientific term: theory, property, object, phenomenon, field.</summary>
    public const string Concept = "Concept";

    /// <summary>A code repository.</summary>
    public const string Repository = "Repository";

    /// <summary>What derived the facts of a graph, or the results of an analysis: version and extractor or algorithm, and what they saw; the same for the same records.</summary>
    public const string Run = "Run";

    /// <summary>All of them, in the order of the ontology.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Paper,
        Placeholder,
        Author,
        Venue,
        Organization,
        Entity,
        Method,
        Dataset,
        Task,
        Metric,
        Concept,
        Repository,
        Run,
    ];
}
