namespace Papergraph.Extraction;

/// <summary>Prepares the sentences of papers for a tagger.</summary>
internal sealed class SentenceEncoder(LanguageVocabulary vocabulary, WordResources vectors)
{
    /// <summary>Tokens that are read at once; a longer sentence is cut into pieces.</summary>
    public const int LongestSentence = 120;

    /// <summary>The sentences of a paper in order.</summary>
    public List<EncodedSentence> Encode(PaperPassages paper)
    {
        TokenFeatures features = new(paper);
        Dictionary<string, SpelledWord>.AlternateLookup<ReadOnlySpan<char>> known =
            new Dictionary<string, SpelledWord>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        List<EncodedSentence> sentences = [];
        List<byte> found = [];
        for (int p = 0; p < paper.All.Count; p++)
        {
            Passage passage = paper[p];
            foreach (TokenRange sentence in passage.Sentences)
            {
                for (int first = sentence.First; first < sentence.End; first += LongestSentence)
                {
                    TokenRange range = new(first, Math.Min(first + LongestSentence, sentence.End));
                    SpelledWord[] words = new SpelledWord[range.Length + 2];
                    int[] rows = new int[range.Length];
                    byte[][] of = new byte[range.Length][];
                    (words[0], words[^1]) = (SpelledWord.Begin, SpelledWord.End);
                    for (int i = 0; i < range.Length; i++)
                    {
                        ReadOnlySpan<char> word = passage[range.First + i];
                        if (!known.TryGetValue(word, out words[i + 1]))
                            known[word] = words[i + 1] = new SpelledWord(vocabulary.Find(word), CharacterEncoder.Classify(word));
                        rows[i] = vectors.IndexOf(word);
                        found.Clear();
                        features.Add(p, sentence, range.First + i, found);
                        of[i] = [.. found];
                    }

                    sentences.Add(new EncodedSentence(p, range, words, rows, of));
                }
            }
        }

        return sentences;
    }
}
