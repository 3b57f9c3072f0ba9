namespace Papergraph.Corpus;

/// <summary>An occurrence of a scientific term in a paper.</summary>
/// <param name="Type">What kind of thing it names.</param>
/// <param name="Place">Where it stands; the text there is the surface.</param>
/// <param name="Confidence">Probability, 0 to 1, that place and type are right.</param>
public sealed record Mention(EntityType Type, FieldSpan Place, double Confidence);

/// <summary>A pair that the text itself defines: <c>Neural Architecture Search (NAS)</c>.</summary>
/// <param name="Short">Place of the short form.</param>
/// <param name="Long">Place of the long form.</param>
/// <param name="Confidence">Probability, 0 to 1.</param>
public sealed record Abbreviation(FieldSpan Short, FieldSpan Long, double Confidence);

/// <summary>What a mentioned thing is to the paper, as one place in the text shows it.</summary>
/// <param name="Mention">Index into <see cref="PaperExtraction.Mentions"/>.</param>
/// <param name="Role">The role shown there.</param>
/// <param name="Confidence">Probability, 0 to 1.</param>
public sealed record RoleClaim(int Mention, Role Role, double Confidence);

/// <summary>A relation between two mentioned things that a sentence states.</summary>
/// <param name="Head">Index into <see cref="PaperExtraction.Mentions"/>.</param>
/// <param name="Relation">The relation, read from head to tail.</param>
/// <param name="Tail">Index into <see cref="PaperExtraction.Mentions"/>.</param>
/// <param name="Evidence">The sentence that states it.</param>
/// <param name="Confidence">Probability, 0 to 1.</param>
public sealed record Statement(int Head, Relation Relation, int Tail, FieldSpan Evidence, double Confidence);

/// <summary>An address in the text.</summary>
/// <param name="Place">Where it stands, without trailing punctuation.</param>
/// <param name="Url">The address as written there.</param>
/// <param name="IsCodeRepository">Whether it points to a code repository.</param>
public sealed record TextLink(FieldSpan Place, string Url, bool IsCodeRepository);

/// <summary>A result that the text states: <c>75.4% accuracy on MMLU</c>.</summary>
/// <param name="Metric">Index into <see cref="PaperExtraction.Mentions"/> of what was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Unit as written, <c>ms</c> or <c>GB</c>, but <c>%</c> for all ways to write percent and <c>×</c> for all to write
/// times; empty when there is none.</param>
/// <param name="Dataset">Index of the data set that it was measured on; null when the sentence names none.</param>
/// <param name="Method">Index of the method that reached it; null when the sentence names none.</param>
/// <param name="Place">Where the number stands, with its unit.</param>
/// <param name="Confidence">Probability, 0 to 1.</param>
public sealed record ReportedResult(int Metric, double Value, string Unit, int? Dataset, int? Method, FieldSpan Place, double Confidence);

/// <summary>Everything that an extractor found in one paper.</summary>
/// <param name="Mentions">Sorted by place; they do not overlap.</param>
/// <param name="Abbreviations">Sorted by the place of the short form.</param>
/// <param name="Roles">Sorted by mention, then by role.</param>
/// <param name="Statements">Sorted by head, relation and tail.</param>
/// <param name="Links">Sorted by place.</param>
/// <param name="Results">Sorted by place, then by metric.</param>
public sealed record PaperExtraction(
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<Abbreviation> Abbreviations,
    IReadOnlyList<RoleClaim> Roles,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<TextLink> Links,
    IReadOnlyList<ReportedResult> Results)
{
    /// <summary>What a paper without text gives.</summary>
    public static PaperExtraction Empty { get; } = new([], [], [], [], [], []);
}
