namespace Papergraph.Rdf;

/// <summary>A triple.</summary>
public sealed record Triple
{
    /// <summary>Makes a triple.</summary>
    /// <param name="subject">An IRI or a blank node.</param>
    /// <param name="predicate">An IRI.</param>
    /// <param name="obj">Any term.</param>
    /// <exception cref="ArgumentException">The subject is a literal or a triple term.</exception>
    public Triple(RdfTerm subject, Iri predicate, RdfTerm obj)
    {
        if (subject is Literal or TripleTerm) throw new ArgumentException("A subject is an IRI or a blank node.", nameof(subject));
        (Subject, Predicate, Object) = (subject, predicate, obj);
    }

    /// <summary>An IRI or a blank node.</summary>
    public RdfTerm Subject { get; }

    /// <summary>The property.</summary>
    public Iri Predicate { get; }

    /// <summary>Any term.</summary>
    public RdfTerm Object { get; }
}
