namespace Papergraph.Corpus;

/// <summary>Names of the parts of a stored graph that are not nodes, edges or properties.</summary>
public static class Names
{
    /// <summary>The index of names and words behind <c>search</c>.</summary>
    public const string Index = "names";

    /// <summary>The full-text index behind <c>search</c>.</summary>
    public const string Texts = "texts";

    /// <summary>The list of records that the graph is built from: canonical bytes, in the order of their names.</summary>
    public const string Records = "records";

    /// <summary>For the node of each read paper the records behind it: 32-bit little-endian positions in <see cref="Records"/>.</summary>
    public const string PaperRecords = "paper-records";

    /// <summary>The log of merges: one JSON object an item, sorted.</summary>
    public const string Decisions = "decisions";

    /// <summary>Metadata: hash of the set of records.</summary>
    public const string RecordSet = "record-set";

    /// <summary>Metadata: the run that derived everything extracted and inferred.</summary>
    public const string Run = "run";
}
