using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What the words between two terms state.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="HeadIsFirst">Whether the head stands before the words.</param>
/// <param name="First">Types that the term before may have.</param>
/// <param name="Second">Types that the term behind may have.</param>
/// <param name="Confidence">Share of the places in the annotated training abstracts at which the pattern applies and the annotators
/// marked both terms and the relation; where there were fewer than ten places, that of the patterns of the same relation together.
/// They record far from all that a text states, so this is a lower bound.</param>
internal sealed record RelationPattern(
    Relation Relation, bool HeadIsFirst, IReadOnlyList<EntityType> First, IReadOnlyList<EntityType> Second, double Confidence)
{
    private static readonly FrozenDictionary<string, RelationPattern[]>.AlternateLookup<ReadOnlySpan<char>> Patterns =
        Read().GroupBy(line => line.Words, line => line.Pattern, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The patterns of a connector, or none.</summary>
    public static ReadOnlySpan<RelationPattern> Of(ReadOnlySpan<char> connector) =>
        Patterns.TryGetValue(connector, out RelationPattern[]? patterns) ? patterns : [];

    public bool Allows(EntityType first, EntityType second) => First.Contains(first) && Second.Contains(second);

    private static IEnumerable<(string Words, RelationPattern Pattern)> Read()
    {
        const string Name = "Papergraph.Extraction.Statements.relations.txt";
        using StreamReader lines = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)!, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            string[] parts = line.Split(" | ");
            string[] terms = parts[0].Split(' ');
            RelationPattern pattern = new(Enum.Parse<Relation>(terms[0]), terms[1] == "first", Types(terms[2]), Types(terms[3]),
                double.Parse(terms[4], CultureInfo.InvariantCulture));
            foreach (string words in parts.Skip(1)) yield return (words, pattern);
        }
    }

    private static EntityType[] Types(string names) =>
        names == "Any" ? Enum.GetValues<EntityType>() : [.. names.Split(',').Select(Enum.Parse<EntityType>)];
}
