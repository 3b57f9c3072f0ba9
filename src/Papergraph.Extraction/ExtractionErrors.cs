using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Every request that this project can refuse, in one place, so that codes stay unique.</summary>
internal static class ExtractionErrors
{
    internal static PapergraphException NoModel(string name) =>
        new("PGM001", $"'{name}' is no model of Papergraph, or one of another version. Make one with 'papergraph train'.");

    internal static PapergraphException DamagedModel(string name, string what) =>
        new("PGM002", $"The model '{name}' is damaged: {what} cannot be read. Copy it again or train it again.");

    internal static PapergraphException NoSuchModel(string path) =>
        new("PGM003", $"There is no model '{path}'. Name the file that 'papergraph train' wrote.");

    internal static PapergraphException NoShippedModel() =>
        new("PGM004", "This program was built without a model. Name one with --model, or make one with 'papergraph train'.");

    internal static PapergraphException TooFewPapers(int papers) =>
        new("PGM005", $"{papers} annotated papers with marks are too few to train on. Give at least {ModelTrainer.FewestPapers}.");

    internal static PapergraphException NoLanguageModel() => new(
        "PGM006",
        "The quality 'best' needs knowledge of words and of language. Name a model that has both with --base, or files with --words and "
        + "--language.");

    internal static PapergraphException NoMarks(int set) =>
        new("PGM007", $"Nothing is marked in the papers of auxiliary set {set}. Leave it out, or give annotated papers.");

    internal static PapergraphException DamagedWords(string what) => new(
        "PGM600", $"The word resources are damaged: {what}. Copy the file again, or make it again with `pretrain words`.");

    internal static PapergraphException OtherVersionOfWords(int version, int known) => new(
        "PGM601",
        $"The word resources have version {version} of their format, and this program reads {known}; make them again with "
        + "`pretrain words`.");

    internal static PapergraphException UnfitOption(string option, string value, string range) => new(
        "PGM602", $"{option} is {value}; it must be {range}.");

    internal static PapergraphException TooFewWords(int words) => new(
        "PGM603",
        $"Of the words of the texts {words} are frequent enough, and at least two are needed; give more text or a lower --min-count.");

    internal static PapergraphException TooManyTokens(long most) => new(
        "PGM604", $"The texts have more than {most:N0} tokens, the most that can be held in memory; give fewer texts.");

    internal static PapergraphException NoLanguage(string name) => new(
        "PGM605", $"'{name}' is no knowledge of language. Make one with 'papergraph pretrain language', or name a model with --base.");

    internal static PapergraphException OtherVersionOfLanguage(string name, int version, int known) => new(
        "PGM606",
        $"The knowledge of language '{name}' has version {version} of its format, and this program reads {known}. Make it again with "
        + "'papergraph pretrain language'.");

    internal static PapergraphException DamagedLanguage(string name) => new(
        "PGM607",
        $"The knowledge of language '{name}' is damaged. Copy it again, or make it again with 'papergraph pretrain language'.");

    internal static PapergraphException NoSuchLanguage(string path) =>
        new("PGM608", $"There is no file '{path}'. Name the one that 'papergraph pretrain language' wrote.");

    internal static PapergraphException NoSentence() =>
        new("PGM609", "There is no sentence to learn language from. Give files of papers with titles or abstracts.");

    internal static PapergraphException NoSuchWords(string path) =>
        new("PGM610", $"There is no file '{path}'. Name the one that 'papergraph pretrain words' wrote.");

    internal static PapergraphException OutOfRange(string what, long value, long least, long most) =>
        new("PGM100", FormattableString.Invariant($"The {what} is {value}. It must lie between {least} and {most}."));

    internal static PapergraphException UnfitConfidence(double confidence) =>
        new("PGM101", FormattableString.Invariant($"The least confidence is {confidence}. It must lie between 0 and 1."));
}
