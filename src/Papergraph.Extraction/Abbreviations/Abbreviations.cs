using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The abbreviations that a text defines, without the rest of extraction.</summary>
public static class Abbreviations
{
    /// <summary>The pairs of short and long form in the order of the brackets that define them: <c>long form (SF)</c>,
    /// <c>SF (long form)</c> or <c>(long form, SF)</c>.</summary>
    /// <param name="text">One field of a paper. Its first 100,000 characters are read.</param>
    /// <returns>Places in <paramref name="text"/>, in UTF-16 code units, that cut no character; the confidence is the probability, above
    /// 0 and at most 1, that both forms are those of an annotator. A pair that the text defines twice is there twice.</returns>
    /// <remarks>A. S. Schwartz and M. A. Hearst, “A simple algorithm for identifying abbreviation definitions in biomedical text”, Pacific
    /// Symposium on Biocomputing 2003, gave the task and the conditions on both forms. Here the long form is the cheapest alignment of the
    /// short form's letters with the words beside it, and an alignment makes a pair where chance rarely gives one as good;
    /// <c>docs/extraction.md</c> has the details. Takes time linear in the text.</remarks>
    public static IReadOnlyList<(TextSpan Short, TextSpan Long, double Confidence)> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Abbreviation> found = [];
        AbbreviationFinder.Find(new Passage(TextField.Abstract, text), found);
        return [.. found.Select(pair => (pair.Short.Span, pair.Long.Span, pair.Confidence))];
    }
}
