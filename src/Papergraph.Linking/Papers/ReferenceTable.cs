using System.Globalization;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Every different entry of the lists of references once.</summary>
/// <remarks>Entries are the same when identifiers, title, year and first author are; those that are printed text only, when the folded
/// text is.</remarks>
internal sealed class ReferenceTable
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<CitedReference> _references = [];
    private readonly List<Work> _works = [];

    /// <summary>Number of different entries.</summary>
    public int Count => _works.Count;

    /// <summary>What linking looks at in an entry.</summary>
    public Work Work(int entry) => _works[entry];

    /// <summary>The reference that says most of those that are the entry.</summary>
    public CitedReference Reference(int entry) => _references[entry];

    /// <summary>The number of the entry that a reference is, or -1 when it says nothing to go by.</summary>
    public int Add(CitedReference reference)
    {
        Work work = Linking.Work.Of(reference);
        string? key = Key(work, reference);
        if (key is null) return -1;
        if (_known.TryGetValue(key, out int entry))
        {
            if (Compare(reference, _references[entry]) < 0) _references[entry] = reference;
            return entry;
        }

        _known.Add(key, _works.Count);
        _works.Add(work);
        _references.Add(reference);
        return _works.Count - 1;
    }

    /// <summary>Orders references by how much they say, most first, then by what they say.</summary>
    public static int Compare(CitedReference a, CitedReference b) =>
        Said(b).CompareTo(Said(a)) is var said and not 0 ? said
        : (b.Raw?.Length ?? 0).CompareTo(a.Raw?.Length ?? 0) is var length and not 0 ? length
        : string.CompareOrdinal(a.Title, b.Title) is var title and not 0 ? title
        : string.CompareOrdinal(a.FirstAuthor, b.FirstAuthor) is var author and not 0 ? author
        : Nullable.Compare(a.Year, b.Year) is var year and not 0 ? year
        : string.CompareOrdinal(a.Raw, b.Raw) is var raw and not 0 ? raw
        : Compare(a.Identifiers, b.Identifiers);

    private static string? Key(Work work, CitedReference reference)
    {
        if (work.Identifiers.Count == 0 && work.Title.Length == 0)
            return TitleKey.Of(reference.Raw) is { Length: > 0 } raw ? "\u0001" + raw : null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join('\u0001', work.Identifiers)}\u0002{work.Title}\u0002{work.Year}\u0002{work.FirstAuthor}");
    }

    private static int Said(CitedReference reference) =>
        (reference.Title is null ? 0 : 4) + (reference.FirstAuthor is null ? 0 : 2)
            + (reference.Year is null ? 0 : 1) + reference.Identifiers.Count;

    private static int Compare(IReadOnlyList<Identifier> a, IReadOnlyList<Identifier> b)
    {
        for (int i = 0; i < a.Count && i < b.Count; i++)
            if (a[i].CompareTo(b[i]) is var order and not 0) return order;
        return a.Count.CompareTo(b.Count);
    }
}
