using Papergraph.Corpus;

namespace Papergraph.ChatExtraction;

/// <summary>What a model says of a paper, as it says it. What is missing is empty.</summary>
internal sealed record PaperAnswer(
    IReadOnlyList<AnsweredEntity> Entities,
    IReadOnlyList<AnnotatedRelation> Relations,
    IReadOnlyList<AbbreviationPair> Abbreviations,
    IReadOnlyList<AnsweredResult> Results);

/// <summary>An entity of an answer.</summary>
internal sealed record AnsweredEntity(string Type, IReadOnlyList<string> Surfaces, string Role, double? Confidence);

/// <summary>A reported result of an answer; <see cref="Dataset"/> and <see cref="Method"/> are empty where it names none.</summary>
internal sealed record AnsweredResult(string Metric, string Value, string Unit, string Dataset, string Method);
