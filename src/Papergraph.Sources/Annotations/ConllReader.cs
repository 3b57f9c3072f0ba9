using System.Globalization;
using System.Text;
using Papergraph.Corpus;

namespace Papergraph.Sources;

/// <summary>Reads CoNLL: one token a line in the first column, its tag in the last, an empty line after a sentence.</summary>
/// <remarks>A paper begins at <c>-DOCSTART-</c> where a file has such lines; else where the offsets in the second column begin again,
/// where there are offsets; else with each sentence.</remarks>
internal sealed class ConllReader
{
    private const string DocumentStart = "-DOCSTART-";

    private readonly SourceContext _context;
    private readonly bool _hasDocuments, _hasOffsets;
    private string _id = "";
    private TokenText _text = new();
    private TagDecoder _tags = new();
    private int _offset = -1;

    internal ConllReader(SourceContext context, ReadOnlySpan<byte> head)
    {
        string[][] first = [.. FirstLines(head)];
        _context = context;
        _hasDocuments = Array.Exists(first, columns => columns[0] == DocumentStart);
        _hasOffsets = !_hasDocuments && Array.TrueForAll(first, columns => columns.Length > 2 && Offset(columns) is not null);
    }

    /// <summary>Whether the first line with a token ends with a tag.</summary>
    internal static bool Recognizes(ReadOnlySpan<byte> head) =>
        FirstLines(head).FirstOrDefault(columns => columns[0] != DocumentStart) is { Length: > 1 } columns && TagDecoder.IsTag(columns[^1]);

    internal IEnumerable<AnnotatedPaper> Read(Stream input, CancellationToken cancellation)
    {
        bool isFaultReported = false;
        foreach ((string line, long number) in AnnotationLines.Read(input, _context, cancellation))
        {
            string[] columns = Columns(line);
            if (columns.Length == 0 || columns[0] == DocumentStart || IsNewPaper(columns))
            {
                _tags.EndSpan();
                _text.BeginSentence();
                if ((columns.Length > 0 || !(_hasDocuments || _hasOffsets)) && TakePaper() is { } paper) yield return paper;
                if (columns.Length == 0) continue;
            }

            if (columns[0] == DocumentStart)
            {
                _id = columns.Length > 1 && columns[1] is not ("-X-" or "O") ? columns[1].Trim('(', ')') : "";
                continue;
            }

            string tag = columns[^1];
            if (columns.Length < 2 || !TagDecoder.IsTag(tag))
            {
                if (!isFaultReported) _context.Report(SourceDiagnostics.NotATag(_context.File, number, tag));
                isFaultReported = true;
                tag = "O";
            }

            _offset = Offset(columns) ?? -1;
            _text.Add(columns[0]);
            _tags.Add(tag, _text.Tokens[^1]);
        }

        if (TakePaper() is { } last) yield return last;
    }

    private bool IsNewPaper(string[] columns) =>
        (_hasOffsets && Offset(columns) < _offset) || _text.Tokens.Count >= AnnotationLimits.Tokens;

    private AnnotatedPaper? TakePaper()
    {
        if (_text.Tokens.Count == 0) return null;
        string whole = _text.Text;
        IReadOnlyList<AnnotatedSpan> spans = _tags.End();
        AnnotatedPaper paper = new()
        {
            Id = _id,
            Text = new PaperText("", whole),
            Layers = AnnotationLayers.Entities,
            Entities = SpanEntities.Of(spans, whole),
            Spans = spans,
            Sentences = _text.Sentences,
        };
        (_text, _tags, _offset, _id) = (new TokenText(), new TagDecoder(), -1, "");
        return paper;
    }

    private static IEnumerable<string[]> FirstLines(ReadOnlySpan<byte> head)
    {
        string text = Encoding.UTF8.GetString(head);
        int end = text.LastIndexOf('\n');      // the last line may be cut
        return (end < 0 ? text : text[..end]).Split('\n').Select(line => Columns(line.TrimEnd('\r'))).Where(columns => columns.Length > 0);
    }

    private static string[] Columns(string line) =>
        line.Contains('\t', StringComparison.Ordinal)
            ? [.. line.Split('\t', StringSplitOptions.TrimEntries).Where(column => column.Length > 0)]
            : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int? Offset(string[] columns) =>
        columns.Length > 2 && int.TryParse(columns[1], NumberStyles.None, CultureInfo.InvariantCulture, out int offset) ? offset : null;
}
