using Humanizer;

namespace Papergraph.Linking;

/// <summary>The singular of one folded English word: Humanizer's rules, kept from words that only look like plurals.</summary>
/// <remarks>Humanizer 2.14 turns <c>bayes</c> into <c>baye</c>, <c>gas</c> into <c>ga</c>, <c>curves</c> into <c>curf</c>, <c>data</c> into
/// <c>datum</c> and leaves <c>corpora</c>. People read these words in the ids of entities, so a word stays as it is when its ending
/// is that of a singular or it is listed as a word of the field that ends in s; plurals that Humanizer does not know are
/// listed too.</remarks>
internal static class Singular
{
    private static readonly HashSet<string> Invariant = new(StringComparer.Ordinal)
    {
        "adams", "alias", "always", "arkansas", "atlas", "bayes", "bias", "canvas", "chaos", "cityscapes", "cosmos", "davies",
        "descartes", "ethos", "flores", "forbes", "gibbs", "graves", "hopkins", "hughes", "jones", "keras", "kubernetes", "lens", "logos",
        "macos", "movielens", "news", "pandas", "pancreas", "pathos", "pegasos", "reuters", "series", "siemens",
        "species", "stokes", "texas", "wales", "williams",
    };

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["automata"] = "automaton",
        ["axes"] = "axis",
        ["bases"] = "base",
        ["children"] = "child",
        ["corpora"] = "corpus",
        ["criteria"] = "criterion",
        ["extrema"] = "extremum",
        ["foci"] = "focus",
        ["formulae"] = "formula",
        ["lemmata"] = "lemma",
        ["loci"] = "locus",
        ["maxima"] = "maximum",
        ["minima"] = "minimum",
        ["momenta"] = "momentum",
        ["nuclei"] = "nucleus",
        ["optima"] = "optimum",
        ["phenomena"] = "phenomenon",
        ["quanta"] = "quantum",
        ["radii"] = "radius",
        ["schemata"] = "schema",
        ["simplices"] = "simplex",
        ["spectra"] = "spectrum",
        ["stimuli"] = "stimulus",
        ["strata"] = "stratum",

        // Words in -ics are names of fields (robotics, dynamics), but for these.
        ["characteristics"] = "characteristic",
        ["critics"] = "critic",
        ["heuristics"] = "heuristic",
        ["logics"] = "logic",
        ["metrics"] = "metric",
        ["topics"] = "topic",
    };

    /// <summary>The words in -ves whose singular ends in f or fe; all others only lose their s.</summary>
    private static readonly HashSet<string> FromF = new(StringComparer.Ordinal)
    {
        "calves", "elves", "halves", "hooves", "knives", "leaves", "lives", "loaves", "scarves", "selves", "shelves", "thieves", "wives",
        "wolves",
    };

    /// <summary>The singular of a folded word; the word itself when it is none or not known to be a plural.</summary>
    public static string Of(string word)
    {
        if (Irregular.TryGetValue(word, out string? irregular)) return irregular;
        return MayBePlural(word) ? Compute(word) : word;
    }

    private static bool MayBePlural(string word) =>
        word.Length > 3 && word[^1] == 's' && char.IsAsciiLetter(word[^2]) && !Invariant.Contains(word)
        && !(EndsWith(word, "ss") || EndsWith(word, "is") || EndsWith(word, "us") || EndsWith(word, "ics"));

    private static string Compute(string word)
    {
        bool onlyLosesS = EndsWith(word, "ves") ? !FromF.Contains(word) : EndsWith(word, "ies") && word.Length == 4;
        return onlyLosesS ? word[..^1] : word.Singularize(inputIsKnownToBePlural: false);
    }

    private static bool EndsWith(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
