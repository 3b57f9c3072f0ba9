using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Two LSTMs that have learned to foretell the next word and the one before: what they hold at a word says what it means there
/// (M. Peters et al., “Semi-supervised sequence tagging with bidirectional language models”, ACL 2017).</summary>
internal sealed class LanguageModel
{
    public LanguageModel(LanguageVocabulary vocabulary, LanguageModelShape shape)
    {
        Shape = shape;
        Words = new WordEncoder(vocabulary, shape.WordSize, shape.CharacterSize, shape.Filters);
        Forward = new LstmLayer(Words.Outputs, shape.Hidden);
        Backward = new LstmLayer(Words.Outputs, shape.Hidden);
    }

    public LanguageModelShape Shape { get; }

    public WordEncoder Words { get; }

    public LstmLayer Forward { get; }

    public LstmLayer Backward { get; }

    public IEnumerable<Parameter> Parameters =>
        [Words.Words, .. Words.Spelling.Parameters, .. Forward.Parameters, .. Backward.Parameters];

    public void Initialize(ref Xoshiro256 random)
    {
        Words.Initialize(ref random);
        Forward.Initialize(ref random);
        Backward.Initialize(ref random);
    }

    /// <summary>The same weights with the first words alone; the others become unknown.</summary>
    /// <param name="words">How many stay; all do when there are no more.</param>
    public LanguageModel WithFirst(int words)
    {
        WordTable all = Words.Vocabulary.Words, first = new();
        for (int i = 0; i < Math.Min(words, all.Count); i++) first.Add(all[i]);
        LanguageModel model = new(new LanguageVocabulary(first), Shape);
        foreach ((Parameter from, Parameter to) in Parameters.Zip(model.Parameters)) from.Value.AsSpan(0, to.Value.Length).CopyTo(to.Value);
        return model;
    }

    /// <summary>To be called after each change of the weights.</summary>
    public void Pack(bool forTraining)
    {
        Words.Spelling.Pack(forTraining);
        Forward.Pack(forTraining);
        Backward.Pack(forTraining);
    }
}
