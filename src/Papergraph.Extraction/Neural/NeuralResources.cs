namespace Papergraph.Extraction;

/// <summary>What taggers build on.</summary>
/// <param name="Language">A language model.</param>
/// <param name="Words">Vectors of words.</param>
/// <param name="Start">A tagger, trained on these two, whose layers are a good beginning for labels of any kind; null when there is
/// none.</param>
internal sealed record NeuralResources(LanguageModel Language, WordResources Words, TaggerNetwork? Start)
{
    /// <summary>Numbers of a token that taggers are given.</summary>
    public int ContextSize => ContextInputs.SizeOf(Language, Words);
}
