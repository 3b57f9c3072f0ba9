using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What the whole paper says of the words in it.</summary>
/// <remarks>Made once and used again for paper after paper.</remarks>
internal sealed class PaperContext
{
    private readonly OccurrenceCounts _words = new(), _pairs = new(), _capitalized = new(), _titled = new();

    public PassageContext[] Passages { get; } = [new(), new()];

    public void Read(PaperPassages paper, IWordForms words)
    {
        int tokens = 0;
        for (int i = 0; i < Passages.Length; i++)
        {
            Passages[i].Read(paper, i, words);
            tokens += paper[i].Tokens.Length;
        }

        _words.Reset(tokens);
        _pairs.Reset(tokens);
        _capitalized.Reset(tokens);
        _titled.Reset(paper[0].Tokens.Length);
        foreach (PassageContext passage in Passages) Count(passage);
    }

    /// <summary>How often a word occurs in the paper, in any case.</summary>
    public int Occurrences(WordForm word) => _words[word.Lower];

    /// <summary>How often one word follows another.</summary>
    public int Occurrences(WordForm first, WordForm second) => _pairs[Fingerprint.Mix(first.Lower, second.Lower)];

    /// <summary>Whether the title holds the word.</summary>
    public bool IsInTitle(WordForm word) => _titled[word.Lower] > 0;

    /// <summary>Whether the word is written with a capital somewhere in the middle of a sentence of the abstract.</summary>
    public bool IsCapitalized(WordForm word) => _capitalized[word.Lower] > 0;

    private void Count(PassageContext context)
    {
        Passage passage = context.Passage;
        bool isTitle = passage.Field == TextField.Title;
        foreach (TokenRange sentence in passage.Sentences)
        {
            for (int i = sentence.First; i < sentence.End; i++)
            {
                WordForm word = context.Forms[i];
                if (word.Kind == TokenKind.Symbol) continue;
                _words.Add(word.Lower);
                if (i + 1 < sentence.End && context.Forms[i + 1].Kind != TokenKind.Symbol)
                    _pairs.Add(Fingerprint.Mix(word.Lower, context.Forms[i + 1].Lower));
                if (isTitle) _titled.Add(word.Lower);
                else if (i > sentence.First && word.IsCapitalized) _capitalized.Add(word.Lower);
            }
        }
    }
}
