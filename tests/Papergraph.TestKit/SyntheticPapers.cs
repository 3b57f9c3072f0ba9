using System.Globalization;
using System.Text.Json.Nodes;

namespace Papergraph.TestKit;

/// <summary>Makes papers that exercise every part of the pipeline: abstracts with named methods, data sets and abbreviations; references by key, DOI,
/// title and raw text, to papers here and elsewhere; papers stated twice; contested identifiers; ORCIDs and affiliations; links, unknown fields, dates
/// of every precision, missing fields, accents. The same seed gives the same papers.</summary>
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
        Random random = RandomOf(i, seed);
        string Pick(string[] from) => from[random.Next(from.Length)];
        (string adjective, string noun, string task, string name) = Subject(random, i);
        string dataset = Pick(Datasets), metric = Pick(Metrics), number = i.ToString(CultureInfo.InvariantCulture);
        JsonObject paper = new()
        {
            ["id"] = $"p{number}",
            ["title"] = TitleOf(i, seed),
            ["year"] = 1990 + (i % 35),
            ["venue"] = Pick(Venues),
            ["authors"] = new JsonArray([.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Author(random, $"{Pick(Given)} {Pick(Family)}"))]),
        };
        if (i % 9 != 4)
        {
            paper["abstract"] = $"We introduce {name}, an {adjective.ToLowerInvariant()} {noun.ToLowerInvariant()} network (A{noun[0]}N{number}) for {task}. "
                + $"It is trained on the {dataset} dataset and compared with the support vector machine (SVM). "
                + $"On {dataset}, {name} reaches {random.Next(50, 99)}.{random.Next(10)}% {metric}, and it outperforms graph neural networks (GNNs)."
                + (i % 5 == 0 ? $" Code is available at https://github.com/example/{name}." : "");
        }

        if (i % 2 == 0) paper["doi"] = $"10.5555/made.{number}";
        if (i % 7 == 0) paper["arxivId"] = string.Create(CultureInfo.InvariantCulture, $"{2001 + (i % 12)}.{10000 + i}");
        JsonArray references = [];
        for (int r = random.Next(6); r > 0 && i > 0; r--)
        {
            int cited = random.Next(i);
            references.Add(cited % 2 == 0 && r % 2 == 0 ? JsonValue.Create($"10.5555/made.{cited}") : JsonValue.Create($"p{cited}"));
        }

        if (i % 11 == 0) references.Add(JsonValue.Create($"10.5555/elsewhere.{i % 5}"));
        if (i % 13 == 5) references.Add(new JsonObject { ["title"] = TitleOf(i / 2, seed), ["year"] = 1990 + (i / 2 % 35) });
        if (i % 17 == 3) references.Add(new JsonObject { ["raw"] = $"Rossi, A. A work known by its printed form only, no. {i % 4}. 1987." });
        if (i % 19 == 0) paper["links"] = new JsonArray($"https://gitlab.com/made/group/project{i % 3}");
        if (i % 23 == 0) paper["shelf"] = new JsonArray("north", number);
        if (i % 10 == 9) paper["date"] = string.Create(CultureInfo.InvariantCulture, $"{1990 + (i % 35)}-{1 + (i % 12):D2}");
        if (i % 10 == 8) paper["date"] = string.Create(CultureInfo.InvariantCulture, $"{1990 + (i % 35)}-{1 + (i % 12):D2}-{1 + (i % 28):D2}");
        if (i % 50 == 31) paper["acl"] = $"P{10 + (i % 80)}-1001";         // with the next line: one DOI, two works
        if (i % 50 == 32) (paper["acl"], paper["doi"]) = ($"P{10 + (i % 80)}-1002", $"10.5555/contested.{i / 50}");
        if (i % 50 == 31) paper["doi"] = $"10.5555/contested.{i / 50}";
        paper["references"] = references;
        return paper;
    }

    private static Random RandomOf(int i, int seed) => new((seed * 1_000_003) + i);

    private static (string Adjective, string Noun, string Task, string Name) Subject(Random random, int i)
    {
        string adjective = Adjectives[random.Next(Adjectives.Length)], noun = Nouns[random.Next(Nouns.Length)];
        return (adjective, noun, Tasks[random.Next(Tasks.Length)], string.Create(CultureInfo.InvariantCulture, $"{adjective[0]}{noun[0]}Net{i}"));
    }

    private static string TitleOf(int i, int seed)
    {
        (string adjective, string noun, string task, string name) = Subject(RandomOf(i, seed), i);
        return i % 3 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{name}: {adjective} {noun} for {task} number {i}")
            : string.Create(CultureInfo.InvariantCulture, $"{adjective} {noun} Methods for {task}, part {i}");
    }

    private static JsonNode Author(Random random, string name) => random.Next(6) switch
    {
        0 => new JsonObject { ["name"] = name, ["affiliations"] = new JsonArray("Institute of Made Data") },
        1 when name == "Ana Nuñez" => new JsonObject { ["name"] = name, ["orcid"] = "0000-0002-1825-0097" },
        _ => JsonValue.Create(name)!,
    };
}
