// Generated from ontology/papergraph.ttl by VocabularyTests; run them with PAPERGRAPH_UPDATE_GOLDEN=1 after a change there.
namespace Papergraph.Corpus;

/// <summary>Types of edges.</summary>
public static partial class EdgeTypes
{
    /// <summary>The paper lists the other among its references.</summary>
    public const string Cites = "CITES";

    /// <summary>The author wrote the paper, alone or with others.</summary>
    public const string Authored = "AUTHORED";

    /// <summary>The author worked for the organization, according to one of the author's papers.</summary>
    public const string AffiliatedWith = "AFFILIATED_WITH";

    /// <summary>The paper appeared in the venue.</summary>
    public const string PublishedIn = "PUBLISHED_IN";

    /// <summary>The paper names the entity; one edge an occurrence.</summary>
    public const string Mentions = "MENTIONS";

    /// <summary>The entity is the paper's own new thing.</summary>
    public const string Introduces = "INTRODUCES";

    /// <summary>The entity is a component, tool or dataset that the paper builds with.</summary>
    public const string Uses = "USES";

    /// <summary>The paper's work is tested on or with the entity.</summary>
    public const string EvaluatesOn = "EVALUATES_ON";

    /// <summary>The entity is a baseline or competitor in the paper.</summary>
    public const string ComparesWith = "COMPARES_WITH";

    /// <summary>The entity is the task or problem that the paper sets out to solve, or the object that it studies.</summary>
    public const string Addresses = "ADDRESSES";

    /// <summary>The paper states a value of the metric; one edge for each number. Changes, limits and ranges are no values.</summary>
    public const string Reports = "REPORTS";

    /// <summary>The paper points to the code repository.</summary>
    public const string HasCode = "HAS_CODE";

    /// <summary>Inferred: the paper mentions what the other one introduced.</summary>
    public const string BuildsOn = "BUILDS_ON";

    /// <summary>The method is used for or on the other entity.</summary>
    public const string UsedFor = "USED_FOR";

    /// <summary>The method was tested on the dataset or task.</summary>
    public const string EvaluatedOn = "EVALUATED_ON";

    /// <summary>The task, method or dataset is judged by the metric.</summary>
    public const string MeasuredBy = "MEASURED_BY";

    /// <summary>The method was compared with the other, whoever won.</summary>
    public const string ComparedWith = "COMPARED_WITH";

    /// <summary>The method extends the method or concept.</summary>
    public const string BasedOn = "BASED_ON";

    /// <summary>The component belongs to the whole.</summary>
    public const string PartOf = "PART_OF";

    /// <summary>The special thing is one of the general kind.</summary>
    public const string IsA = "IS_A";

    /// <summary>All of them, in the order of the ontology.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Cites,
        Authored,
        AffiliatedWith,
        PublishedIn,
        Mentions,
        Introduces,
        Uses,
        EvaluatesOn,
        ComparesWith,
        Addresses,
        Reports,
        HasCode,
        BuildsOn,
        UsedFor,
        EvaluatedOn,
        MeasuredBy,
        ComparedWith,
        BasedOn,
        PartOf,
        IsA,
    ];
}
