using System.Buffers;

namespace Papergraph.Rdf;

/// <summary>An absolute IRI.</summary>
public sealed record Iri : RdfTerm
{
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (char)c), .. "<>\"{}|^`\\"]);

    /// <summary>Makes an IRI of its text.</summary>
    /// <param name="value">A scheme and a colon first; none of the characters that IRIREF of RDF 1.2 N-Triples leaves out
    /// (controls, space, <c>&lt;&gt;"{}|^`\</c>); no lone surrogate. Percent-encoding is kept as it stands.</param>
    /// <exception cref="RdfException">The text is no such IRI.</exception>
    public Iri(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsValid(value)) throw RdfErrors.InvalidIri(value);
        Value = value;
    }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Whether the text is an absolute IRI.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        int colon = text.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(text[0]) || text.ContainsAny(Forbidden)) return false;
        foreach (char c in text[..colon])
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return false;
        return Surrogates.AreAllPaired(text);
    }

    /// <inheritdoc/>
    public override string ToString() => $"<{Value}>";
}
