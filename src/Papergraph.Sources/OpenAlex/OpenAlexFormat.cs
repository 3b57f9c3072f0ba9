using Papergraph.Sources.Json;

namespace Papergraph.Sources.OpenAlex;

/// <summary>Works of OpenAlex (https://docs.openalex.org/api-entities/works/work-object): a part of a snapshot (an object a line), one
/// work, or the answer to a query (<c>meta</c> and <c>results</c>); <c>docs/formats/openalex.md</c> has the fields.</summary>
public sealed class OpenAlexFormat : IPaperFormat
{
    private static readonly string[] OfWorks = ["abstract_inverted_index", "referenced_works", "authorships", "primary_location"];

    /// <inheritdoc/>
    public string Name => "openalex";

    /// <inheritdoc/>
    public string Description => "OpenAlex works: snapshot parts, single works, answers of the API";

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> head)
    {
        JsonLayout layout = JsonLayout.Of(head);
        return layout.Records.Any(IsWork)
            || (layout is { Arrangement: JsonArrangement.Results, Records: [] } && head.IndexOf("\"db_response_time_ms\""u8) >= 0);
    }

    /// <inheritdoc/>
    public IEnumerable<SourceRecord> Read(Stream input, SourceContext context, CancellationToken cancellation) =>
        JsonRecords.Read(input, context, new OpenAlexWorkReader(Name, context).Read, cancellation);

    private static bool IsWork(JsonShape record) =>
        record.Members.Overlaps(OfWorks) || (record.Id?.StartsWith("https://openalex.org/W", StringComparison.Ordinal) ?? false);
}
