// Generated from ontology/papergraph.ttl by VocabularyTests; run them with PAPERGRAPH_UPDATE_GOLDEN=1 after a change there.
namespace Papergraph.Corpus;

/// <summary>Keys of the properties of nodes and edges.</summary>
public static partial class Keys
{
    /// <summary>Key of the node, unique within its first label: a scheme or kind, a colon and a value.</summary>
    public const string Id = "id";

    /// <summary>All identifiers of the paper, each with its scheme before a colon.</summary>
    public const string Ids = "ids";

    /// <summary>Title of the paper, white space collapsed.</summary>
    public const string Title = "title";

    /// <summary>Abstract of the paper; positions in the field abstract count its UTF-16 code units.</summary>
    public const string Abstract = "abstract";

    /// <summary>Year of publication (CE).</summary>
    public const string Year = "year";

    /// <summary>Day of publication, where it is known.</summary>
    public const string Date = "date";

    /// <summary>Month of publication, 1 to 12, where it is known.</summary>
    public const string Month = "month";

    /// <summary>True when the year was inferred from the context and not stated by the source.</summary>
    public const string DateIsApproximate = "dateIsApproximate";

    /// <summary>Digital Object Identifier in lower case, without prefix.</summary>
    public const string Doi = "doi";

    /// <summary>arXiv identifier without prefix and version.</summary>
    public const string ArxivId = "arxivId";

    /// <summary>Address of the paper or the repository.</summary>
    public const string Url = "url";

    /// <summary>Kind of paper, venue or organization in the source's words: article, inproceedings, preprint, journal.</summary>
    public const string Kind = "kind";

    /// <summary>Organizations that a source names for the paper as a whole, not for one of its authors.</summary>
    public const string Organizations = "organizations";

    /// <summary>On a paper the names of its records: the format, a colon and the record's key, or 12 hexadecimal digits of its hash. On a citation the format of the record that states it.</summary>
    public const string Source = "source";

    /// <summary>Further addresses that a source gives for the paper: code, data, project pages.</summary>
    public const string Links = "links";

    /// <summary>On a paper the positions of its records among the graph's records, on a run how many it read.</summary>
    public const string Records = "records";

    /// <summary>The name to show: of an author as printed, of an entity in its most usual spelling.</summary>
    public const string Name = "name";

    /// <summary>ORCID of the author in the form 0000-0002-1825-0097.</summary>
    public const string Orcid = "orcid";

    /// <summary>ISSN of the venue in the form 1234-567X.</summary>
    public const string Issn = "issn";

    /// <summary>Other spellings of the entity's name, abbreviations among them.</summary>
    public const string Aliases = "aliases";

    /// <summary>In how many papers the entity is mentioned.</summary>
    public const string Papers = "papers";

    /// <summary>Year of the earliest paper that mentions the entity.</summary>
    public const string FirstYear = "firstYear";

    /// <summary>Addresses of the same thing in published vocabularies.</summary>
    public const string VocabularyLinks = "vocabularyLinks";

    /// <summary>Host name of the repository: github.com.</summary>
    public const string Host = "host";

    /// <summary>How many records of each source format the graph was made of, as format: number records.</summary>
    public const string Inputs = "inputs";

    /// <summary>Version of Papergraph that ran.</summary>
    public const string Version = "version";

    /// <summary>Name and version of the extractor.</summary>
    public const string Model = "model";

    /// <summary>Options of the run that differ from the defaults, each as it is typed.</summary>
    public const string Options = "options";

    /// <summary>What the run saw, as name: number.</summary>
    public const string Counts = "counts";

    /// <summary>Name of the algorithm, on a run that analysed the graph instead of deriving it.</summary>
    public const string Algorithm = "algorithm";

    /// <summary>Which nodes and edges a run of an algorithm saw: LABEL-TYPE-LABEL.</summary>
    public const string Projection = "projection";

    /// <summary>Keys of the properties of nodes that hold what a run of an algorithm found.</summary>
    public const string Writes = "writes";

    /// <summary>How many records the run could not use.</summary>
    public const string Rejected = "rejected";

    /// <summary>The paper that states it.</summary>
    public const string Paper = "paper";

    /// <summary>The run that found it.</summary>
    public const string Run = "run";

    /// <summary>The entity that ties the two papers together.</summary>
    public const string Entity = "entity";

    /// <summary>The method that reached the value, if the sentence names it.</summary>
    public const string Method = "method";

    /// <summary>The dataset on which the value was measured, if the sentence names it.</summary>
    public const string Dataset = "dataset";

    /// <summary>The text of the paper in which the evidence stands: title or abstract. Mentions, roles, statements and links to code that a text gives carry it, with start and end.</summary>
    public const string Field = "field";

    /// <summary>Where the evidence begins: UTF-16 code units before it in the field.</summary>
    public const string Start = "start";

    /// <summary>Where the evidence ends: UTF-16 code units of the field up to its end.</summary>
    public const string End = "end";

    /// <summary>The characters of the mention as they stand in the field.</summary>
    public const string Surface = "surface";

    /// <summary>Probability, 0 to 1, that the edge is right.</summary>
    public const string Confidence = "confidence";

    /// <summary>Place of the author in the byline, from 1.</summary>
    public const string Position = "position";

    /// <summary>The entry of the list of references as printed.</summary>
    public const string Reference = "reference";

    /// <summary>The number that the paper reports, in the unit beside it: 75.4 for 75.4%.</summary>
    public const string Value = "value";

    /// <summary>Unit of the reported number: % for percent, × for times, else as written: ms, GB.</summary>
    public const string Unit = "unit";

    /// <summary>All of them, in the order of the ontology.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Id,
        Ids,
        Title,
        Abstract,
        Year,
        Date,
        Month,
        DateIsApproximate,
        Doi,
        ArxivId,
        Url,
        Kind,
        Organizations,
        Source,
        Links,
        Records,
        Name,
        Orcid,
        Issn,
        Aliases,
        Papers,
        FirstYear,
        VocabularyLinks,
        Host,
        Inputs,
        Version,
        Model,
        Options,
        Counts,
        Algorithm,
        Projection,
        Writes,
        Rejected,
        Paper,
        Run,
        Entity,
        Method,
        Dataset,
        Field,
        Start,
        End,
        Surface,
        Confidence,
        Position,
        Reference,
        Value,
        Unit,
    ];

    /// <summary>The keys whose value on an edge is the id of a node, with the first label of that node.</summary>
    public static IReadOnlyDictionary<string, string> NodeReferences { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Paper] = Labels.Paper,
            [Run] = Labels.Run,
            [Entity] = Labels.Entity,
            [Method] = Labels.Entity,
            [Dataset] = Labels.Entity,
        };
}
