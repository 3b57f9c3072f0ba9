using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

/// <summary>Papers without sense, in which the words of each group stand between the same neighbours and no others.</summary>
internal static class MadeUpPapers
{
    public static readonly string[][] Groups =
    [
        ["mavo", "tirel", "sandu", "pekko"],
        ["glorn", "brask", "fendt", "dromp"],
        ["ylia", "uonne", "aerie", "oudea"],
    ];

    private static readonly string[] Frames =
    [
        "kem sut {0} is van rolt .",
        "we zil nup {0} over wex grut .",
        "hib jad yot {0} quam !",
    ];

    /// <summary>So many papers of six sentences; which word of its group stands in a sentence is drawn at random.</summary>
    public static IEnumerable<PaperText> Take(int count)
    {
        Xoshiro256 random = new(5);
        for (int paper = 0; paper < count; paper++)
        {
            List<string> sentences = [];
            for (int i = 0; i < 6; i++)
            {
                int group = random.Next(Groups.Length);
                string word = Groups[group][random.Next(Groups[group].Length)];
                sentences.Add(Frames[group].Replace("{0}", word, StringComparison.Ordinal));
            }

            yield return new PaperText("", string.Join("\n\n", sentences));
        }
    }

    /// <summary>What is learned from some hundred of them.</summary>
    public static WordResources Learn(int threads, ulong seed = 1, int papers = 400) =>
        WordPretraining.Train(Take(papers), Options with { Threads = threads, Seed = seed }).Words;

    /// <summary>Small and often.</summary>
    public static WordPretrainingOptions Options { get; } = new() { Dimensions = 12, Epochs = 10, MinCount = 2, FrequentShare = 1 };
}
