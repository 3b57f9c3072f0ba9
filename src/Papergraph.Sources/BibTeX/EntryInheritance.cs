namespace Papergraph.Sources.BibTeX;

/// <summary>What entries take over from others: <c>crossref</c> from the volume that they are part of (the rules of BibLaTeX,
/// P. Lehman et al., “The biblatex Package”, appendix B, as far as they bear on a paper) and <c>xdata</c> from a container of shared
/// fields. Also answers which entry a key means.</summary>
/// <remarks>Parents may come after their children, so entries are remembered up to a total length; abstracts and the like are not.
/// Keys are compared without regard to case, as in BibTeX. Of entries with one key the first counts.</remarks>
internal sealed class EntryInheritance(SourceContext context)
{
    /// <summary>Characters that all remembered entries together may hold, and what an entry takes besides its fields.</summary>
    private const long MostCharacters = 32 << 20, EntryCost = 200;

    private const int MostAncestors = 32;

    /// <summary>Fields that parts have in common with their volume. What identifies the volume itself is not among them.</summary>
    private static readonly string[] Inheritable =
        ["booktitle", "journal", "journaltitle", "year", "date", "month", "issn", "isbn", "editor", "publisher", "series", "volume", "number", "address", "location", "eventtitle", "organization"];

    /// <summary>Fields that tell which work an entry is, for those that cite it by its key.</summary>
    private static readonly string[] Identifying =
        ["title", "subtitle", "author", "doi", "eprint", "archiveprefix", "eprinttype", "pmid", "url", "crossref", "xdata"];

    private static readonly string[] Containers = ["periodical", "article"];

    private readonly Dictionary<string, BibTeXEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _characters;

    /// <summary>Keeps what others may need of an entry, while there is room.</summary>
    internal void Remember(BibTeXEntry entry)
    {
        if (entry.Key is not { } key) return;
        Dictionary<string, string> kept = new(StringComparer.Ordinal);
        foreach (string field in entry.Type == "xdata" ? entry.Fields.Keys : [.. Inheritable, .. Identifying])
            if (entry.Fields.TryGetValue(field, out string? value)) kept.Add(field, value);
        long cost = EntryCost + key.Length + kept.Sum(f => (long)f.Value.Length);
        if (_entries.ContainsKey(key)) context.Report(SourceDiagnostics.RepeatedKey(context.File, entry.Line, key));
        else if (_characters + cost <= MostCharacters)
        {
            _characters += cost;
            _entries.Add(key, entry with { Fields = kept });
        }
    }

    /// <summary>The remembered fields of the entry that a key means, with what it inherits, or null.</summary>
    internal BibTeXEntry? Find(string key) => _entries.TryGetValue(key, out BibTeXEntry? entry) ? new Ancestry(_entries).Complete(entry) : null;

    /// <summary>Whether everything that an entry inherits from has been seen.</summary>
    internal bool KnowsParentsOf(BibTeXEntry entry)
    {
        Ancestry ancestry = new(_entries);
        ancestry.Complete(entry);
        return ancestry.Missing.Count == 0;
    }

    /// <summary>The entry with the fields that it inherits. Parents that are not there are reported.</summary>
    internal BibTeXEntry Complete(BibTeXEntry entry)
    {
        Ancestry ancestry = new(_entries);
        BibTeXEntry completed = ancestry.Complete(entry);
        foreach (string key in ancestry.Missing) context.Report(SourceDiagnostics.ParentNotFound(context.File, entry.Line, key));
        return completed;
    }

    /// <summary>Goes up from one entry. A step that would lead in a circle, or further than any sound file goes, is not taken.</summary>
    private sealed class Ancestry(IReadOnlyDictionary<string, BibTeXEntry> entries)
    {
        private readonly HashSet<string> _visited = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>Keys of parents that are not there, in the order in which they are named.</summary>
        internal List<string> Missing { get; } = [];

        internal BibTeXEntry Complete(BibTeXEntry entry)
        {
            if (entry["xdata"] is null && entry["crossref"] is null) return entry;
            Dictionary<string, string> fields = new(entry.Fields, StringComparer.Ordinal);
            foreach (string key in entry.Keys("xdata"))
            {
                if (Parent(key) is not { } shared) continue;
                foreach ((string name, string value) in Complete(shared).Fields) fields.TryAdd(name, value);
            }

            if (entry["crossref"] is { } volume && Parent(volume.Trim()) is { } parent) InheritFromVolume(fields, Complete(parent));
            return entry with { Fields = fields };
        }

        private BibTeXEntry? Parent(string key)
        {
            if (_visited.Count == MostAncestors || !_visited.Add(key)) return null;
            if (entries.TryGetValue(key, out BibTeXEntry? parent)) return parent;
            Missing.Add(key);
            return null;
        }
    }

    private static void InheritFromVolume(Dictionary<string, string> fields, BibTeXEntry volume)
    {
        bool hasDate = fields.ContainsKey("date") || fields.ContainsKey("year");
        foreach (string name in Inheritable)
            if (volume[name] is { } value && !(hasDate && name is "date" or "year" or "month")) fields.TryAdd(name, value);
        if (volume["title"] is { } title) fields.TryAdd(Containers.Contains(volume.Type) ? "journaltitle" : "booktitle", title);
    }
}
