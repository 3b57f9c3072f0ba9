using System.Buffers;
using System.Text.Json;
using Papergraph.Core;

namespace Papergraph.Corpus;

/// <summary>The canonical form of a <see cref="PaperRecord"/>: JSON in UTF-8 with a fixed order of properties, absent ones left out.</summary>
/// <remarks>Equal records have equal bytes and nothing else has, so the bytes are the record's identity, its form on disk and the
/// order in which a graph is built.</remarks>
public static class PaperRecordCodec
{
    /// <summary>Writes the canonical bytes.</summary>
    public static ReadOnlyMemory<byte> Encode(PaperRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArrayBufferWriter<byte> bytes = new(1024);
        using Utf8JsonWriter json = new(bytes);
        json.WriteStartObject();
        json.WriteString("source"u8, record.Source);
        Write(json, "key"u8, record.Key);
        Write(json, "ids"u8, [.. record.Identifiers.Distinct().Order().Select(i => i.ToString())]);
        Write(json, "title"u8, record.Title);
        Write(json, "abstract"u8, record.Abstract);
        Write(json, "date"u8, record.Date?.ToString());
        if (record.Date is { IsApproximate: true }) json.WriteBoolean("dateIsApproximate"u8, true);
        WriteAuthors(json, record.Authors);
        Write(json, "venue"u8, record.Venue);
        Write(json, "issn"u8, record.VenueIssn);
        Write(json, "organizations"u8, record.Organizations);
        Write(json, "kind"u8, record.Kind);
        Write(json, "url"u8, record.Url);
        Write(json, "links"u8, record.Links);
        WriteReferences(json, record.References);
        WriteExtra(json, record.Extra);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are not such a record.</exception>
    public static PaperRecord Decode(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            bool approximate = root.TryGetProperty("dateIsApproximate"u8, out JsonElement flag) && flag.GetBoolean();
            return new PaperRecord
            {
                Source = Text(root, "source") ?? throw new FormatException("A record without a source."),
                Key = Text(root, "key"),
                Identifiers = [.. Texts(root, "ids").Select(Identifier.FromText)],
                Title = Text(root, "title"),
                Abstract = Text(root, "abstract"),
                Date = PublicationDate.Parse(Text(root, "date"), approximate),
                Authors = [.. Items(root, "authors").Select(a => new AuthorName(Text(a, "name") ?? "", Text(a, "orcid"), Texts(a, "affiliations")))],
                Venue = Text(root, "venue"),
                VenueIssn = Text(root, "issn"),
                Organizations = Texts(root, "organizations"),
                Kind = Text(root, "kind"),
                Url = Text(root, "url"),
                Links = Texts(root, "links"),
                References = [.. Items(root, "references").Select(ReadReference)],
                Extra = ReadExtra(root),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("The bytes are not a paper record.", e);
        }
    }

    /// <summary>The name of a record: the first 128 bits of SHA-256 of its canonical bytes, 32 hexadecimal digits.</summary>
    public static string Name(ReadOnlyMemory<byte> canonical) => StableHash.Hex128(canonical.Span);

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<AuthorName> authors)
    {
        if (authors.Count == 0) return;
        json.WriteStartArray("authors"u8);
        foreach (AuthorName author in authors)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, author.Name);
            Write(json, "orcid"u8, author.Orcid);
            Write(json, "affiliations"u8, author.Affiliations);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReferences(Utf8JsonWriter json, IReadOnlyList<CitedReference> references)
    {
        if (references.Count == 0) return;
        json.WriteStartArray("references"u8);
        foreach (CitedReference reference in references)
        {
            json.WriteStartObject();
            Write(json, "ids"u8, [.. reference.Identifiers.Select(i => i.ToString())]);
            Write(json, "title"u8, reference.Title);
            if (reference.Year is { } year) json.WriteNumber("year"u8, year);
            Write(json, "author"u8, reference.FirstAuthor);
            Write(json, "raw"u8, reference.Raw);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExtra(Utf8JsonWriter json, IReadOnlyDictionary<string, IReadOnlyList<string>> extra)
    {
        if (extra.Count == 0) return;
        json.WriteStartObject("extra"u8);
        foreach ((string name, IReadOnlyList<string> values) in extra.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(name);
            foreach (string value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static CitedReference ReadReference(JsonElement reference) => new(
        [.. Texts(reference, "ids").Select(Identifier.FromText)],
        Text(reference, "title"),
        reference.TryGetProperty("year"u8, out JsonElement year) ? year.GetInt32() : null,
        Text(reference, "author"),
        Text(reference, "raw"));

    private static Dictionary<string, IReadOnlyList<string>> ReadExtra(JsonElement root)
    {
        Dictionary<string, IReadOnlyList<string>> extra = new(StringComparer.Ordinal);
        if (root.TryGetProperty("extra"u8, out JsonElement fields))
            foreach (JsonProperty field in fields.EnumerateObject())
                extra[field.Name] = [.. field.Value.EnumerateArray().Select(v => v.GetString()!)];
        return extra;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static string[] Texts(JsonElement element, string name) =>
        [.. Items(element, name).Select(v => v.GetString()!)];

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement values) ? values.EnumerateArray() : default;
}
