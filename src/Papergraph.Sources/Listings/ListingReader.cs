using Papergraph.Corpus;
using Papergraph.Sources.Inputs;
using Papergraph.Sources.Records;
using Papergraph.Sources.Text;

namespace Papergraph.Sources.Listings;

/// <summary>Reads a listing page. Records are held until the end of the page, because only all of its dates together tell the year of
/// those without one: pages leave out their own year, so it is the one after the latest that they state.</summary>
internal sealed class ListingReader(string source, SourceContext context)
{
    /// <summary>A page has some dozens of records. What is longer is taken for several pages.</summary>
    private const int MostRecords = 10_000, MostCharacters = 32 << 20;

    /// <summary>What holding a line takes beside its text, so that very many very short lines are bounded as well.</summary>
    private const int LineCost = 32;

    private readonly List<ListedPaper> _page = [];
    private long _pageCharacters;
    private bool _isNotUtf8Reported;

    internal IEnumerable<SourceRecord> Read(Stream input, CancellationToken cancellation)
    {
        bool isFirst = true;
        List<ListingLine> lines = [];
        long characters = 0;
        foreach (ListingLine line in Lines(input))
        {
            cancellation.ThrowIfCancellationRequested();
            lines.Add(line);
            if (Byline.EndingAt(lines) is not { } byline)
            {
                characters += line.Text.Length + LineCost;
                if (characters <= context.Options.MaxRecordBytes) continue;
                context.Reject(SourceDiagnostics.TooLong(context.File, lines[0].Number, context.Options.MaxRecordBytes));
                lines.Clear();
                characters = 0;
                isFirst = true;
                continue;
            }

            characters = 0;
            lines.RemoveRange(lines.Count - byline.LineCount, byline.LineCount);
            Hold(ListedPaper.Split(Paragraphs(lines), byline, isFirst));
            lines.Clear();
            isFirst = false;
            if (_page.Count < MostRecords && _pageCharacters < MostCharacters) continue;
            context.Report(SourceDiagnostics.PageTooLong(context.File, line.Number, MostRecords));
            foreach (SourceRecord record in TakePage()) yield return record;
        }

        // Below the last byline stands the foot of the page, and maybe papers without one.
        Hold(ListedPaper.Split(Paragraphs(lines), null, isFirst: true));
        foreach (SourceRecord record in TakePage()) yield return record;
    }

    /// <summary>The lines that are not blank.</summary>
    private IEnumerable<ListingLine> Lines(Stream input)
    {
        ByteReader bytes = new(input);
        long limit = context.Options.MaxRecordBytes;
        bool startsParagraph = true;
        for (long number = bytes.Line; ; number = bytes.Line)
        {
            LineEnd end = bytes.ReadLine(limit, out ReadOnlyMemory<byte> line);
            if (end == LineEnd.None) yield break;
            if (end == LineEnd.TooLong)
            {
                context.Reject(SourceDiagnostics.TooLong(context.File, number, limit));
                continue;
            }

            string text = TextDecoding.Decode(line.Span, out bool isUtf8).Trim();
            if (!isUtf8 && !_isNotUtf8Reported)
            {
                _isNotUtf8Reported = true;
                context.Report(SourceDiagnostics.NotUtf8(context.File, number));
            }

            if (text.Length > 0) yield return new ListingLine(text, number, startsParagraph);
            startsParagraph = text.Length == 0;
        }
    }

    private static List<ListingParagraph> Paragraphs(List<ListingLine> lines)
    {
        List<ListingParagraph> paragraphs = [];
        foreach (ListingLine line in lines)
        {
            if (line.StartsParagraph || paragraphs.Count == 0) paragraphs.Add(new ListingParagraph(line.Number, [line.Text]));
            else paragraphs[^1].Lines.Add(line.Text);
        }

        return paragraphs;
    }

    private void Hold(IEnumerable<ListedPaper> papers)
    {
        foreach (ListedPaper paper in papers)
        {
            _page.Add(paper);
            _pageCharacters += paper.Title.Length + (paper.Abstract?.Length ?? 0);
        }
    }

    private List<SourceRecord> TakePage()
    {
        int? latest = _page.Max(p => p.Byline?.Year);
        int? pageYear = context.Options.ListingYear ?? latest + 1;
        if (pageYear is null && _page.FirstOrDefault(p => p.Byline is not null) is { } open)
            context.Report(SourceDiagnostics.YearUnknown(context.File, open.Line));
        List<SourceRecord> records = [.. _page.Select(p => Record(p, pageYear)).OfType<SourceRecord>()];
        _page.Clear();
        _pageCharacters = 0;
        return records;
    }

    private SourceRecord? Record(ListedPaper paper, int? pageYear)
    {
        PaperRecordBuilder record = new(source, context, paper.Line);
        record.SetTitle(paper.Title);
        record.SetAbstract(paper.Abstract);
        if (paper.Byline is not { } byline) return record.Build();
        if ((byline.Year ?? pageYear) is { } year)
            record.Date = PublicationDate.Of(year, byline.Month, byline.Day, isApproximate: byline.Year is null && context.Options.ListingYear is null);
        else record.AddExtra("monthDay", FormattableString.Invariant($"{byline.Month:D2}-{byline.Day:D2}"));
        if (byline.AuthorCount() is { } count) record.AddExtra("authorCount", count);
        else if (byline.Who is { } who) AddOrganization(record, who);
        return record.Build();
    }

    /// <summary>An organisation stands as the handle of its account and its name. A name alone is told by its first word: a handle is
    /// lower case or says what the name says.</summary>
    private static void AddOrganization(PaperRecordBuilder record, string who)
    {
        int space = who.IndexOf(' ', StringComparison.Ordinal);
        string handle = space < 0 ? who : who[..space], name = who[(space + 1)..];
        bool isHandle = space > 0 && (!handle.Any(char.IsUpper) || IsSpelledLike(handle, name));
        record.AddOrganization(isHandle ? name : who);
        if (isHandle) record.AddExtra("organizationHandle", handle);
    }

    private static bool IsSpelledLike(string handle, string name) => Letters(name).StartsWith(Letters(handle), StringComparison.Ordinal);

    private static string Letters(string text) => Core.TextFolding.Fold(text).Replace(" ", "", StringComparison.Ordinal);
}
