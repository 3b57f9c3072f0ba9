namespace Papergraph.Rdf;

/// <summary>Writes N-Triples 1.2 in its canonical form: a triple a line, one space between terms, every character with the one
/// representation that the specification gives it (https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples).</summary>
/// <remarks>Without reifiers and triple terms the file is N-Triples 1.1. Lines come in the order of the calls.</remarks>
public sealed class NTriplesWriter(Stream stream) : TripleWriter(stream)
{
    /// <inheritdoc/>
    public override void Write(in TermSpan subject, in TermSpan predicate, in TermSpan obj)
    {
        TermEncoder.Write(Output, subject);
        Output.Write((byte)' ');
        TermEncoder.Write(Output, predicate);
        Output.Write((byte)' ');
        TermEncoder.Write(Output, obj);
        Output.Write(" .\n"u8);
    }

    /// <inheritdoc/>
    public override void WriteReifier(in TermSpan reifier, in TermSpan subject, in TermSpan predicate, in TermSpan obj)
    {
        TermEncoder.Write(Output, reifier);
        Output.Write(" <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> "u8);
        TermEncoder.WriteTripleTerm(Output, subject, predicate, obj);
        Output.Write(" .\n"u8);
    }
}
