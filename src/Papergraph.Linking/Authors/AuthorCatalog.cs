using System.Globalization;

namespace Papergraph.Linking;

/// <summary>Gives people their ids, names and numbers.</summary>
internal static class AuthorCatalog
{
    public static LinkedAuthors Build(Bylines bylines, AuthorClusters clusters)
    {
        (int[] setOf, List<List<int>> sets) = clusters.Partition();
        sets.RemoveAll(set => bylines.Name(set[0]) == Bylines.NoName);   // nobody: such an occurrence is alone in its set
        Dictionary<int, int> peopleOfName = [];
        foreach (List<int> set in sets)
            foreach (int name in set.Select(bylines.Name).Distinct()) peopleOfName[name] = peopleOfName.GetValueOrDefault(name) + 1;

        List<Person> people = [.. sets.Select(set => Describe(set, bylines, peopleOfName))];
        people.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id) is var id and not 0 ? id
            : string.CompareOrdinal(a.FirstPaper, b.FirstPaper) is var paper and not 0 ? paper
            : a.FirstPosition.CompareTo(b.FirstPosition));
        Number(people);
        people.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));

        int[] authorOfSet = new int[setOf.Length];
        Array.Fill(authorOfSet, -1);
        for (int author = 0; author < people.Count; author++) authorOfSet[setOf[people[author].Occurrences[0]]] = author;
        int[] ofOccurrence = [.. setOf.Select(set => authorOfSet[set])];
        return new LinkedAuthors(
            [.. people.Select(p => new LinkedAuthor(p.Id, p.Name, p.Orcid))],
            [.. bylines.Papers.Select((_, paper) => ofOccurrence[bylines.FirstOf[paper]..bylines.FirstOf[paper + 1]])],
            Decisions(bylines, clusters, people, ofOccurrence));
    }

    private static Person Describe(List<int> set, Bylines bylines, Dictionary<int, int> peopleOfName)
    {
        string? orcid = set.Select(o => bylines.Author(o).Orcid).FirstOrDefault(o => !string.IsNullOrWhiteSpace(o));
        int first = set.MinBy(o => bylines.Papers[bylines.Paper(o)].Id, StringComparer.Ordinal);
        string firstPaper = bylines.Papers[bylines.Paper(first)].Id;
        string bare = "author:" + bylines.NameText(first).Replace(' ', '-');

        // The folded name holds no dot, so that no suffix can make it another's.
        string id = orcid is not null ? "orcid:" + orcid
            : peopleOfName[bylines.Name(first)] == 1 ? bare
            : bare + "." + PaperIds.Hash(firstPaper)[..8];
        string name = PaperMerger.Choose(set.Select(o => bylines.Author(o).Name))!;
        return new Person(id, name, orcid, firstPaper, first - bylines.FirstOf[bylines.Paper(first)], set);
    }

    /// <summary>People of one name in one byline would have the same id: numbers tell them apart, in the order of the byline.</summary>
    private static void Number(List<Person> sorted)
    {
        for (int i = 1, alike = 1; i < sorted.Count; i++)
        {
            alike = sorted[i].Id == sorted[i - alike].Id ? alike + 1 : 1;
            if (alike > 1) sorted[i] = sorted[i] with { Id = string.Create(CultureInfo.InvariantCulture, $"{sorted[i].Id}.{alike}") };
        }
    }

    private static List<MergeDecision> Decisions(Bylines bylines, AuthorClusters clusters, List<Person> people, int[] authorOf)
    {
        List<MergeDecision> decisions = [];
        foreach (var group in clusters.Unions.GroupBy(u => (Author: authorOf[u.Members[0]], u.Rule)).OrderBy(g => g.Key))
        {
            List<int> members = [.. group.SelectMany(u => u.Members).Distinct()];
            string[] papers = [.. members.Select(o => bylines.Papers[bylines.Paper(o)].Id)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            decisions.Add(new MergeDecision("author", group.Key.Rule, people[group.Key.Author].Id, papers, members.Count));
        }

        return decisions;
    }

    private sealed record Person(string Id, string Name, string? Orcid, string FirstPaper, int FirstPosition, List<int> Occurrences);
}
