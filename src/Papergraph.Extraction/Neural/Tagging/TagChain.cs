namespace Papergraph.Extraction;

/// <summary>How well tags go together: the weights of a linear-chain conditional random field over them (J. Lafferty et al., ICML
/// 2001).</summary>
internal sealed class TagChain(TagScheme scheme)
{
    public TagScheme Scheme { get; } = scheme;

    /// <summary>The row is the tag before.</summary>
    public Parameter Transitions { get; } = new(scheme.Tags, scheme.Tags);

    /// <summary>Of the first tag of a sentence, then of the last.</summary>
    public Parameter Ends { get; } = new(2, scheme.Tags);

    public IEnumerable<Parameter> Parameters => [Transitions, Ends];
}
