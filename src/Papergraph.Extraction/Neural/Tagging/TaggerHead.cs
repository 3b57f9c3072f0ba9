using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The last layer of a tagger: from states to the tags of one set of labels.</summary>
internal sealed class TaggerHead
{
    public TaggerHead(int inputs, IReadOnlyList<string> labels)
    {
        Labels = labels;
        Crf = new CrfWeights(new TagScheme(labels.Count));
        Scores = new DenseLayer(inputs, Crf.Scheme.Tags);
    }

    public IReadOnlyList<string> Labels { get; }

    public DenseLayer Scores { get; }

    public CrfWeights Crf { get; }

    public IEnumerable<Parameter> Parameters => [.. Scores.Parameters, .. Crf.Parameters];

    public void Initialize(ref Xoshiro256 random) => Scores.Initialize(ref random);
}
