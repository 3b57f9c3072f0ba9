using Papergraph.Core;

namespace Papergraph.Engine;

/// <summary>Every request that this project can refuse, in one place, so that codes stay unique.</summary>
internal static class EngineErrors
{
    internal static PapergraphException NothingCalled(string name, IReadOnlyList<string> nearest, string where = "the graph") => new(
        "PGE001",
        nearest.Count == 0
            ? $"Nothing in {where} is called '{name}'; try `search` with fewer words."
            : $"Nothing in {where} is called '{name}'. Did you mean {string.Join(", ", nearest.Select(n => $"'{n}'"))}?");

    internal static PapergraphException OutOfRange(string option, double value, string range) => new(
        "PGE002", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{option} is {value}; it must be {range}."));

    internal static PapergraphException UnknownLabel(string label, IEnumerable<string> known) => new(
        "PGE003", $"The graph has no label '{label}'; it has {string.Join(", ", known)}.");

    internal static PapergraphException UnknownEdgeType(string type, IEnumerable<string> known) => new(
        "PGE004", $"The graph has no edge type '{type}'; it has {string.Join(", ", known)}.");

    internal static PapergraphException UnknownAlgorithm(string name, IReadOnlyList<string> nearest) => new(
        "PGE010",
        nearest.Count == 0
            ? $"There is no algorithm '{name}'; `analyze --list` shows those that there are."
            : $"There is no algorithm '{name}'. Did you mean {Listed(nearest)}? `analyze --list` shows all.");

    internal static PapergraphException UnfitPattern(string pattern) => new(
        "PGE011",
        $"'{pattern}' is no projection. Write LABEL-TYPE-LABEL, as in Paper-CITES-Paper, Paper-USES|INTRODUCES-Method or *-*-*; or, for nodes that share "
            + "neighbours, the same way there and back, as in Entity-MENTIONS-Paper-MENTIONS-Entity. Other names stand between backquotes.");

    internal static PapergraphException OptionNotTaken(string algorithm, string option, IReadOnlyList<string> taken) => new(
        "PGE012", $"{algorithm} has no option --{option}; it has {(taken.Count == 0 ? "none" : string.Join(", ", taken.Select(t => "--" + t)))}.");

    internal static PapergraphException UnfitValue(string option, string value, string needed) => new(
        "PGE013", $"--{option} is '{value}'; it must be {needed}.");

    internal static PapergraphException MissingOption(string algorithm, string option, string what) => new(
        "PGE014", $"{algorithm} needs --{option}: {what}");

    internal static PapergraphException NoNumbers(string property, IReadOnlyList<string> known) => new(
        "PGE015", $"No node has a number under '{property}'; numbers are under {Listed(known)}.");

    internal static PapergraphException NoProperty(string property, IReadOnlyList<string> known) => new(
        "PGE016", $"No node has a property '{property}'; there are {Listed(known)}.");

    internal static PapergraphException NoWeights(string weight, IReadOnlyList<string> known) => new(
        "PGE017",
        $"--weight is '{weight}', but no edge of the projection has a number under it; it can be {Listed(["count", .. known])}.");

    internal static PapergraphException EdgeWithoutWeight(string weight, string type) => new(
        "PGE018", $"--weight is '{weight}', but an edge of the type {type} has no such number. Choose a property that all edges have, or leave it out.");

    internal static PapergraphException UnclearSharing(string pattern, string forward, string backward) => new(
        "PGE019", $"Edges of '{pattern}' lie both ways, so it is not clear what is shared. Write '{forward}' or '{backward}'.");

    internal static PapergraphException PatternsTogether(string pattern) => new(
        "PGE020", $"'{pattern}' ties nodes by shared neighbours and cannot be taken together with another --project; leave one out.");

    internal static PapergraphException UnfitPropertyName(string property) => new(
        "PGE021", $"--write is '{property}'; a property is named with letters, digits and _, not with a digit first, at most 100 of them.");

    internal static PapergraphException PropertyHoldsData(string property) => new(
        "PGE022", $"--write is '{property}', which holds data of the graph or of another analysis. Choose another name.");

    internal static PapergraphException NothingToWrite(string algorithm) => new(
        "PGE023", $"{algorithm} gives no number or group to each node, so there is nothing to --write; use -o for what it gives.");

    internal static PapergraphException NoFileNode(string name, IReadOnlyList<string> nearest) => new(
        "PGE024", $"The file names no node '{name}'.{(nearest.Count == 0 ? "" : $" Did you mean {Listed(nearest)}?")}");

    internal static PapergraphException SharingWithoutWeights(string weight) => new(
        "PGE025", $"--weight is '{weight}', but nodes that share neighbours are tied by how many they share. Leave it out; --normalization scales it.");

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 0 ? "none" : string.Join(", ", names.Take(20).Select(n => $"'{n}'")) + (names.Count > 20 ? ", …" : "");
}
