using System.Text.RegularExpressions;
using Papergraph.Core;

namespace Papergraph.Linking;

/// <summary>A journal, conference or other container of papers.</summary>
/// <param name="Id"><c>issn:1234-567X</c>, or <c>venue:</c> and the folded name.</param>
/// <param name="Name">The name that most papers give it, then the longest; its id when none names it.</param>
/// <param name="Issn">ISSN, or null.</param>
public sealed record LinkedVenue(string Id, string Name, string? Issn);

/// <summary>The venues of a set of papers.</summary>
/// <param name="Venues">In ordinal order of their ids.</param>
/// <param name="OfPaper">Index of the venue of each paper, or -1.</param>
/// <param name="Decisions">Which names became one venue and why.</param>
public sealed record LinkedVenues(IReadOnlyList<LinkedVenue> Venues, IReadOnlyList<int> OfPaper, IReadOnlyList<MergeDecision> Decisions);

/// <summary>Decides which papers appeared in the same venue: by ISSN, else by folded name.</summary>
/// <remarks>A name without ISSN is the venue of the ISSN that the same name has elsewhere, when that is only one: journals have one ISSN in
/// print and another online, and such a name alone does not tell which.</remarks>
public static partial class VenueLinker
{
    /// <summary>Links the venues.</summary>
    /// <param name="papers">Venue and ISSN of each paper; either may be null. What has not the form of an ISSN counts as none.</param>
    public static LinkedVenues Link(IReadOnlyList<(string? Name, string? Issn)> papers)
    {
        ArgumentNullException.ThrowIfNull(papers);
        Dictionary<string, string?> issnOfName = new(StringComparer.Ordinal);
        foreach ((string? name, string? issn) in papers)
        {
            string key = TextFolding.Fold(name);
            if (key.Length == 0 || Issn(issn) is not { } valid) continue;
            if (!issnOfName.TryAdd(key, valid) && issnOfName[key] != valid) issnOfName[key] = null;
        }

        NameGroups groups = new();
        foreach ((string? name, string? issn) in papers)
        {
            string key = TextFolding.Fold(name);
            string? known = Issn(issn) ?? issnOfName.GetValueOrDefault(key);
            string? id = known is not null ? "issn:" + known : key.Length > 0 ? "venue:" + key : null;
            groups.Add(id, string.IsNullOrWhiteSpace(name) ? null : name);
        }

        LinkedVenue[] venues = [.. groups.Sorted().Select(g => new LinkedVenue(
            g.Id, g.Name, g.Id.StartsWith("issn:", StringComparison.Ordinal) ? g.Id["issn:".Length..] : null))];
        return new LinkedVenues(venues, groups.OfOccurrence(),
            groups.Decisions("venue", id => id.StartsWith("issn:", StringComparison.Ordinal) ? "same-issn" : "folded-name"));
    }

    private static string? Issn(string? text)
    {
        string value = (text ?? "").Trim().ToUpperInvariant();
        return IssnForm().IsMatch(value) ? value : null;
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{3}[0-9X]$", RegexOptions.CultureInvariant)]
    private static partial Regex IssnForm();
}
