namespace Papergraph.Extraction;

/// <summary>A sentence as a tagger reads it.</summary>
/// <param name="Passage">0 for the title, 1 for the abstract.</param>
/// <param name="Range">Its tokens.</param>
/// <param name="Words">Their spellings, with the marks of a sentence before and behind.</param>
/// <param name="Vectors">The words of <see cref="WordResources"/>, −1 where there is none.</param>
/// <param name="Features">Numbers of <see cref="TokenFeatures"/>, for each token.</param>
internal sealed record EncodedSentence(int Passage, TokenRange Range, SpelledWord[] Words, int[] Vectors, byte[][] Features)
{
    public int Length => Range.Length;
}
