using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Unlabelled text as numbers of words, sentence after sentence, and the vocabulary that the numbers mean.</summary>
internal sealed class WordCorpus
{
    /// <summary>Stands behind each sentence.</summary>
    public const int SentenceEnd = -1;

    private WordCorpus(int[] tokens, WordTable words, uint[] frequencies, long texts, long read) =>
        (Tokens, Words, Frequencies, Texts, TokensRead) = (tokens, words, frequencies, texts, read);

    /// <summary>The words of the vocabulary in the order of the text; rarer ones are left out.</summary>
    public int[] Tokens { get; }

    /// <summary>The vocabulary, most frequent word first, equal ones by their bytes.</summary>
    public WordTable Words { get; }

    /// <summary>How often each word of the vocabulary occurs.</summary>
    public uint[] Frequencies { get; }

    /// <summary>Papers read.</summary>
    public long Texts { get; }

    /// <summary>Tokens read, those outside the vocabulary among them.</summary>
    public long TokensRead { get; }

    /// <summary>Reads the texts once.</summary>
    /// <param name="texts">Titles and abstracts.</param>
    /// <param name="minCount">A word that occurs less often is left out.</param>
    /// <param name="cancellation">Observed at each text.</param>
    /// <exception cref="PapergraphException">The texts have more tokens than an array can hold.</exception>
    public static WordCorpus Read(IEnumerable<PaperText> texts, int minCount, CancellationToken cancellation)
    {
        Reader reader = new();
        foreach (PaperText text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            reader.Add(text);
        }

        return reader.Finish(minCount);
    }

    private sealed class Reader
    {
        private readonly WordTable _seen = new(1 << 16);
        private readonly List<int> _tokens = [];
        private uint[] _counts = new uint[1 << 16];
        private long _texts, _read;

        public void Add(PaperText text)
        {
            _texts++;
            Add(text.Title);
            Add(text.Abstract);
        }

        public WordCorpus Finish(int minCount)
        {
            int[] kept = [.. Enumerable.Range(0, _seen.Count).Where(word => _counts[word] >= minCount)];
            Array.Sort(kept, (a, b) => _counts[a] != _counts[b] ? _counts[b].CompareTo(_counts[a]) : _seen[a].SequenceCompareTo(_seen[b]));
            WordTable words = new(kept.Length);
            int[] numbers = new int[_seen.Count];
            Array.Fill(numbers, int.MinValue);
            foreach (int word in kept) numbers[word] = words.Add(_seen[word]);
            return new WordCorpus(Renumbered(numbers), words, [.. kept.Select(word => _counts[word])], _texts, _read);
        }

        private void Add(string text)
        {
            Token[] tokens = Tokenizer.Tokenize(text);
            Span<byte> form = stackalloc byte[WordFolding.LongestWord];
            if (_tokens.Count > Array.MaxLength - (2 * tokens.Length)) throw ExtractionErrors.TooManyTokens(Array.MaxLength);
            foreach (TokenRange sentence in SentenceSplitter.Split(text, tokens))
            {
                for (int i = sentence.First; i < sentence.End; i++)
                {
                    if (tokens[i].Kind == TokenKind.Link) continue;
                    _read++;
                    int length = WordFolding.Fold(text.AsSpan(tokens[i].Start, tokens[i].Length), form);
                    if (length > 0) Count(_seen.Add(form[..length]));
                }

                _tokens.Add(SentenceEnd);
            }
        }

        private void Count(int word)
        {
            if (word == _counts.Length) Array.Resize(ref _counts, word * 2);
            _counts[word]++;
            _tokens.Add(word);
        }

        private int[] Renumbered(int[] numbers)
        {
            int[] tokens = new int[_tokens.Count];
            int count = 0;
            foreach (int token in _tokens)
            {
                int number = token == SentenceEnd ? SentenceEnd : numbers[token];
                if (number != int.MinValue) tokens[count++] = number;
            }

            Array.Resize(ref tokens, count);
            return tokens;
        }
    }
}
