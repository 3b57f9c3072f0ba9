using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Every request that this project can refuse, in one place, so that codes stay unique.</summary>
internal static class ExtractionErrors
{
    internal static PapergraphException NoModel(string name) =>
        new("PGM001", $"'{name}' is no model of Papergraph, or one of another version. Make one with 'papergraph train'.");

    internal static PapergraphException DamagedModel(string name, string what) =>
        new("PGM002", $"The model '{name}' is damaged: {what} cannot be read. Copy it again or train it again.");

    internal static PapergraphException DamagedWords(string what) => new(
        "PGX600", $"The word resources are damaged: {what}. Copy the file again, or make it again with `pretrain`.");

    internal static PapergraphException OtherVersionOfWords(int version, int known) => new(
        "PGX601",
        $"The word resources have version {version} of their format, and this program reads {known}; make them again with `pretrain`.");

    internal static PapergraphException UnfitOption(string option, string value, string range) => new(
        "PGX602", $"{option} is {value}; it must be {range}.");

    internal static PapergraphException TooFewWords(int words) => new(
        "PGX603",
        $"Of the words of the texts {words} are frequent enough, and at least two are needed; give more text or a lower --min-count.");

    internal static PapergraphException TooManyTokens(long most) => new(
        "PGX604", $"The texts have more than {most:N0} tokens, the most that can be held in memory; give fewer texts.");
}
