using System.Globalization;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Gives each paper its id.</summary>
internal sealed class PaperIds
{
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>The first 64 bits of the content hash of a text, as 16 hexadecimal digits.</summary>
    public static string Hash(string text) => StableHash.Hex128(text)[..16];

    /// <summary>The id of a paper; every call gives one that no call before gave.</summary>
    /// <param name="works">What is known of the paper.</param>
    /// <param name="own">The identifiers that name it alone, sorted.</param>
    /// <param name="lastResort">Id of a work with neither identifier nor title.</param>
    public string Next(IReadOnlyList<Work> works, IReadOnlyList<Identifier> own, Func<int, string> lastResort)
    {
        if (own.Count > 0 && own[0].IsAuthoritative) return own[0].ToString();
        string? title = works.Where(w => w.Title.Length > 0).Select(Signature).Min(StringComparer.Ordinal);
        if (title is not null) return Unique("title:" + Hash(title));
        return own.Count > 0 ? own[0].ToString() : Unique(Enumerable.Range(0, works.Count).Select(lastResort).Min(StringComparer.Ordinal)!);
    }

    private static string Signature(Work work) =>
        string.Create(CultureInfo.InvariantCulture, $"{work.Title}\n{work.Year}\n{work.FirstAuthor}");

    /// <summary>Papers that all they say does not tell apart are numbered, in the order of the calls.</summary>
    private string Unique(string id)
    {
        _taken[id] = _taken.GetValueOrDefault(id) + 1;
        return _taken[id] == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{_taken[id]}");
    }
}
