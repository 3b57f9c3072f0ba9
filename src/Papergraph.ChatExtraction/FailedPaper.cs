using System.Diagnostics;
using Papergraph.Core;

namespace Papergraph.ChatExtraction;

/// <summary>A paper that no usable answer was given about. It keeps what needs no model: its links and the abbreviations that it
/// defines.</summary>
/// <param name="Name">First 16 hexadecimal digits of the SHA-256 of title, a line feed and abstract, then the beginning of the
/// title.</param>
/// <param name="Fault">Why.</param>
public sealed record FailedPaper(string Name, AnswerFault Fault)
{
    /// <summary>The same for a report: a warning.</summary>
    public Diagnostic Finding => new(
        "PGH101", Severity.Warning, Name, 0, $"{Sentence(Fault)} Only links and defined abbreviations are taken from this paper.");

    private static string Sentence(AnswerFault fault) => fault switch
    {
        AnswerFault.NotInCache => "The cache holds no answer about it.",
        AnswerFault.TextTooLong => "Text and answer together are longer than the model takes; a lower --max-answer-tokens may help.",
        AnswerFault.Refused => "The model, or a filter before it, refused to answer.",
        AnswerFault.CutShort => "The answer was cut short; a higher --max-answer-tokens may help.",
        AnswerFault.TooLarge => "The answer has more than 4 MB.",
        AnswerFault.Empty => "The answer is empty.",
        AnswerFault.NoRecord => "The answer is not the JSON record that was asked for.",
        _ => throw new UnreachableException(),
    };
}
