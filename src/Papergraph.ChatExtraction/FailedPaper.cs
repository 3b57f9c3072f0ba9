namespace Papergraph.ChatExtraction;

/// <summary>A paper that no usable answer was given about. It keeps what needs no model: its links and the abbreviations that it defines.</summary>
/// <param name="Name">First 16 hexadecimal digits of the SHA-256 of title, a line feed and abstract, then the beginning of the title.</param>
/// <param name="Fault">Why.</param>
public sealed record FailedPaper(string Name, AnswerFault Fault);
