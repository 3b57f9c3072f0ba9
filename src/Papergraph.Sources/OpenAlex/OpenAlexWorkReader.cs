using System.Text.Json;
using Papergraph.Corpus;
using Papergraph.Sources.Records;

namespace Papergraph.Sources.OpenAlex;

/// <summary>Makes a record of one work. OpenAlex has some sixty fields; those named here are taken, in their present and older names,
/// and the others, mostly counts that change by the day, are not.</summary>
internal sealed class OpenAlexWorkReader(string source, SourceContext context)
{
    /// <summary>The record, or null when the object is no work.</summary>
    internal SourceRecord? Read(JsonElement work, long line)
    {
        string? id = Text(work, "id") ?? Text(Member(work, "ids"), "openalex");
        if (id is not null && Identifier.OpenAlex(id) is null)
        {
            context.Reject(SourceDiagnostics.NoWork(context.File, line, id));
            return null;
        }

        PaperRecordBuilder record = new(source, context, line);
        record.SetKey(id);
        AddIdentifiers(record, work, id);
        record.SetTitle(Text(work, "title") ?? Text(work, "display_name"));
        record.SetAbstract(Abstract(work, line) ?? Text(work, "abstract"));
        record.SetKind(Text(work, "type"));
        record.Date = PublicationDate.Parse(Text(work, "publication_date")) ?? PublicationDate.Parse(Number(work, "publication_year"));
        AddVenue(record, work);
        AddAddresses(record, work);
        foreach (JsonElement authorship in Items(work, "authorships")) AddAuthor(record, authorship);
        foreach (JsonElement cited in Items(work, "referenced_works"))
            if (Text(cited) is { } reference) record.AddReference(Reference(reference));
        AddSubjects(record, work);
        return record.Build();
    }

    private static void AddIdentifiers(PaperRecordBuilder record, JsonElement work, string? id)
    {
        JsonElement ids = Member(work, "ids");
        string? doi = Text(work, "doi") ?? Text(ids, "doi");
        record.AddIdentifier(Identifier.OpenAlex(id));
        record.AddIdentifier(Identifier.Doi(doi));
        record.AddIdentifier(Identifier.Pmid(Text(ids, "pmid"), bare: true));
        if (doi is not null && Identifier.Doi(doi) is null) record.AddExtra("doi", doi);
        record.AddExtra("mag", Text(ids, "mag") ?? Number(ids, "mag"));
        record.AddExtra("pmcid", Text(ids, "pmcid"));

        // A copy in arXiv is one of the places where the work lies.
        foreach (JsonElement location in Items(work, "locations"))
        {
            string? page = Text(location, "landing_page_url");
            if (page?.Contains("arxiv.org/", StringComparison.Ordinal) ?? false) record.AddIdentifier(Identifier.Arxiv(page));
        }
    }

    private static CitedReference Reference(string work) =>
        Identifier.OpenAlex(work) is { } id ? new CitedReference([id]) : ReferenceText.KeyOrPrinted(work);

    private static void AddVenue(PaperRecordBuilder record, JsonElement work)
    {
        JsonElement location = Member(work, "primary_location");
        JsonElement venue = Member(location, "source");
        if (venue.ValueKind != JsonValueKind.Object) venue = Member(work, "host_venue");
        record.SetVenue(Text(venue, "display_name") ?? Text(location, "raw_source_name"));
        string? issn = Text(venue, "issn_l");
        if (!record.SetIssn(issn)) record.AddExtra("issn_l", issn);
    }

    private static void AddAddresses(PaperRecordBuilder record, JsonElement work)
    {
        record.SetUrl(Text(Member(work, "primary_location"), "landing_page_url") ?? Text(Member(work, "host_venue"), "url"));
        record.AddLink(Text(Member(work, "open_access"), "oa_url"));
        record.AddLink(Text(Member(work, "best_oa_location"), "pdf_url"));
    }

    private static void AddAuthor(PaperRecordBuilder record, JsonElement authorship)
    {
        JsonElement author = Member(authorship, "author");
        List<string> affiliations = [.. Items(authorship, "institutions").Select(i => Text(i, "display_name")).OfType<string>()];
        if (affiliations.Count == 0) affiliations = [.. Items(authorship, "raw_affiliation_strings").Select(Text).OfType<string>()];
        record.AddAuthor(
            Text(author, "display_name") ?? Text(authorship, "raw_author_name"), Orcid.Normalize(Text(author, "orcid")), affiliations);
    }

    private static void AddSubjects(PaperRecordBuilder record, JsonElement work)
    {
        foreach (JsonElement keyword in Items(work, "keywords"))
            record.AddExtra("keywords", Text(keyword, "display_name") ?? Text(keyword, "keyword") ?? Text(keyword));
        foreach (JsonElement topic in Items(work, "topics")) record.AddExtra("topics", Text(topic, "display_name"));
        foreach (JsonElement concept in Items(work, "concepts")) record.AddExtra("concepts", Text(concept, "display_name"));
        record.AddExtra("language", Text(work, "language"));
        if (Member(work, "is_retracted").ValueKind == JsonValueKind.True) record.AddExtra("is_retracted", "true");
        foreach (string part in (ReadOnlySpan<string>)["volume", "issue", "first_page", "last_page"])
            record.AddExtra(part, Text(Member(work, "biblio"), part));
    }

    private string? Abstract(JsonElement work, long line)
    {
        JsonElement index = Member(work, "abstract_inverted_index");
        if (index.ValueKind != JsonValueKind.Object) return null;
        InvertedAbstract inverted = InvertedAbstract.Read(index);
        if (inverted.Skipped > 0) context.Report(SourceDiagnostics.PositionsSkipped(context.File, line, inverted.Skipped));
        return inverted.Text;
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) ? member : default;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) => Text(Member(element, name));

    private static string? Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string? Number(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null;
}
