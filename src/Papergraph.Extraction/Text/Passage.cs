using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>One field of a paper, cut into tokens and sentences: what every stage reads.</summary>
internal sealed class Passage
{
    /// <summary>Characters of a field that are considered; what lies beyond is not read. A hundred times a long abstract.</summary>
    public const int LongestText = 100_000;

    public Passage(TextField field, string text)
        : this(field, text, Tokenizer.Tokenize(Beginning(text)))
    {
    }

    /// <summary>A text that others have cut.</summary>
    public Passage(TextField field, string text, Token[] tokens, TokenRange[] sentences)
    {
        Field = field;
        Text = text;
        Tokens = tokens;
        Sentences = sentences;
        Entries = new WordEntry[Tokens.Length];
        for (int i = 0; i < Tokens.Length; i++)
        {
            if (Tokens[i].Kind == TokenKind.Word) Entries[i] = Lexicon.Word(this[i]);
        }

        Parts = Tagger.Tag(text, Tokens, Entries);
    }

    private Passage(TextField field, string text, Token[] tokens)
        : this(field, text, tokens, SentenceSplitter.Split(text, tokens))
    {
    }

    public TextField Field { get; }

    public string Text { get; }

    public Token[] Tokens { get; }

    public TokenRange[] Sentences { get; }

    /// <summary>What the word lists know of each token.</summary>
    public WordEntry[] Entries { get; }

    /// <summary>The part of speech of each token.</summary>
    public Part[] Parts { get; }

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> this[int token] => Text.AsSpan(Tokens[token].Start, Tokens[token].Length);

    /// <summary>Whether the token is the one character <paramref name="symbol"/>; false beyond the ends.</summary>
    public bool Is(int token, char symbol) =>
        (uint)token < (uint)Tokens.Length && Tokens[token].Length == 1 && Text[Tokens[token].Start] == symbol;

    /// <summary>Whether the token is this word, in any case; false beyond the ends.</summary>
    public bool IsWord(int token, string word) =>
        (uint)token < (uint)Tokens.Length && this[token].Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nothing stands between the token and the next one; false at the end.</summary>
    public bool AreAdjacent(int token) => token + 1 < Tokens.Length && Tokens[token].End == Tokens[token + 1].Start;

    /// <summary>Where a run of at least one token stands.</summary>
    public FieldSpan PlaceOf(TokenRange range) => new(Field, SpanOf(range));

    public TextSpan SpanOf(TokenRange range) => new(Tokens[range.First].Start, Tokens[range.End - 1].End);

    public ReadOnlySpan<char> TextOf(TokenRange range)
    {
        TextSpan span = SpanOf(range);
        return Text.AsSpan(span.Start, span.Length);
    }

    /// <summary>The tokens that a span covers exactly, or null when it cuts one.</summary>
    public TokenRange? TokensOf(TextSpan span)
    {
        int first = IndexOfStart(span.Start);
        if (first < 0) return null;
        int end = first;
        while (end < Tokens.Length && Tokens[end].End < span.End) end++;
        return end < Tokens.Length && Tokens[end].End == span.End ? new TokenRange(first, end + 1) : null;
    }

    private int IndexOfStart(int start)
    {
        int low = 0, high = Tokens.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (Tokens[middle].Start == start) return middle;
            if (Tokens[middle].Start < start) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    private static ReadOnlySpan<char> Beginning(string text)
    {
        if (text.Length <= LongestText) return text;
        int end = LongestText;

        // Cut between words where there is one nearby, so that no token is the half of another.
        while (end > LongestText - 1_000 && !char.IsWhiteSpace(text[end])) end--;
        if (!char.IsWhiteSpace(text[end])) end = LongestText;
        while (end > 0 && ContinuesCharacter(text, end)) end--;
        return text.AsSpan(0, end);
    }

    private static bool ContinuesCharacter(string text, int at) =>
        char.IsLowSurrogate(text[at]) || Characters.Read(text, at, out _) is CharacterClass.Mark or CharacterClass.Joiner;
}
