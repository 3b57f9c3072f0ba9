using Papergraph.Core;
using Papergraph.Corpus;
using CorpusEntity = Papergraph.Corpus.AnnotatedEntity;
using CorpusPaper = Papergraph.Corpus.AnnotatedPaper;

namespace Papergraph.Extraction.Tests;

/// <summary>Made-up abstracts in which endings tell what a word is: methods end in <c>-orp</c>, data sets in <c>-im</c>; a method may
/// have a second
/// word, <c>engine</c>. The grammar is the oracle of what a model should find.</summary>
internal static class ToyLanguage
{
    private static readonly string[] Stems = ["bl", "gr", "tr", "sp", "kl", "fr", "dr", "pl", "st", "br", "cl", "gl"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u"];

    /// <summary>Papers; other seeds make other words.</summary>
    public static List<CorpusPaper> Papers(int count, ulong seed)
    {
        Xoshiro256 random = new(seed);
        List<CorpusPaper> papers = [];
        for (int i = 0; i < count; i++)
        {
            string method = Word(ref random) + "orp" + (random.Next(2) == 0 ? " engine" : ""), data = Word(ref random) + "im";
            string other = Word(ref random) + "orp", noun = Word(ref random) + "ak";
            papers.Add(new CorpusPaper
            {
                Id = $"toy-{seed}-{i}",
                Text = new PaperText(
                    $"A {noun} of {method}",
                    $"We take {method} on {data} again. The {other} runs, and the {noun} sleeps near {data}."),
                Entities =
                [
                    new CorpusEntity("Method", [method], null), new CorpusEntity("Method", [other], null),
                    new CorpusEntity("Dataset", [data], null),
                ],
            });
        }

        return papers;
    }

    /// <summary>Any surface and label of the papers.</summary>
    public static HashSet<(string Label, string Surface)> Marks(CorpusPaper paper) =>
        [.. paper.Entities.SelectMany(entity => entity.Surfaces.Select(surface => (entity.Label, surface)))];

    private static string Word(ref Xoshiro256 random) =>
        Stems[random.Next(Stems.Length)] + Vowels[random.Next(Vowels.Length)] + Stems[random.Next(Stems.Length)];
}
