using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Papergraph.Corpus;
using Papergraph.Sources.Records;

namespace Papergraph.Sources.BibTeX;

/// <summary>Makes a record of an entry.</summary>
internal sealed partial class BibTeXRecordReader(string source, SourceContext context, EntryInheritance inheritance)
{
    /// <summary>Fields that become something of the record, or have served their purpose; all others are kept as they are.</summary>
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "title", "subtitle", "author", "abstract", "date", "year", "month", "day", "journal", "journaltitle", "booktitle", "issn", "eissn",
        "doi", "eprint", "archiveprefix", "eprinttype", "pmid", "url", "institution", "school", "crossref", "xdata",
        "keywords", "keyword", "keywords-plus", "author_keywords", "index_keywords");

    /// <summary>Fields of the others that are no prose.</summary>
    private static readonly FrozenSet<string> Verbatim =
        FrozenSet.Create(StringComparer.Ordinal, "file", "urldate", "pmcid", "isbn", "unique-id");

    private const StringSplitOptions Parts = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>Whether everything that the entry refers to has been seen.</summary>
    internal bool IsComplete(BibTeXEntry entry) =>
        inheritance.KnowsParentsOf(entry) && CitedWorks.Keys(entry).All(key => inheritance.Find(key) is not null);

    /// <summary>The record, or null when the entry names no paper.</summary>
    internal SourceRecord? Read(BibTeXEntry child)
    {
        BibTeXEntry entry = inheritance.Complete(child);
        PaperRecordBuilder record = new(source, context, entry.Line);
        record.SetKey(entry.Key);
        record.SetKind(entry.Type);
        record.SetTitle(Title(entry));
        record.SetAbstract(Decoded(entry, "abstract"));
        record.SetVenue(Decoded(entry, "journaltitle") ?? Decoded(entry, "journal") ?? Decoded(entry, "booktitle"));
        foreach (Identifier identifier in Identifiers(entry)) record.AddIdentifier(identifier);
        AddAuthors(record, entry);
        AddDate(record, entry);
        AddIssn(record, entry);
        AddAddresses(record, entry);
        record.AddOrganization(Decoded(entry, "institution") ?? Decoded(entry, "school"));
        foreach (CitedReference reference in CitedWorks.Read(entry, Cited)) record.AddReference(reference);
        AddExtra(record, entry);
        return record.Build();
    }

    /// <summary>What an entry is called: its DOI, its number in arXiv and PubMed, and what its address says.</summary>
    private static IEnumerable<Identifier> Identifiers(BibTeXEntry entry)
    {
        string? url = Plain(entry, "url");
        Identifier?[] found =
            [Identifier.Doi(Plain(entry, "doi")), Eprint(entry), Identifier.Pmid(Plain(entry, "pmid"), bare: true), ArxivWithin(entry)];
        Identifier?[] inAddress = WebAddress.Normalize(url) is null
            ? []
            : [Identifier.Doi(url), Identifier.Arxiv(url), Identifier.Acl(url), Identifier.Pmid(url)];
        return found.Concat(inAddress).OfType<Identifier>();
    }

    /// <summary>The number in the archive that the entry names; without a name the archive is arXiv, as in BibLaTeX.</summary>
    private static Identifier? Eprint(BibTeXEntry entry) =>
        (entry["archiveprefix"] ?? entry["eprinttype"])?.Trim().ToLowerInvariant() switch
        {
            null or "arxiv" => Identifier.Arxiv(Plain(entry, "eprint")),
            "pubmed" => Identifier.Pmid(Plain(entry, "eprint"), bare: true),
            _ => null,
        };

    /// <summary>The number that Google Scholar and DBLP give in place of a journal: <c>arXiv preprint arXiv:1706.03762</c>, or <c>CoRR</c>
    /// with the volume <c>abs/1706.03762</c>.</summary>
    private static Identifier? ArxivWithin(BibTeXEntry entry)
    {
        string text = $"{entry["journal"] ?? entry["journaltitle"]} {entry["volume"]}";
        return ArxivJournal().Match(text) is { Success: true } match ? Identifier.Arxiv(match.Groups[1].Value) : null;
    }

    private static string? Title(BibTeXEntry entry)
    {
        string? title = Decoded(entry, "title"), subtitle = Decoded(entry, "subtitle");
        return title is null || subtitle is null ? title : $"{title}: {subtitle}";
    }

    private static void AddAuthors(PaperRecordBuilder record, BibTeXEntry entry)
    {
        if (entry["author"] is not { } list) return;
        List<string> names = PersonNames.Read(list, out bool areMore);
        foreach (string name in names) record.AddAuthor(name);
        if (areMore) record.AddExtra("author", "others");
    }

    private void AddDate(PaperRecordBuilder record, BibTeXEntry entry)
    {
        record.Date = BibTeXDate.Of(entry);
        if (Decoded(entry, "date")?.Trim() is { Length: > 0 } date && BibTeXDate.OfDate(entry) is null)
        {
            string instead = record.Date is not { } counts ? "it is kept without meaning"
                : BibTeXDate.OfYear(entry) is null ? $"only its year {counts} counts"
                : $"the year and month beside it count, {counts}";
            context.Report(SourceDiagnostics.DateInOtherForm(context.File, entry.Line, date, instead));
            record.AddExtra("date", date);
        }

        if (record.Date is not null) return;
        foreach (string field in (ReadOnlySpan<string>)["year", "month"]) record.AddExtra(field, Decoded(entry, field));
    }

    /// <summary>Takes the first ISSN that is one; an entry may list those of print and screen.</summary>
    private static void AddIssn(PaperRecordBuilder record, BibTeXEntry entry)
    {
        foreach (string field in (ReadOnlySpan<string>)["issn", "eissn"])
        {
            foreach (string part in Plain(entry, field)?.Split([',', ';', ' ', '\n', '(', ')'], Parts) ?? [])
                if (record.HasIssn || !record.SetIssn(part)) record.AddExtra(field, part);
        }
    }

    private static void AddAddresses(PaperRecordBuilder record, BibTeXEntry entry)
    {
        bool isFirst = true;
        foreach (string address in Plain(entry, "url")?.Split([' ', '\n', '\t'], Parts) ?? [])
        {
            if (!(isFirst ? record.SetUrl(address) : record.AddLink(address))) record.AddExtra("url", address);
            isFirst = false;
        }
    }

    private static void AddExtra(PaperRecordBuilder record, BibTeXEntry entry)
    {
        foreach (string field in entry.Fields.Keys)
        {
            if (field.Contains("keyword", StringComparison.Ordinal))
            {
                string keywords = Decoded(entry, field) ?? "";
                char between = keywords.Contains(';', StringComparison.Ordinal) ? ';' : ',';
                foreach (string keyword in keywords.Split(between)) record.AddExtra(field, keyword);
            }
            else if (!Known.Contains(field) && !CitedWorks.Fields.Contains(field))
            {
                record.AddExtra(field, Verbatim.Contains(field) ? Plain(entry, field) : Decoded(entry, field));
            }
        }

        // Numbers that are no identifiers of their scheme.
        string? doi = Plain(entry, "doi"), pmid = Plain(entry, "pmid");
        if (Identifier.Doi(doi) is null) record.AddExtra("doi", doi);
        if (Identifier.Pmid(pmid, bare: true) is null) record.AddExtra("pmid", pmid);
        if (Eprint(entry) is null) record.AddExtra("eprint", Plain(entry, "eprint"));
    }

    /// <summary>The reference to an entry of this file.</summary>
    private CitedReference? Cited(string key) => inheritance.Find(key) is not { } entry
        ? null
        : new CitedReference(
            [.. Identifiers(entry).Distinct().Order()],
            Title(entry),
            BibTeXDate.Of(entry)?.Year,
            entry["author"] is { } authors ? PersonNames.Read(authors, out _).FirstOrDefault() : null);

    private static string? Decoded(BibTeXEntry entry, string field) => entry[field] is { } value ? LatexText.Decode(value) : null;

    private static string? Plain(BibTeXEntry entry, string field) => entry[field] is { } value ? LatexText.Plain(value).Trim() : null;

    [GeneratedRegex(
        @"\b(?:arxiv:\s*|(?:corr|arxiv)\s+abs/)((?:[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]+)?)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ArxivJournal();
}
