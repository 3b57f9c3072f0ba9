using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Unlabelled text as numbers of words, sentence after sentence, and the vocabulary that the numbers mean.</summary>
internal sealed class WordCorpus
{
    /// <summary>Stands behind each sentence.</summary>
    public const int SentenceEnd = -1;

    /// <summary>The words of the vocabulary in the order of the text; rarer ones are left out.</summary>
    public required int[] Tokens { get; init; }

    /// <summary>The vocabulary, most frequent word first, equal ones by their bytes.</summary>
    public required WordTable Words { get; init; }

    /// <summary>How often each word of the vocabulary occurs.</summary>
    public required uint[] Frequencies { get; init; }

    /// <summary>How often each begins with a capital where no other word would, in 255ths.</summary>
    public required byte[] CapitalShares { get; init; }

    /// <summary>Papers read.</summary>
    public required long Texts { get; init; }

    /// <summary>Tokens read, those outside the vocabulary among them.</summary>
    public required long TokensRead { get; init; }

    /// <summary>Reads the texts once.</summary>
    /// <param name="texts">Titles and abstracts.</param>
    /// <param name="minCount">A word that occurs less often is left out; so are words beyond <see cref="WordResourcesLayout.MostWords"/>.
    /// </param>
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
        private WordCounts[] _counts = new WordCounts[1 << 16];
        private long _texts, _read;

        public void Add(PaperText text)
        {
            _texts++;
            Add(text.Title, isTitle: true);
            Add(text.Abstract, isTitle: false);
        }

        public WordCorpus Finish(int minCount)
        {
            int[] kept = [.. Enumerable.Range(0, _seen.Count).Where(word => _counts[word].All >= minCount)];
            Array.Sort(kept, Compare);
            if (kept.Length > WordResourcesLayout.MostWords) Array.Resize(ref kept, WordResourcesLayout.MostWords);
            WordTable words = new(kept.Length);
            int[] numbers = new int[_seen.Count];
            Array.Fill(numbers, int.MinValue);
            foreach (int word in kept) numbers[word] = words.Add(_seen[word]);
            return new WordCorpus
            {
                Tokens = Renumbered(numbers),
                Words = words,
                Frequencies = [.. kept.Select(word => _counts[word].All)],
                CapitalShares = [.. kept.Select(word => _counts[word].CapitalShare)],
                Texts = _texts,
                TokensRead = _read,
            };
        }

        private void Add(string text, bool isTitle)
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
                    if (length == 0) continue;
                    bool isInside = !isTitle && i > sentence.First;
                    Count(_seen.Add(form[..length]), isInside, isInside && char.IsUpper(text[tokens[i].Start]));
                }

                _tokens.Add(SentenceEnd);
            }
        }

        private int Compare(int a, int b)
        {
            int more = _counts[b].All.CompareTo(_counts[a].All);
            return more != 0 ? more : _seen[a].SequenceCompareTo(_seen[b]);
        }

        private void Count(int word, bool isInside, bool isCapital)
        {
            if (word == _counts.Length) Array.Resize(ref _counts, word * 2);
            ref WordCounts counts = ref _counts[word];
            counts.All++;
            if (isInside) counts.Inside++;
            if (isCapital) counts.Capitals++;
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

    // Inside: in the abstract, but for the first word of a sentence.
    private struct WordCounts
    {
        public uint All, Inside, Capitals;

        public readonly byte CapitalShare => Inside == 0 ? (byte)0 : (byte)(((Capitals * 255UL) + (Inside / 2)) / Inside);
    }
}
