using System.Buffers;
using System.Text;
using Papergraph.Sources.Inputs;
using Papergraph.Sources.Text;

namespace Papergraph.Sources.BibTeX;

/// <summary>Finds the entries of a database by their brackets. An entry that is not closed ends where the next one begins at the
/// start of a line, so that one missing brace costs one entry.</summary>
/// <remarks>Outside of entries all text is comment, as in BibTeX, and so are lines that begin with <c>%</c>, as in Biber.</remarks>
internal sealed class BibTeXScanner(ByteReader bytes, SourceContext context)
{
    /// <summary>How far ahead the beginning of an entry is looked for: a type and blanks.</summary>
    private const int LongestStart = 80;

    private readonly ArrayBufferWriter<byte> _entry = new();
    private bool _isNotUtf8Reported;

    internal IEnumerable<RawEntry> Scan(CancellationToken cancellation)
    {
        while (SkipToEntry())
        {
            cancellation.ThrowIfCancellationRequested();
            if (TakeEntry() is { } entry) yield return entry;
        }
    }

    private bool SkipToEntry()
    {
        bool isLineStart = true;
        while (bytes.Peek() is var next and >= 0)
        {
            if (next == '@' && StartLength() > 0) return true;
            if (next == '%' && isLineStart)
                while (bytes.Peek() is not ('\n' or -1)) bytes.Read();
            else bytes.Read();
            isLineStart = next == '\n' || (isLineStart && next is ' ' or '\t');
        }

        return false;
    }

    /// <summary>Takes one entry from its <c>@</c> to its closing bracket; null when it is rejected or a comment.</summary>
    private RawEntry? TakeEntry()
    {
        long line = bytes.Line, limit = context.Options.MaxRecordBytes, length = 0;
        _entry.ResetWrittenCount();
        int start = StartLength();
        bool isComment = Encoding.ASCII.GetString(bytes.Ahead(start)).StartsWith("@comment", StringComparison.OrdinalIgnoreCase);
        bool isRound = bytes.Ahead(start)[^1] == '(';
        int depth = isRound ? 0 : 1;
        bool isQuoted = false, isLineStart = false;
        for (; length < start; length++) Append((byte)bytes.Read());
        while (bytes.Peek() is var next and >= 0)
        {
            if (isLineStart && next == '@' && StartLength() > 0)
                return isComment ? null : Rejected(SourceDiagnostics.UnclosedEntry(context.File, line, FormattableString.Invariant($"the one on line {bytes.Line}")));
            bytes.Read();
            if (++length <= limit) Append((byte)next);
            isLineStart = next == '\n' || (isLineStart && next is ' ' or '\t');
            if (next == '{') depth++;
            else if (next == '}') depth--;
            else if (next == '"' && depth == 0) isQuoted = !isQuoted;
            if (isRound ? next == ')' && depth <= 0 && !isQuoted : depth == 0) return isComment ? null : Whole(line, length);
        }

        return isComment ? null : Rejected(SourceDiagnostics.UnclosedEntry(context.File, line, "the end of the file"));
    }

    private RawEntry? Whole(long line, long length)
    {
        if (length > context.Options.MaxRecordBytes) return Rejected(SourceDiagnostics.TooLong(context.File, line, context.Options.MaxRecordBytes));
        string text = TextDecoding.Decode(_entry.WrittenSpan, out bool isUtf8);
        if (!isUtf8 && !_isNotUtf8Reported)
        {
            _isNotUtf8Reported = true;
            context.Report(SourceDiagnostics.NotUtf8(context.File, line));
        }

        return new RawEntry(text, line);
    }

    /// <summary>Length of the beginning of an entry that comes next, <c>@type{</c> or <c>@type(</c> with its bracket, or 0.</summary>
    private int StartLength()
    {
        ReadOnlySpan<byte> ahead = bytes.Ahead(LongestStart);
        int i = 1;
        while (i < ahead.Length && char.IsAsciiLetter((char)ahead[i])) i++;
        if (i == 1) return 0;
        while (i < ahead.Length && ahead[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') i++;
        return i < ahead.Length && ahead[i] is (byte)'{' or (byte)'(' ? i + 1 : 0;
    }

    private void Append(byte next)
    {
        _entry.GetSpan(1)[0] = next;
        _entry.Advance(1);
    }

    private RawEntry? Rejected(Core.Diagnostic reason)
    {
        context.Reject(reason);
        return null;
    }
}

/// <summary>The text of an entry, from its <c>@</c> to its closing bracket, and the 1-based line on which it begins.</summary>
internal readonly record struct RawEntry(string Text, long Line);
