using System.Text;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Unlabelled sentences as numbers of spellings, between marks of beginning and end: what a language model is trained
/// on.</summary>
internal sealed class LanguageCorpus
{
    /// <summary>Words of a sentence that are read; longer ones are cut into pieces.</summary>
    public const int LongestSentence = 60;

    private const int BeginForm = 0, EndForm = 1;
    private readonly int[] _tokens;
    private readonly int[] _starts;

    private LanguageCorpus(
        long texts, int[] tokens, int[] starts, SpelledWord[] forms, LanguageVocabulary vocabulary, long[] frequencies)
    {
        (Texts, _tokens, _starts) = (texts, tokens, starts);
        (Forms, Vocabulary, Frequencies) = (forms, vocabulary, frequencies);
    }

    public LanguageVocabulary Vocabulary { get; }

    /// <summary>How often each word of the vocabulary occurs; marks and unknown words as well.</summary>
    public long[] Frequencies { get; }

    /// <summary>The spellings by number.</summary>
    public SpelledWord[] Forms { get; }

    /// <summary>Papers read.</summary>
    public long Texts { get; }

    public int Sentences => _starts.Length - 1;

    /// <summary>Tokens read, the marks not counted.</summary>
    public long Tokens => _tokens.Length - (2L * Sentences);

    /// <summary>Different spellings of tokens, the marks not counted.</summary>
    public int Spellings => Forms.Length - 2;

    /// <summary>The spellings of a sentence with the marks around it.</summary>
    public ReadOnlySpan<int> Sentence(int sentence) => _tokens.AsSpan(_starts[sentence].._starts[sentence + 1]);

    /// <summary>Reads the texts once.</summary>
    /// <param name="texts">Titles and abstracts.</param>
    /// <param name="words">Size of the vocabulary.</param>
    /// <param name="cancellation">Observed at each text.</param>
    /// <exception cref="PapergraphException">The texts have more tokens than an array can hold.</exception>
    public static LanguageCorpus Read(IEnumerable<PaperText> texts, int words, CancellationToken cancellation)
    {
        WordTable spellings = new(1 << 18);
        List<int> tokens = [], starts = [0];
        long count = 0;
        foreach (PaperText text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            count++;
            Add(text.Title, spellings, tokens, starts);
            Add(text.Abstract, spellings, tokens, starts);
        }

        long[] counts = new long[spellings.Count];
        foreach (int token in tokens)
        {
            if (token > EndForm) counts[token - 2]++;
        }

        LanguageVocabulary vocabulary = Choose(spellings, counts, words);
        SpelledWord[] forms = new SpelledWord[spellings.Count + 2];
        (forms[BeginForm], forms[EndForm]) = (SpelledWord.Begin, SpelledWord.End);
        for (int i = 0; i < spellings.Count; i++)
        {
            string spelling = Encoding.UTF8.GetString(spellings[i]);
            forms[i + 2] = new SpelledWord(vocabulary.Find(spelling), CharacterEncoder.Classify(spelling));
        }

        long[] frequencies = new long[vocabulary.Count];
        foreach (int token in tokens) frequencies[forms[token].Word]++;
        return new LanguageCorpus(count, [.. tokens], [.. starts], forms, vocabulary, frequencies);
    }

    private static void Add(string text, WordTable spellings, List<int> tokens, List<int> starts)
    {
        Passage passage = new(TextField.Abstract, text);
        if (tokens.Count > Array.MaxLength - (3L * passage.Tokens.Length)) throw ExtractionErrors.TooManyTokens(Array.MaxLength);
        byte[] bytes = new byte[1024];
        foreach (TokenRange sentence in passage.Sentences)
        {
            for (int first = sentence.First; first < sentence.End; first += LongestSentence)
            {
                tokens.Add(BeginForm);
                for (int i = first; i < Math.Min(first + LongestSentence, sentence.End); i++)
                {
                    ReadOnlySpan<char> word = passage[i];
                    if (word.Length > WordFolding.LongestWord) word = word[..WordFolding.LongestWord];
                    tokens.Add(spellings.Add(bytes.AsSpan(0, Encoding.UTF8.GetBytes(word, bytes))) + 2);
                }

                tokens.Add(EndForm);
                starts.Add(tokens.Count);
            }
        }
    }

    private static LanguageVocabulary Choose(WordTable spellings, long[] counts, int words)
    {
        WordTable folded = new(spellings.Count);
        List<long> sums = [];
        Span<byte> form = stackalloc byte[WordFolding.LongestWord];
        for (int i = 0; i < spellings.Count; i++)
        {
            int length = WordFolding.Fold(Encoding.UTF8.GetString(spellings[i]), form);
            if (length == 0) continue;
            int word = folded.Add(form[..length]);
            if (word == sums.Count) sums.Add(0);
            sums[word] += counts[i];
        }

        int[] order = [.. Enumerable.Range(0, folded.Count)];
        Array.Sort(order, (a, b) => sums[a] != sums[b] ? sums[b].CompareTo(sums[a]) : folded[a].SequenceCompareTo(folded[b]));
        WordTable chosen = new(words);
        foreach (int word in order.AsSpan(0, Math.Min(words, order.Length))) chosen.Add(folded[word]);
        return new LanguageVocabulary(chosen);
    }
}
