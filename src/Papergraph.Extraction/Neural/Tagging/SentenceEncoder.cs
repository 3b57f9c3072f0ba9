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
        Dictionary<string, SpelledWord> known = new(StringComparer.Ordinal);
        List<EncodedSentence> sentences = [];
        for (int passage = 0; passage < paper.All.Count; passage++)
        {
            foreach (TokenRange sentence in paper[passage].Sentences)
            {
                for (int first = sentence.First; first < sentence.End; first += LongestSentence)
                {
                    TokenRange piece = new(first, Math.Min(first + LongestSentence, sentence.End));
                    sentences.Add(Encode(paper[passage], passage, sentence, piece, features, known));
                }
            }
        }

        return sentences;
    }

    private EncodedSentence Encode(
        Passage text, int passage, TokenRange sentence, TokenRange piece, TokenFeatures features, Dictionary<string, SpelledWord> known)
    {
        Dictionary<string, SpelledWord>.AlternateLookup<ReadOnlySpan<char>> spellings = known.GetAlternateLookup<ReadOnlySpan<char>>();
        SpelledWord[] words = new SpelledWord[piece.Length + 2];
        int[] rows = new int[piece.Length];
        byte[][] of = new byte[piece.Length][];
        List<byte> found = [];
        (words[0], words[^1]) = (SpelledWord.Begin, SpelledWord.End);
        for (int i = 0; i < piece.Length; i++)
        {
            ReadOnlySpan<char> word = text[piece.First + i];
            if (!spellings.TryGetValue(word, out words[i + 1]))
                spellings[word] = words[i + 1] = new SpelledWord(vocabulary.Find(word), CharacterEncoder.Classify(word));
            rows[i] = vectors.IndexOf(word);
            found.Clear();
            features.Add(passage, sentence, piece.First + i, found);
            of[i] = [.. found];
        }

        return new EncodedSentence(passage, piece, words, rows, of);
    }
}
