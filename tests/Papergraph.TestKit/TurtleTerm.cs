namespace Papergraph.TestKit;

/// <summary>A term as <see cref="TurtleReader"/> read it; records, so that terms and triples compare by value.</summary>
public abstract record TurtleTerm
{
    public sealed record Iri(string Value) : TurtleTerm;

    public sealed record Blank(string Label) : TurtleTerm;

    /// <summary>Language is lower case, <c>--ltr</c> or <c>--rtl</c> follows where there is a direction; "" where there is none.</summary>
    public sealed record Literal(string Text, string Datatype, string Language) : TurtleTerm;

    public sealed record Triple(TurtleTerm Subject, TurtleTerm Predicate, TurtleTerm Object) : TurtleTerm;
}
