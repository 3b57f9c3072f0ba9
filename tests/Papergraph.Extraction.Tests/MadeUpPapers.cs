using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

/// <summary>Papers of one pattern with made-up names: what is true of each follows from how its text is made.</summary>
internal static class MadeUpPapers
{
    private static readonly string[] Beginnings = ["Bro", "Kel", "Mur", "Tas", "Vin", "Zor", "Pel", "Gra", "Lum", "Ost", "Fen", "Dor"];

    public static IReadOnlyList<Corpus.AnnotatedPaper> Many { get; } = [.. Enumerable.Range(0, 60).Select(Make)];

    /// <summary>A paper whose names no other paper has.</summary>
    public static Corpus.AnnotatedPaper Unseen => Make(1_001);

    public static Corpus.AnnotatedPaper Make(int number)
    {
        string name = Name(number, "Net"), part = Name(number, "Gate"), rival = Name(number, "Tron"), data = Name(number, "Set");
        string task = $"{Name(number, "").ToLowerInvariant()} parsing";
        string body = number % 2 == 0
            ? $"We propose {name}, a model for {task}. It is built on {part}. Experiments on {data} show that {name} outperforms {rival}."
            : $"In this paper, we introduce {name} for {task}. Our model uses {part}. On {data}, {name} outperforms {rival}.";
        return new Corpus.AnnotatedPaper
        {
            Id = $"made-up:{number}",
            Text = new PaperText(number % 3 == 0 ? $"{name}: a way to {task}" : $"A better way to {task}", body),
            Entities =
            [
                new Corpus.AnnotatedEntity("Method", [name], Role.Introduces),
                new Corpus.AnnotatedEntity("Task", [task], Role.Addresses),
                new Corpus.AnnotatedEntity("Method", [part], Role.Uses),
                new Corpus.AnnotatedEntity("Dataset", [data], Role.Evaluates),
                new Corpus.AnnotatedEntity("Method", [rival], Role.Compares),
            ],
            Relations =
            [
                new AnnotatedRelation(name, "USED_FOR", task),
                new AnnotatedRelation(name, "BASED_ON", part),
                new AnnotatedRelation(name, "EVALUATED_ON", data),
                new AnnotatedRelation(name, "COMPARED_WITH", rival),
            ],
        };
    }

    /// <summary>The paper with the mentions that are marked in it.</summary>
    public static AnnotatedMentions Marked(Corpus.AnnotatedPaper paper, int number) =>
        AnnotatedMentions.Marked(
            LabelledPaper.Of(paper, Enum.GetNames<EntityType>()), number,
            [.. Enum.GetValues<EntityType>().Select(type => (EntityType?)type)]);

    private static string Name(int number, string ending) =>
        Beginnings[number % Beginnings.Length] + Beginnings[number / Beginnings.Length % Beginnings.Length].ToLowerInvariant() + ending;
}
