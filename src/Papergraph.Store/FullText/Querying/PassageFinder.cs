using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Finds the passage of a text that shows best why it answers a query.</summary>
internal static class PassageFinder
{
    private readonly record struct Token(string Term, int Start, int End, int Position);

    private readonly record struct Mark(int Start, int End, int Match);

    /// <summary>The passage with the most telling matches, or null when the text has none; among equals the first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">What to mark.</param>
    /// <param name="length">About how long the passage may be, in UTF-16 code units.</param>
    public static (double Score, TextSpan Passage, IReadOnlyList<TextSpan> Marks)? Find(
        string text, IReadOnlyList<QueryMatch> matches, int length)
    {
        List<Token> tokens = Divide(text);
        Mark[] marks = [.. MarksOf(tokens, matches).OrderBy(mark => mark.Start).ThenBy(mark => mark.End).ThenBy(mark => mark.Match)];
        if (marks.Length == 0) return null;
        (double best, int first, int last) = (-1, 0, 0);
        for (int from = 0; from < marks.Length; from++)
        {
            int to = from;
            while (to + 1 < marks.Length && marks[to + 1].End - marks[from].Start <= length) to++;
            double score = marks[from..(to + 1)].Select(mark => mark.Match).Distinct().Sum(match => matches[match].Idf);
            if (score > best) (best, first, last) = (score, from, to);
        }

        TextSpan passage = Widen(tokens, marks[first].Start, marks[first..(last + 1)].Max(mark => mark.End), length, text.Length);
        return (best, passage, Join(marks.Where(mark => passage.Contains(new(mark.Start, mark.End)))));
    }

    private static List<Token> Divide(string text)
    {
        List<Token> tokens = [];
        TokenReader reader = new(text, stackalloc char[TokenReader.MaxTermLength]);
        while (tokens.Count < PostingFormat.MostTokens && reader.Next())
            tokens.Add(new(reader.Term.ToString(), reader.Start, reader.End, reader.Position));
        return tokens;
    }

    private static IEnumerable<Mark> MarksOf(List<Token> tokens, IReadOnlyList<QueryMatch> matches)
    {
        for (int match = 0; match < matches.Count; match++)
        {
            HashSet<string> terms = new(matches[match].Terms, StringComparer.Ordinal);
            IReadOnlyList<int>? offsets = matches[match].Offsets;
            for (int i = 0; i < tokens.Count; i++)
            {
                if (offsets is null && terms.Contains(tokens[i].Term)) yield return new(tokens[i].Start, tokens[i].End, match);
                if (offsets is not null && Follows(tokens, i, matches[match].Terms, offsets))
                    yield return new(tokens[i].Start, tokens[i + offsets[^1]].End, match);
            }
        }
    }

    /// <summary>Whether the phrase begins here. Tokens are numbered without gaps, so an offset in positions is one in tokens.</summary>
    private static bool Follows(List<Token> tokens, int first, IReadOnlyList<string> terms, IReadOnlyList<int> offsets)
    {
        for (int i = 0; i < terms.Count; i++)
        {
            int at = first + offsets[i];
            if (at >= tokens.Count || tokens[at].Term != terms[i]) return false;
        }

        return true;
    }

    /// <summary>Gives the matches words around them, as evenly as the ends of the text allow.</summary>
    private static TextSpan Widen(List<Token> tokens, int start, int end, int length, int textLength)
    {
        if (textLength <= length) return new(0, textLength);
        int spare = Math.Max(0, length - (end - start));
        int wantedStart = Math.Max(0, Math.Min(start - (spare / 2), textLength - length));
        int wantedEnd = Math.Min(textLength, Math.Max(end, wantedStart + length));
        int from = start, to = end;
        foreach (Token token in tokens)
        {
            if (token.Start >= wantedStart && token.Start < from) from = token.Start;
            if (token.End <= wantedEnd && token.End > to) to = token.End;
        }

        return new(wantedStart == 0 ? 0 : from, wantedEnd == textLength ? textLength : to);
    }

    /// <summary>Marks that overlap become one.</summary>
    private static List<TextSpan> Join(IEnumerable<Mark> marks)
    {
        List<TextSpan> joined = [];
        foreach (Mark mark in marks)
        {
            if (joined.Count > 0 && mark.Start < joined[^1].End) joined[^1] = new(joined[^1].Start, Math.Max(joined[^1].End, mark.End));
            else joined.Add(new(mark.Start, mark.End));
        }

        return joined;
    }
}
