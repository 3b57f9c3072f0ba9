namespace Papergraph.Linking;

/// <summary>One spelling for folded words that are written in several: prefixes joined or not, British or American.</summary>
internal static class Spelling
{
    /// <summary>Prefixes that are written with a hyphen, with a space or joined, and are no words of their own.</summary>
    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal)
    {
        "anti", "auto", "bi", "hyper", "inter", "intra", "meta", "micro", "multi", "non", "pre", "pseudo", "quasi", "semi", "sub",
        "super", "ultra",
    };

    /// <summary>Compounds whose first part is also a word of its own.</summary>
    private static readonly HashSet<(string First, string Second)> Compounds =
    [
        ("back", "propagation"), ("back", "translation"), ("co", "attention"), ("co", "occurrence"), ("co", "reference"), ("co", "training"),
        ("cross", "lingual"), ("data", "base"), ("data", "set"), ("de", "noising"), ("feed", "forward"), ("fine", "tuned"),
        ("fine", "tuning"), ("key", "phrase"), ("key", "point"), ("off", "line"), ("on", "line"), ("over", "fitting"),
        ("over", "parameterization"), ("over", "smoothing"), ("re", "identification"), ("re", "ranker"), ("re", "ranking"),
        ("re", "weighting"), ("time", "step"), ("under", "fitting"),
    ];

    private static readonly HashSet<string> FirstParts = [.. Compounds.Select(c => c.First)];

    private static readonly Dictionary<string, string> American = new(StringComparer.Ordinal)
    {
        ["behaviour"] = "behavior",
        ["behavioural"] = "behavioral",
        ["catalogue"] = "catalog",
        ["centre"] = "center",
        ["colour"] = "color",
        ["generalised"] = "generalized",
        ["labelled"] = "labeled",
        ["labelling"] = "labeling",
        ["modelling"] = "modeling",
        ["neighbour"] = "neighbor",
        ["neighbourhood"] = "neighborhood",
        ["normalised"] = "normalized",
        ["optimised"] = "optimized",
        ["optimiser"] = "optimizer",
        ["parameterised"] = "parameterized",
        ["quantised"] = "quantized",
        ["regularised"] = "regularized",
        ["regulariser"] = "regularizer",
        ["tokeniser"] = "tokenizer",
        ["unlabelled"] = "unlabeled",
    };

    /// <summary>Whether a word may be the first part of a joined one.</summary>
    public static bool MayJoin(string word) => Prefixes.Contains(word) || FirstParts.Contains(word);

    /// <summary>Joins prefixes and compounds with the word after them, in place.</summary>
    public static void Join(List<string> words)
    {
        for (int i = words.Count - 2; i >= 0; i--)
        {
            if (!Prefixes.Contains(words[i]) && !Compounds.Contains((words[i], words[i + 1]))) continue;
            words[i] += words[i + 1];
            words.RemoveAt(i + 1);
        }
    }

    /// <summary>The American spelling of a folded singular word.</summary>
    public static string Americanize(string word)
    {
        if (American.TryGetValue(word, out string? american)) return american;
        int at = word.Length - "isation".Length;
        return at > 2 && word.EndsWith("isation", StringComparison.Ordinal) ? string.Concat(word.AsSpan(0, at), "ization") : word;
    }
}
