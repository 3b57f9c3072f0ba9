namespace Papergraph.Extraction;

/// <summary>What taggers build on.</summary>
/// <param name="Language">A language model.</param>
/// <param name="Words">Vectors of words.</param>
internal sealed record NeuralResources(LanguageModel Language, WordResources Words)
{
    /// <summary>Numbers of a token that taggers are given.</summary>
    public int ContextSize => ContextInputs.SizeOf(Language, Words);
}
