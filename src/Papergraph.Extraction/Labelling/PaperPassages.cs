using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The texts of a paper, cut into sentences of tokens: what labellers read.</summary>
internal sealed class PaperPassages
{
    public PaperPassages(PaperText text)
        : this(new Passage(TextField.Title, text.Title), new Passage(TextField.Abstract, text.Abstract))
    {
    }

    public PaperPassages(Passage title, Passage @abstract)
    {
        All = [title, @abstract];
        List<Abbreviation> pairs = [];
        foreach (Passage passage in All) AbbreviationFinder.Find(passage, pairs);
        Abbreviations = pairs;
    }

    /// <summary>Of an annotated paper, with the tokens of the annotators where they gave them.</summary>
    public static PaperPassages Of(AnnotatedPaper paper)
    {
        if (paper.Sentences is null) return new PaperPassages(paper.Text);
        List<Token> tokens = [];
        List<TokenRange> ranges = [];
        foreach (IReadOnlyList<TextSpan> sentence in paper.Sentences.Where(s => s.Count > 0))
        {
            int first = tokens.Count;
            foreach (TextSpan span in sentence) tokens.Add(new Token(span.Start, span.End, Tokenizer.KindOf(span.Of(paper.Text.Abstract))));
            ranges.Add(new TokenRange(first, tokens.Count));
        }

        return new PaperPassages(
            new Passage(TextField.Title, paper.Text.Title), new Passage(TextField.Abstract, paper.Text.Abstract, [.. tokens], [.. ranges]));
    }

    /// <summary>Title, then abstract; either may be empty.</summary>
    public IReadOnlyList<Passage> All { get; }

    /// <summary>The pairs that the texts define, by the places of their brackets.</summary>
    public IReadOnlyList<Abbreviation> Abbreviations { get; }

    public Passage this[int passage] => All[passage];

    /// <summary>The characters of a run of tokens.</summary>
    public ReadOnlySpan<char> TextOf(int passage, TokenRange range) => All[passage].TextOf(range);
}
