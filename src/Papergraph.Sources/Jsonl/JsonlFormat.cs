using Papergraph.Sources.Json;

namespace Papergraph.Sources.Jsonl;

/// <summary>Papergraph's own format: one JSON object a line, or an array of such objects; <c>docs/formats/jsonl.md</c> has the fields.</summary>
public sealed class JsonlFormat : IPaperFormat
{
    /// <summary>Members that records of other services have and ours do not.</summary>
    private static readonly string[] Foreign =
    [
        "paperId", "paper_id", "corpusId", "corpusid", "externalIds", // Semantic Scholar, S2ORC
        "DOI", "container-title", "issued", "indexed", // Crossref, CSL
        "attributes", // DataCite
        "itemType", // Zotero
    ];

    private static readonly string[] ForeignWithin = ["authorId", "paperId"];

    /// <inheritdoc/>
    public string Name => "jsonl";

    /// <inheritdoc/>
    public string Description => "Papergraph JSONL: one JSON object a line (or an array of them) with id, title, abstract, authors, year, references, …";

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> head)
    {
        JsonLayout layout = JsonLayout.Of(head);
        return layout.Arrangement != JsonArrangement.Results
            && layout.Records.FirstOrDefault(r => r.Members.Count > 0) is { } first
            && (first.Members.Contains("title") || first.Members.Contains("id"))
            && !first.Members.Overlaps(Foreign)
            && !first.InnerMembers.Overlaps(ForeignWithin);
    }

    /// <inheritdoc/>
    public IEnumerable<SourceRecord> Read(Stream input, SourceContext context, CancellationToken cancellation) =>
        JsonRecords.Read(input, context, new JsonlRecordReader(Name, context).Read, cancellation);
}
