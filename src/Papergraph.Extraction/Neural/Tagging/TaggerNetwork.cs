using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The weights of a tagger: two LSTMs over what is known of each token, and a head for each set of labels (G. Lample et al.,
/// “Neural
/// Architectures for Named Entity Recognition”, NAACL 2016).</summary>
internal sealed class TaggerNetwork
{
    public TaggerNetwork(TaggerShape shape, int contextSize, IReadOnlyList<IReadOnlyList<string>> labels)
    {
        (Shape, ContextSize) = (shape, contextSize);
        Spelling = new CharacterEncoder(shape.CharacterSize, shape.Filters);
        Features = new Parameter(TokenFeatures.Count, shape.FeatureSize);
        Projection = new DenseLayer(Inputs, shape.Projection);
        Forward = new LstmLayer(shape.Projection, shape.Hidden);
        Backward = new LstmLayer(shape.Projection, shape.Hidden);
        Heads = [.. labels.Select(of => new TaggerHead(2 * shape.Hidden, of))];
    }

    public TaggerShape Shape { get; }

    /// <summary>Numbers of a token in <see cref="ContextInputs"/>.</summary>
    public int ContextSize { get; }

    /// <summary>All numbers of a token.</summary>
    public int Inputs => ContextSize + Shape.Filters + Shape.FeatureSize;

    public CharacterEncoder Spelling { get; }

    /// <summary>A row for each feature.</summary>
    public Parameter Features { get; }

    public DenseLayer Projection { get; }

    public LstmLayer Forward { get; }

    public LstmLayer Backward { get; }

    public IReadOnlyList<TaggerHead> Heads { get; }

    /// <summary>What all heads share.</summary>
    public IEnumerable<Parameter> Body =>
        [.. Spelling.Parameters, Features, .. Projection.Parameters, .. Forward.Parameters, .. Backward.Parameters];

    public void Initialize(ref Xoshiro256 random)
    {
        Spelling.Initialize(ref random);
        Features.Scattered(ref random, 0.2);
        Projection.Initialize(ref random);
        Forward.Initialize(ref random);
        Backward.Initialize(ref random);
        foreach (TaggerHead head in Heads) head.Initialize(ref random);
    }

    /// <summary>To be called after each change of the weights.</summary>
    public void Pack(bool forTraining)
    {
        Spelling.Pack(forTraining);
        Projection.Pack(forTraining);
        Forward.Pack(forTraining);
        Backward.Pack(forTraining);
        foreach (TaggerHead head in Heads) head.Scores.Pack(forTraining);
    }
}
