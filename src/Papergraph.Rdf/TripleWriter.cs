using Papergraph.Core;

namespace Papergraph.Rdf;

/// <summary>Writes triples to a stream in one of the RDF formats: UTF-8, LF, the same bytes for the same calls.</summary>
/// <remarks>Not safe for several threads. Memory does not grow with the number of triples. The stream stays open; nothing is
/// complete before <see cref="Complete"/>.</remarks>
public abstract class TripleWriter : IDisposable
{
    private static readonly Iri Reifies = new(Namespaces.Rdf + "reifies");

    private readonly TermScratch _subject = new(), _predicate = new(), _object = new(), _reifier = new();

    private protected TripleWriter(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Output = new BufferedOutput(stream);
    }

    private protected BufferedOutput Output { get; }

    /// <summary>Writes a triple that holds.</summary>
    /// <param name="subject">An IRI or a blank node.</param>
    /// <param name="predicate">An IRI.</param>
    /// <param name="obj">Any term.</param>
    /// <exception cref="RdfException">An IRI has a character that no IRI has.</exception>
    /// <exception cref="IOException">The stream refused.</exception>
    public abstract void Write(in TermSpan subject, in TermSpan predicate, in TermSpan obj);

    /// <summary>Writes <c>reifier rdf:reifies &lt;&lt;( subject predicate object )&gt;&gt;</c>; whether the inner triple holds is said
    /// by <see cref="Write(in TermSpan, in TermSpan, in TermSpan)"/>.</summary>
    /// <remarks>Turtle shows it as an annotation where it follows that very triple.</remarks>
    /// <inheritdoc cref="Write(in TermSpan, in TermSpan, in TermSpan)" path="/exception"/>
    public abstract void WriteReifier(in TermSpan reifier, in TermSpan subject, in TermSpan predicate, in TermSpan obj);

    /// <summary>Writes a triple made of terms.</summary>
    /// <inheritdoc cref="Write(in TermSpan, in TermSpan, in TermSpan)" path="/exception"/>
    public void Write(Triple triple)
    {
        ArgumentNullException.ThrowIfNull(triple);
        if (triple.Predicate == Reifies && triple.Object is TripleTerm { Triple: var inner })
            WriteReifier(
                _reifier.Encode(triple.Subject),
                _subject.Encode(inner.Subject), _predicate.Encode(inner.Predicate), _object.Encode(inner.Object));
        else
            Write(_subject.Encode(triple.Subject), _predicate.Encode(triple.Predicate), _object.Encode(triple.Object));
    }

    /// <summary>Ends the file and hands everything to the stream.</summary>
    /// <exception cref="IOException">The stream refused.</exception>
    public virtual void Complete() => Output.Flush();

    /// <summary>Gives the buffers back; what was not completed is lost.</summary>
    public void Dispose()
    {
        Output.Dispose();
        GC.SuppressFinalize(this);
    }
}
