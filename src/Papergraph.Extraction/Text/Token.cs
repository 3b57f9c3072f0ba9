using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Contains a letter, or a formula.</summary>
    Word,

    /// <summary>Digits, with the points and commas between them.</summary>
    Number,

    /// <summary>An address.</summary>
    Link,

    /// <summary>Any other visible character, with the marks that combine with it.</summary>
    Symbol,
}

/// <summary>The smallest piece of text that the stages look at.</summary>
/// <param name="Start">Offset of its first UTF-16 code unit.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind)
{
    public int Length => End - Start;

    public TextSpan Span => new(Start, End);
}
