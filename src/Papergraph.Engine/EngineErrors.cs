using Papergraph.Core;

namespace Papergraph.Engine;

/// <summary>Every request that this project can refuse, in one place, so that codes stay unique.</summary>
internal static class EngineErrors
{
    internal static PapergraphException NothingCalled(string name, IReadOnlyList<string> nearest) => new(
        "PGE001",
        nearest.Count == 0
            ? $"Nothing in the graph is called '{name}'; try `search` with fewer words."
            : $"Nothing in the graph is called '{name}'. Did you mean {string.Join(", ", nearest.Select(n => $"'{n}'"))}?");

    internal static PapergraphException OutOfRange(string option, double value, string range) => new(
        "PGE002", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{option} is {value}; it must be {range}."));

    internal static PapergraphException UnknownLabel(string label, IEnumerable<string> known) => new(
        "PGE003", $"The graph has no label '{label}'; it has {string.Join(", ", known)}.");

    internal static PapergraphException UnknownEdgeType(string type, IEnumerable<string> known) => new(
        "PGE004", $"The graph has no edge type '{type}'; it has {string.Join(", ", known)}.");
}
