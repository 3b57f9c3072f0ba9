using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Requests to extractors and models that cannot be carried out.</summary>
internal static class ExtractionErrors
{
    internal static PapergraphException NoModel(string name) =>
        new("PGM001", $"'{name}' is no model of Papergraph, or one of another version. Make one with 'papergraph train'.");

    internal static PapergraphException DamagedModel(string name, string what) =>
        new("PGM002", $"The model '{name}' is damaged: {what} cannot be read. Copy it again or train it again.");

    internal static PapergraphException OutOfRange(string what, long value, long least, long most) =>
        new("PGM100", FormattableString.Invariant($"The {what} is {value}. It must lie between {least} and {most}."));

    internal static PapergraphException UnfitConfidence(double confidence) =>
        new("PGM101", FormattableString.Invariant($"The least confidence is {confidence}. It must lie between 0 and 1."));
}
