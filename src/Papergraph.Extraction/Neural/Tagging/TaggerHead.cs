using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The last layer of a tagger: from states to the tags of one set of labels.</summary>
internal sealed class TaggerHead
{
    public TaggerHead(int inputs, IReadOnlyList<string> labels)
    {
        Labels = labels;
        Chain = new TagChain(new TagScheme(labels.Count));
        Scores = new DenseLayer(inputs, Chain.Scheme.Tags);
    }

    public IReadOnlyList<string> Labels { get; }

    public DenseLayer Scores { get; }

    public TagChain Chain { get; }

    public IEnumerable<Parameter> Parameters => [.. Scores.Parameters, .. Chain.Parameters];

    public void Initialize(ref Xoshiro256 random) => Scores.Initialize(ref random);
}
