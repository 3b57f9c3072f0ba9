using System.Globalization;
using System.Text.Json.Nodes;

namespace Papergraph.TestKit;

/// <summary>Makes papers that exercise every part of the pipeline: abstracts with named methods, data sets and abbreviations, references by key, DOI and
/// title, papers stated twice, missing fields, accents. The same seed gives the same papers.</summary>
public static class SyntheticPapers
{
    private static readonly string[] Adjectives = ["Sparse", "Deep", "Neural", "Robust", "Causal", "Lazy", "Convex", "Tensor", "Graph", "Online"];
    private static readonly string[] Nouns = ["Parser", "Encoder", "Sampler", "Index", "Kernel", "Retriever", "Planner", "Transformer", "Classifier", "Ranker"];
    private static readonly string[] Tasks = ["question answering", "image segmentation", "entity linking", "query optimization", "speech recognition", "link prediction"];
    private static readonly string[] Datasets = ["MiniQA", "OpenScenes-10", "BioLink", "QueryBench", "VoxSmall", "WebGraph-3"];
    private static readonly string[] Metrics = ["accuracy", "F1", "mean squared error", "BLEU", "recall"];
    private static readonly string[] Given = ["Ana", "Björn", "Chloé", "Dmitri", "Elif", "Farid", "Grace", "Håkan"];
    private static readonly string[] Family = ["Nuñez", "Okafor", "Petrov", "Quist", "Rossi", "Sato", "Tran", "Ueda"];
    private static readonly string[] Venues = ["Journal of Made Data", "Proceedings of Trials", "Workshop on Examples"];

    /// <summary>JSON Lines, one paper a line, <paramref name="count"/> papers numbered from <paramref name="first"/>; about one in twenty comes twice,
    /// the second time as another source would state it.</summary>
    public static string[] Lines(int count, int seed = 1, int first = 0)
    {
        List<string> lines = [];
        for (int i = first; i < first + count; i++)
        {
            JsonObject paper = Paper(i, seed);
            lines.Add(paper.ToJsonString());
            if (i % 20 == 7 && paper["doi"] is { } doi)
            {
                JsonObject again = new() { ["id"] = $"again-{i}", ["doi"] = "https://doi.org/" + doi.GetValue<string>().ToUpperInvariant(), ["title"] = paper["title"]!.GetValue<string>() + ".", ["kind"] = "article" };
                lines.Add(again.ToJsonString());
            }
        }

        return [.. lines];
    }

    private static JsonObject Paper(int i, int seed)
    {
        Random random = new((seed * 1_000_003) + i);
        string Pick(string[] from) => from[random.Next(from.Length)];
        string adjective = Pick(Adjectives), noun = Pick(Nouns), task = Pick(Tasks), dataset = Pick(Datasets), metric = Pick(Metrics);
        string number = i.ToString(CultureInfo.InvariantCulture);
        string name = $"{adjective[0]}{noun[0]}Net{number}";
        JsonObject paper = new()
        {
            ["id"] = $"p{number}",
            ["title"] = i % 3 == 0 ? $"{name}: {adjective} {noun} for {task} number {number}" : $"{adjective} {noun} Methods for {task}, part {number}",
            ["year"] = 1990 + (i % 35),
            ["venue"] = Pick(Venues),
            ["authors"] = new JsonArray([.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => JsonValue.Create($"{Pick(Given)} {Pick(Family)}"))]),
        };
        if (i % 9 != 4)
        {
            paper["abstract"] = $"We introduce {name}, an {adjective.ToLowerInvariant()} {noun.ToLowerInvariant()} network (A{noun[0]}N{number}) for {task}. "
                + $"It is trained on the {dataset} dataset and compared with the support vector machine (SVM). "
                + $"On {dataset}, {name} reaches {random.Next(50, 99)}.{random.Next(10)}% {metric}, and it outperforms graph neural networks (GNNs)."
                + (i % 5 == 0 ? $" Code is available at https://github.com/example/{name}." : "");
        }

        if (i % 2 == 0) paper["doi"] = $"10.5555/made.{number}";
        if (i % 7 == 0) paper["arxivId"] = string.Create(CultureInfo.InvariantCulture, $"{2000 + (i % 25)}.{10000 + i}");
        JsonArray references = [];
        for (int r = random.Next(6); r > 0 && i > 0; r--)
        {
            int cited = random.Next(i);
            references.Add(cited % 2 == 0 && r % 2 == 0 ? JsonValue.Create($"10.5555/made.{cited}") : JsonValue.Create($"p{cited}"));
        }

        if (i % 11 == 0) references.Add(JsonValue.Create($"10.5555/elsewhere.{i % 5}"));
        paper["references"] = references;
        return paper;
    }
}
