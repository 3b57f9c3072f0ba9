using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Every finding of this project about the input, one method each.</summary>
internal static class LinkingDiagnostics
{
    public static Diagnostic ContestedIdentifier(Identifier identifier, IReadOnlyList<string> claimants) => new(
        "PGL001", Severity.Warning, claimants[0], 0,
        $"{identifier} is claimed by {claimants.Count} different papers, {claimants[0]} and {claimants[1]} among them, "
        + "so it names none of them and references by it go to the first; correct the identifier in the records that have it wrong.");

    public static Diagnostic TooManyIdentifiers(string record, IdentifierScheme scheme, int count, int used) => new(
        "PGL002", Severity.Warning, record, 0,
        $"The record claims {count} identifiers of scheme {scheme.ToString().ToLowerInvariant()}; the first {used} in ordinal order are "
        + "used and the others ignored. Remove those that are not the paper's own.");
}
