using System.Globalization;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>Reads CoNLL: one token a line, its IOB tag in the last column, an empty line after a sentence. A paper begins at
/// <c>-DOCSTART-</c>, or where the offsets in the second column begin again.</summary>
internal static class ConllReader
{
    internal static IReadOnlyList<AnnotatedPaper> Read(string[] lines)
    {
        List<AnnotatedPaper> papers = [];
        TokenText text = new();
        List<string> tags = [];
        string id = "";
        int offset = -1;
        foreach (string line in lines)
        {
            string[] columns = line.Split((char[])['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length < 2)
            {
                text.BeginSentence();
                continue;
            }

            bool isNumbered = int.TryParse(columns[1], NumberStyles.None, CultureInfo.InvariantCulture, out int start);
            if (columns[0] == "-DOCSTART-" || (isNumbered && start < offset))
            {
                End(papers, id, text, tags);
                (text, tags, id) = (new TokenText(), [], columns[0] == "-DOCSTART-" ? columns[1].Trim('(', ')') : "");
            }

            offset = isNumbered ? start : -1;
            if (columns[0] == "-DOCSTART-") continue;
            text.Add(columns[0]);
            tags.Add(columns[^1]);
        }

        End(papers, id, text, tags);
        return papers;
    }

    private static void End(List<AnnotatedPaper> papers, string id, TokenText text, List<string> tags)
    {
        if (tags.Count == 0) return;
        string whole = text.Text;
        List<AnnotatedSpan> spans = [];
        for (int i = 0; i < tags.Count; i++)
        {
            if (tags[i].Length < 3) continue;
            string label = tags[i][2..];
            int last = i;
            while (last + 1 < tags.Count && tags[last + 1] == "I-" + label) last++;
            spans.Add(new AnnotatedSpan(label, new FieldSpan(TextField.Abstract, new TextSpan(text.Tokens[i].Start, text.Tokens[last].End))));
            i = last;
        }

        papers.Add(new AnnotatedPaper
        {
            Id = id,
            Text = new PaperText("", whole),
            Entities = [.. spans.Select(s => (s.Label, Surface: s.Place.Span.Of(whole))).Distinct().Select(e => new AnnotatedEntity(e.Label, [e.Surface], null))],
            Spans = spans,
            Sentences = text.Sentences,
        });
    }
}
