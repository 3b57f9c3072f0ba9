using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Papergraph.Corpus;
using Papergraph.Sources.Json;
using Papergraph.Sources.Records;
using Papergraph.Sources.Text;

namespace Papergraph.Sources.Jsonl;

/// <summary>Makes a record of one JSON object. A known field whose value cannot be used goes where unknown fields go, under its own
/// name, and is reported: nothing of the object is lost in silence.</summary>
internal sealed class JsonlRecordReader(string source, SourceContext context)
{
    private const int MostPartNames = 100, MostFields = 10_000;

    /// <summary>The known fields, and what each may hold.</summary>
    private static readonly FrozenDictionary<string, string> Expected = new Dictionary<string, string>
    {
        ["id"] = "an identifier or a key of at most 512 characters",
        ["title"] = "a text",
        ["abstract"] = "a text",
        ["venue"] = "a text",
        ["kind"] = "a text",
        ["issn"] = "an ISSN",
        ["url"] = "an absolute web address",
        ["links"] = "an absolute web address or a list of them",
        ["code"] = "an absolute web address or a list of them",
        ["organizations"] = "a text or a list of texts",
        ["authors"] = "a list of names or of objects with a name",
        ["references"] = "a list of identifiers, keys or objects",
        ["date"] = "a date such as 2024, 2024-11 or 2024-11-13",
        ["year"] = "a year from 1000 to 2999",
        ["doi"] = "a DOI",
        ["arxivId"] = "an arXiv identifier",
        ["openalex"] = "an OpenAlex work",
        ["acl"] = "an ACL Anthology identifier",
        ["pmid"] = "a PubMed identifier",
        ["s2"] = "a Semantic Scholar paper",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly HashSet<string> _partsNotKept = new(StringComparer.Ordinal);

    /// <summary>The record, or null when the object names no paper.</summary>
    internal SourceRecord? Read(JsonElement paper, long line)
    {
        if (IsOfAGraphExport(paper))
        {
            context.Reject(SourceDiagnostics.PartOfAGraph(context.File, line));
            return null;
        }

        PaperRecordBuilder record = new(source, context, line);
        Dictionary<string, JsonElement> fields = Fields(paper, line);
        foreach ((string name, JsonElement value) in fields)
            if (!IsBlank(value) && !Take(record, name, value)) KeepUnusable(record, name, value);
        CheckYear(record, fields);

        // After the links, whatever the order in the object.
        if (fields.TryGetValue("code", out JsonElement code) && !AddLinks(record, code)) KeepUnusable(record, "code", code);
        return record.Build();
    }

    /// <summary>Whether the object is a node or an edge as graph databases, and Papergraph's own export, write them as JSON.</summary>
    private static bool IsOfAGraphExport(JsonElement item) =>
        item.TryGetProperty("type"u8, out JsonElement type) && type.ValueKind == JsonValueKind.String
        && ((type.ValueEquals("node"u8) && item.TryGetProperty("labels"u8, out _))
            || (type.ValueEquals("relationship"u8) && item.TryGetProperty("start"u8, out _) && item.TryGetProperty("end"u8, out _)));

    /// <summary>The fields by name; of a name that occurs again the last value counts, which is reported once a record.</summary>
    private Dictionary<string, JsonElement> Fields(JsonElement paper, long line)
    {
        Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
        string? repeated = null;
        foreach (JsonProperty field in paper.EnumerateObject())
        {
            if (fields.Count == MostFields)
            {
                context.Report(SourceDiagnostics.TooMany(context.File, line, "fields", MostFields));
                break;
            }

            if (fields.TryAdd(field.Name, field.Value)) continue;
            fields[field.Name] = field.Value;
            repeated ??= field.Name;
        }

        if (repeated is not null) context.Report(SourceDiagnostics.RepeatedField(context.File, line, repeated));
        return fields;
    }

    /// <summary>Takes a field over.</summary>
    /// <returns>Whether all of its value could be used.</returns>
    private bool Take(PaperRecordBuilder record, string name, JsonElement value)
    {
        switch (name)
        {
            case "id" when TextOrNumber(value) is { } key && Identifier.Parse(TextCleaning.Line(key)) is { } id:
                record.SetKey(key);
                record.AddIdentifier(id);
                return true;
            case "title" when Text(value) is { } title:
                record.SetTitle(title);
                return true;
            case "abstract" when Text(value) is { } summary:
                record.SetAbstract(summary);
                return true;
            case "venue" when Text(value) is { } venue:
                record.SetVenue(venue);
                return true;
            case "kind" when Text(value) is { } kind:
                record.SetKind(kind);
                return true;
            case "date" when PublicationDate.Parse(Text(value)) is { } date:
                record.Date = date;
                return true;
            case "year" when Year(value) is { } year:
                record.Date ??= year;
                return true;
            case "issn": return record.SetIssn(Text(value));
            case "url": return record.SetUrl(Text(value));
            case "links": return AddLinks(record, value);
            case "organizations": return AddOrganizations(record, value);
            case "authors": return AddAuthors(record, value);
            case "references": return AddReferences(record, value);
            case "code": return true;
        }

        if (IdentifierOf(name, value) is { } identifier)
        {
            record.AddIdentifier(identifier);
            return true;
        }

        if (Expected.ContainsKey(name)) return false;
        AddUnknown(record, name, value);
        return true;
    }

    /// <summary>The identifier that the field of a scheme holds, or null.</summary>
    private static Identifier? IdentifierOf(string name, JsonElement value)
    {
        string? text = TextCleaning.Line(TextOrNumber(value));
        return name switch
        {
            "doi" => Identifier.Doi(text),
            "arxivId" => Identifier.Arxiv(text),
            "openalex" => Identifier.OpenAlex(text),
            "acl" => Identifier.Acl(text),
            "pmid" => Identifier.Pmid(text, bare: true),
            "s2" => value.ValueKind == JsonValueKind.Number ? Identifier.S2("CorpusID:" + text) : Identifier.S2(text),
            _ => null,
        };
    }

    private bool AddAuthors(PaperRecordBuilder record, JsonElement authors)
    {
        bool areUsable = IsTextOrList(authors);
        foreach (JsonElement author in Items(authors))
        {
            if (author.ValueKind == JsonValueKind.Object) areUsable &= AddAuthor(record, author);
            else if (Text(author) is { } name) record.AddAuthor(name);
            else areUsable = false;
        }

        return areUsable;
    }

    private bool AddAuthor(PaperRecordBuilder record, JsonElement author)
    {
        string? name = null, orcid = null;
        List<string> affiliations = [];
        foreach (JsonProperty part in author.EnumerateObject())
        {
            if (IsBlank(part.Value)) continue;
            string partName = part.Name;
            bool isKept = partName switch
            {
                "name" => (name = Text(part.Value)) is not null,
                "orcid" => (orcid = Orcid.Normalize(Text(part.Value))) is not null,
                "affiliation" or "affiliations" => AddTexts(affiliations, part.Value),
                _ => false,
            };
            if (!isKept) ReportPart("authors[]." + partName, record.Line);
        }

        record.AddAuthor(name, orcid, affiliations);
        return name is not null;
    }

    private bool AddReferences(PaperRecordBuilder record, JsonElement references)
    {
        bool areUsable = references.ValueKind == JsonValueKind.Array;
        foreach (JsonElement reference in Items(references))
        {
            if (reference.ValueKind == JsonValueKind.Object) record.AddReference(Reference(reference, record.Line));
            else if (TextOrNumber(reference) is { } text) record.AddReference(ReferenceText.KeyOrPrinted(text));
            else areUsable = false;
        }

        return areUsable;
    }

    private CitedReference Reference(JsonElement reference, long line)
    {
        List<Identifier> identifiers = [];
        string? title = null, author = null, raw = null;
        int? year = null;
        foreach (JsonProperty part in reference.EnumerateObject())
        {
            if (IsBlank(part.Value)) continue;
            string partName = part.Name;
            bool isKept = partName switch
            {
                "id" => AddIdentifier(identifiers, Identifier.Parse(TextCleaning.Line(TextOrNumber(part.Value)))),
                "title" => (title = Text(part.Value)) is not null,
                "author" => (author = Text(part.Value)) is not null,
                "year" => (year = Year(part.Value)?.Year) is not null,
                "raw" => (raw = Text(part.Value)) is not null,
                _ => AddIdentifier(identifiers, IdentifierOf(partName, part.Value)),
            };
            if (!isKept) ReportPart("references[]." + partName, line);
        }

        return new CitedReference([.. identifiers.Distinct().Order()], title, year, author, raw);
    }

    private static bool AddIdentifier(List<Identifier> identifiers, Identifier? identifier)
    {
        if (identifier is { } known) identifiers.Add(known);
        return identifier is not null;
    }

    private static bool AddLinks(PaperRecordBuilder record, JsonElement links)
    {
        List<string> addresses = [];
        bool areUsable = AddTexts(addresses, links);
        foreach (string address in addresses) areUsable &= record.AddLink(address);
        return areUsable;
    }

    private static bool AddOrganizations(PaperRecordBuilder record, JsonElement organizations)
    {
        List<string> names = [];
        bool areUsable = AddTexts(names, organizations);
        foreach (string name in names) record.AddOrganization(name);
        return areUsable;
    }

    /// <summary>Adds a text, or each text of a list.</summary>
    /// <returns>Whether the value holds nothing else.</returns>
    private static bool AddTexts(List<string> texts, JsonElement value)
    {
        bool areTexts = IsTextOrList(value);
        foreach (JsonElement item in Items(value))
        {
            if (IsBlank(item)) continue;
            if (Text(item) is { } text) texts.Add(text);
            else areTexts = false;
        }

        return areTexts;
    }

    /// <summary>A year beside a date must be the date's.</summary>
    private void CheckYear(PaperRecordBuilder record, Dictionary<string, JsonElement> fields)
    {
        PublicationDate? year = fields.TryGetValue("year", out JsonElement value) ? Year(value) : null;
        if (record.Date is not { } date || year is null || year.Year == date.Year) return;
        context.Report(SourceDiagnostics.DatesDiffer(context.File, record.Line, date.ToString(), year.ToString()));
        record.AddExtra("year", year.ToString());
    }

    private void KeepUnusable(PaperRecordBuilder record, string name, JsonElement value)
    {
        context.Report(SourceDiagnostics.UnusableValue(context.File, record.Line, name, JsonText.Flat(value) ?? "null", Expected[name]));
        AddUnknown(record, name, value);
    }

    private static void AddUnknown(PaperRecordBuilder record, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) record.AddExtra(name, JsonText.Flat(value));
        else foreach (JsonElement item in value.EnumerateArray()) record.AddExtra(name, JsonText.Flat(item));
    }

    /// <summary>Says once for each name, and for no more names than a sound file has, that a part of authors or references is left
    /// out.</summary>
    private void ReportPart(string part, long line)
    {
        if (_partsNotKept.Count < MostPartNames && _partsNotKept.Add(part))
            context.Report(SourceDiagnostics.PartNotKept(context.File, line, part));
    }

    private static bool IsTextOrList(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Array;

    /// <summary>The items of a list; a value that is none is its own only item.</summary>
    private static JsonElement[] Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static bool IsBlank(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? TextOrNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(value);

    private static PublicationDate? Year(JsonElement value) =>
        int.TryParse(TextOrNumber(value)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            ? PublicationDate.Of(year)
            : null;
}
