using Papergraph.Core;

namespace Papergraph.Linking;

/// <summary>A university, company or other organisation.</summary>
/// <param name="Id"><c>organization:</c> and the folded name.</param>
/// <param name="Name">The spelling that occurs most.</param>
public sealed record LinkedOrganization(string Id, string Name);

/// <summary>The organisations behind a list of names.</summary>
/// <param name="Organizations">In ordinal order of their ids.</param>
/// <param name="OfName">Index of the organisation of each name, or -1 for a name without letter or digit.</param>
/// <param name="Decisions">Which names became one organisation and why.</param>
public sealed record LinkedOrganizations(
    IReadOnlyList<LinkedOrganization> Organizations, IReadOnlyList<int> OfName, IReadOnlyList<MergeDecision> Decisions);

/// <summary>Decides which names of organisations are one: those that fold to the same words.</summary>
public static class OrganizationLinker
{
    /// <summary>Links the names.</summary>
    /// <param name="names">Every occurrence of a name, so that the most frequent spelling is known.</param>
    public static LinkedOrganizations Link(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        NameGroups groups = new();
        foreach (string name in names)
            groups.Add(TextFolding.Fold(name) is { Length: > 0 } key ? "organization:" + key : null, name);
        return new LinkedOrganizations(
            [.. groups.Sorted().Select(g => new LinkedOrganization(g.Id, g.Name))],
            groups.OfOccurrence(),
            groups.Decisions("organization", _ => "folded-name"));
    }
}
