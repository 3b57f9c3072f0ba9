using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What a paper's text shows without any knowledge of its subject: words, sentences, addresses and the abbreviations that it
/// defines. Extractors that find terms by other means stand on it, so that all agree on where words and sentences end.</summary>
/// <remarks>Of each field the first 100,000 characters are read. Immutable once made; may be used from any number of threads.</remarks>
public sealed class PaperStructure
{
    private readonly PaperPassages _passages;
    private readonly WordPlaces[] _words;

    /// <summary>Reads a text.</summary>
    /// <param name="text">Title and abstract; either may be empty.</param>
    public PaperStructure(PaperText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        _passages = new PaperPassages(text);
        List<TextLink> links = [];
        List<Abbreviation> abbreviations = [];
        foreach (Passage passage in _passages.All)
        {
            LinkFinder.Find(passage, links);
            AbbreviationFinder.Find(passage, abbreviations);
        }

        _words = [.. _passages.All.Select(passage => new WordPlaces(passage))];
        Links = links;
        Abbreviations = [.. abbreviations.OrderBy(pair => pair.Short).ThenBy(pair => pair.Long).DistinctBy(pair => pair.Short)];
    }

    /// <summary>The whole text.</summary>
    public PaperText Text { get; }

    /// <summary>The addresses, sorted by place.</summary>
    public IReadOnlyList<TextLink> Links { get; }

    /// <summary>The pairs that the text defines, sorted by the place of the short form; each short form stands in one pair.</summary>
    public IReadOnlyList<Abbreviation> Abbreviations { get; }

    /// <summary>The beginning of a field that is read, without the white space behind its last word.</summary>
    public string Beginning(TextField field)
    {
        Passage passage = _passages[(int)field];
        return passage.Tokens.Length == 0 ? "" : passage.Text[..passage.Tokens[^1].End];
    }

    /// <summary>The number of the sentence that a place stands in, from 0 in each field. Takes the same time for any place.</summary>
    /// <returns>Null when the place is not a run of whole words within one sentence.</returns>
    public int? SentenceOf(FieldSpan place) => _words[(int)place.Field].SentenceOf(place.Span);

    /// <summary>The place of a run of neighbouring sentences.</summary>
    /// <param name="field">The field that they stand in.</param>
    /// <param name="first">Number of the first.</param>
    /// <param name="last">Number of the last; at least <paramref name="first"/>.</param>
    public FieldSpan PlaceOfSentences(TextField field, int first, int last)
    {
        Passage passage = _passages[(int)field];
        return passage.PlaceOf(new TokenRange(passage.Sentences[first].First, passage.Sentences[last].End));
    }

    /// <summary>For each position of a field, the sentence of the word that begins there and of the one that ends there.</summary>
    private readonly struct WordPlaces
    {
        private const int None = -1;
        private readonly int[] _beginning, _ending;

        public WordPlaces(Passage passage)
        {
            int length = passage.Tokens.Length == 0 ? 0 : passage.Tokens[^1].End;
            _beginning = new int[length];
            _ending = new int[length];
            Array.Fill(_beginning, None);
            Array.Fill(_ending, None);
            for (int sentence = 0; sentence < passage.Sentences.Length; sentence++)
            {
                TokenRange range = passage.Sentences[sentence];
                foreach (Token token in passage.Tokens.AsSpan(range.First, range.Length))
                    _beginning[token.Start] = _ending[token.End - 1] = sentence;
            }
        }

        public int? SentenceOf(TextSpan span)
        {
            if (span.Start < 0 || span.End > _ending.Length || span.Length <= 0) return null;
            int sentence = _beginning[span.Start];
            return sentence != None && _ending[span.End - 1] == sentence ? sentence : null;
        }
    }
}
