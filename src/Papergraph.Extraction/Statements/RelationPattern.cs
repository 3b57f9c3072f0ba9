using System.Collections.Frozen;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A set of entity types.</summary>
[Flags]
internal enum TypeSet
{
    Method = 1 << EntityType.Method,
    Dataset = 1 << EntityType.Dataset,
    Task = 1 << EntityType.Task,
    Metric = 1 << EntityType.Metric,
    Concept = 1 << EntityType.Concept,
    Any = Method | Dataset | Task | Metric | Concept,
}

/// <summary>What the words between two terms state.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="HeadIsFirst">Whether the head stands before the words.</param>
/// <param name="First">Types that the term before may have.</param>
/// <param name="Second">Types that the term behind may have.</param>
/// <param name="Confidence">Share of the places in annotated abstracts at which the pattern applies and both terms and the relation are
/// right; where there were fewer than five places, that of the patterns of the same relation together.</param>
internal sealed record RelationPattern(Relation Relation, bool HeadIsFirst, TypeSet First, TypeSet Second, double Confidence)
{
    private static readonly FrozenDictionary<string, RelationPattern[]>.AlternateLookup<ReadOnlySpan<char>> Patterns =
        All().GroupBy(p => p.Words, p => p.Pattern, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The patterns of a connector, or none.</summary>
    public static ReadOnlySpan<RelationPattern> Of(ReadOnlySpan<char> connector) =>
        Patterns.TryGetValue(connector, out RelationPattern[]? patterns) ? patterns : [];

    public bool Allows(EntityType first, EntityType second) =>
        ((TypeSet)(1 << (int)first) & First) != 0 && ((TypeSet)(1 << (int)second) & Second) != 0;

    private static IEnumerable<(string Words, RelationPattern Pattern)> All()
    {
        const TypeSet Method = TypeSet.Method, Task = TypeSet.Task, Dataset = TypeSet.Dataset, Metric = TypeSet.Metric;

        yield return ("for", new(Relation.UsedFor, true, Method, Task, 0.66));
        yield return ("for", new(Relation.UsedFor, true, Method, Method, 0.48));
        yield return ("for", new(Relation.UsedFor, true, Method, TypeSet.Concept, 0.36));
        yield return ("in", new(Relation.UsedFor, true, Method, Task, 0.65));
        foreach (string words in (string[])["enables", "to obtain", "to compute", "to capture", "to solve", "to tackle", "to improve", "to learn", "is used for",
            "are used for", "used for", "is applied to", "applied to", "is designed for", "designed for", "for solving", "to perform", "is used in", "used in", "to generate"])
            yield return (words, new(Relation.UsedFor, true, Method, Method | Task | TypeSet.Concept, 0.55));
        foreach (string words in (string[])["using", "via", "through", "by using", "by means of", "with help of"])
            yield return (words, new(Relation.UsedFor, false, Task | Method | TypeSet.Concept, Method, 0.45));
        foreach (string words in (string[])["with", "by"]) yield return (words, new(Relation.UsedFor, false, Task, Method, 0.43));

        foreach (string words in (string[])["on", "is evaluated on", "evaluated on", "is tested on", "tested on", "validated on", "on benchmark", "is validated on"])
            yield return (words, new(Relation.EvaluatedOn, true, Method, Dataset, 0.40));

        yield return ("of", new(Relation.MeasuredBy, false, Metric, Method, 0.63));
        yield return ("on", new(Relation.MeasuredBy, false, Metric, Dataset, 0.41));
        yield return ("for", new(Relation.MeasuredBy, false, Metric, Task, 0.43));
        foreach (string words in (string[])["achieves", "in terms of", "measured by", "is measured by", "is measured in terms of", "improves", "reduces", "achieves higher"])
            yield return (words, new(Relation.MeasuredBy, true, Method | Task | Dataset, Metric, 0.45));

        foreach (string words in (string[])["outperforms", "outperform", "outperformed", "surpasses", "surpass", "exceeds", "beats", "compared to", "compared with",
            "in comparison to", "in comparison with", "versus", "vs", "vs .", "than", "is compared with", "is compared to", "is superior to", "consistently outperforms", "significantly outperforms"])
            yield return (words, new(Relation.ComparedWith, true, Method, Method, 0.60));

        foreach (string words in (string[])["based on", "is based on", "built on", "builds on", "built upon", "builds upon", "extends", "an extension of", "is an extension of",
            "a variant of", "is a variant of", "inspired by", "is inspired by", "derived from", ", based on", "which extends", "generalizes"])
            yield return (words, new(Relation.BasedOn, true, Method, Method | TypeSet.Concept, 0.40));

        foreach (string words in (string[])["is a", "is an", ", a", ", an", ": a", ": an", "are", "are a", "is a kind of", "is a type of", "is an instance of", "is a special case of", "and other"])
            yield return (words, new(Relation.IsA, true, Method, Method, 0.50));
        foreach (string words in (string[])["is a", "is an", ", a", ", an", ": a", ": an"])
            yield return (words, new(Relation.IsA, true, Dataset, Dataset, 0.50));
        foreach (string words in (string[])["such as", ", such as", ", including", ", e.g", ", namely", "called", ", called", "named", ", named", "e.g", "like", ", like"])
        {
            yield return (words, new(Relation.IsA, false, Method, Method, 0.45));
            yield return (words, new(Relation.IsA, false, Task, Task, 0.50));
            yield return (words, new(Relation.IsA, false, Dataset, Dataset, 0.45));
            yield return (words, new(Relation.IsA, false, Metric, Metric, 0.45));
        }

        foreach (string words in (string[])["is part of", "part of", "a part of", "is a part of", "is a component of", "a component of", "as part of", "as a component of"])
            yield return (words, new(Relation.PartOf, true, TypeSet.Any, TypeSet.Any, 0.40));
        foreach (string words in (string[])["consists of", "consisting of", "is composed of", "composed of", "comprises", "comprising", "contains", "which consists of"])
            yield return (words, new(Relation.PartOf, false, TypeSet.Any, TypeSet.Any, 0.40));
    }
}
