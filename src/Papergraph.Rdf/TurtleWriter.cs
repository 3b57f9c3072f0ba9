using System.Text;

namespace Papergraph.Rdf;

/// <summary>Writes Turtle 1.2: triples of one subject together, IRIs shortened by prefixes, and what is said of a reifier as an
/// annotation of its triple, <c>s p o ~ r {| p2 o2 |}</c> (https://www.w3.org/TR/rdf12-turtle/).</summary>
/// <remarks>Without reifiers and triple terms the file is Turtle 1.1. The file means the same triples whatever their order; it is short and
/// readable when the triples of a subject come together, and a reifier after its triple with what is said of it.</remarks>
public sealed class TurtleWriter : TripleWriter
{
    private readonly TurtleTermEncoder _terms;
    private readonly HeldTerm _subject = new(), _predicate = new(), _object = new();

    // The reifier that the annotation at the end of the file is of, and the predicate written last in it. No predicate yet: "~ r" stands
    // there without its braces, since empty ones are not allowed.
    private readonly HeldTerm _reifier = new(), _annotationPredicate = new();

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="prefixes">Names for IRIs, declared at the top in this order.</param>
    public TurtleWriter(Stream stream, IReadOnlyList<TurtlePrefix> prefixes) : base(stream)
    {
        ArgumentNullException.ThrowIfNull(prefixes);
        _terms = new TurtleTermEncoder(Output, prefixes);
        foreach (TurtlePrefix prefix in prefixes)
            Output.Write(Encoding.UTF8.GetBytes($"@prefix {prefix.Name}: {prefix.Namespace} .\n"));
    }

    /// <inheritdoc/>
    public override void Write(in TermSpan subject, in TermSpan predicate, in TermSpan obj)
    {
        if (_reifier.Is(subject))
        {
            Annotate(predicate, obj);
            return;
        }

        Begin(subject, predicate);
        _terms.Write(obj);
        _object.Hold(obj);
    }

    /// <inheritdoc/>
    public override void WriteReifier(in TermSpan reifier, in TermSpan subject, in TermSpan predicate, in TermSpan obj)
    {
        if (_subject.Is(subject) && _predicate.Is(predicate) && _object.Is(obj))
        {
            EndAnnotation();
            Output.Write(" ~ "u8);
            _terms.Write(reifier);
            _reifier.Hold(reifier);
            return;
        }

        Begin(reifier, TermSpan.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"u8));
        TermEncoder.WriteTripleTerm(Output, subject, predicate, obj);
        _object.Clear();
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        EndAnnotation();
        if (!_subject.IsEmpty) Output.Write(" .\n"u8);
        _subject.Clear();
        base.Complete();
    }

    private void Begin(in TermSpan subject, in TermSpan predicate)
    {
        EndAnnotation();
        bool isSameSubject = _subject.Is(subject);
        if (isSameSubject && _predicate.Is(predicate))
        {
            Output.Write(" ,\n        "u8);
            return;
        }

        if (isSameSubject)
        {
            Output.Write(" ;\n    "u8);
        }
        else
        {
            Output.Write(_subject.IsEmpty ? "\n"u8 : " .\n\n"u8);
            _terms.Write(subject);
            _subject.Hold(subject);
            Output.Write((byte)' ');
        }

        _terms.WritePredicate(predicate);
        _predicate.Hold(predicate);
        Output.Write((byte)' ');
    }

    private void Annotate(in TermSpan predicate, in TermSpan obj)
    {
        if (_annotationPredicate.Is(predicate))
        {
            Output.Write(" , "u8);
        }
        else
        {
            Output.Write(_annotationPredicate.IsEmpty ? " {| "u8 : " ; "u8);
            _terms.WritePredicate(predicate);
            _annotationPredicate.Hold(predicate);
            Output.Write((byte)' ');
        }

        _terms.Write(obj);
    }

    private void EndAnnotation()
    {
        if (!_annotationPredicate.IsEmpty) Output.Write(" |}"u8);
        _reifier.Clear();
        _annotationPredicate.Clear();
    }
}
