using System.Buffers;
using Papergraph.Sources.Inputs;

namespace Papergraph.Sources.Json;

/// <summary>Finds the objects of a JSON array, of a service's answer, or of a plain sequence, by brackets and quotation marks alone,
/// so that the file is never held as a whole and a malformed object does not spoil its neighbours.</summary>
internal sealed class JsonObjectScanner(ByteReader bytes, SourceContext context, JsonArrangement arrangement)
{
    private readonly ArrayBufferWriter<byte> _value = new();

    internal IEnumerable<JsonSlice> Scan()
    {
        SkipBlanks();
        if (arrangement == JsonArrangement.Results) SkipToResults();
        if (arrangement != JsonArrangement.Objects) bytes.Read();
        while (true)
        {
            SkipBlanks();
            int next = bytes.Peek();
            if (next < 0)
            {
                if (arrangement != JsonArrangement.Objects) context.Report(SourceDiagnostics.ArrayNotClosed(context.File, bytes.Line));
                yield break;
            }

            if (next == ']' && arrangement != JsonArrangement.Objects) break;
            if (next == ',') bytes.Read();
            else if (TakeValue() is { } slice) yield return slice;
        }

        bytes.Read();
        if (arrangement == JsonArrangement.Array) ReportTrailingContent();
    }

    /// <summary>Takes one value up to its end; null when it is rejected.</summary>
    private JsonSlice? TakeValue()
    {
        long line = bytes.Line, limit = context.Options.MaxRecordBytes;
        _value.ResetWrittenCount();
        int depth = 0;
        long length = 0;
        bool isQuoted = false, isEscaped = false;
        while (true)
        {
            int next = bytes.Peek();
            if (next < 0) return Rejected(SourceDiagnostics.CutShort(context.File, line));
            // Outside of brackets a value ends where the next begins: a number, a word, or stray text.
            if (depth == 0 && length > 0 && !isQuoted && next is ',' or ']' or '{' or '\n') break;
            bytes.Read();
            if (++length <= limit) Append((byte)next);

            // No string goes on over the end of a line: the quotation mark is missing, and the loss ends here.
            if (next == '\n') isQuoted = isEscaped = false;
            else if (isEscaped) isEscaped = false;
            else if (isQuoted && next == '\\') isEscaped = true;
            else if (next == '"') isQuoted = !isQuoted;
            else if (isQuoted) continue;
            else if (next is '{' or '[') depth++;
            else if (next is '}' or ']' && --depth <= 0) break;
        }

        return length > limit
            ? Rejected(SourceDiagnostics.TooLong(context.File, line, limit))
            : new JsonSlice(_value.WrittenMemory, line);
    }

    private void Append(byte next)
    {
        _value.GetSpan(1)[0] = next;
        _value.Advance(1);
    }

    private JsonSlice? Rejected(Core.Diagnostic reason)
    {
        context.Reject(reason);
        return null;
    }

    private void SkipBlanks()
    {
        while (bytes.Peek() is ' ' or '\t' or '\r' or '\n') bytes.Read();
    }

    /// <summary>Goes to the bracket that opens the array of <c>results</c>; <see cref="JsonLayout"/> has seen it there.</summary>
    private void SkipToResults()
    {
        int skip = JsonShape.Read(bytes.Head()).ResultsAt!.Value;
        for (int i = 0; i < skip; i++) bytes.Read();
    }

    private void ReportTrailingContent()
    {
        SkipBlanks();
        if (bytes.Peek() >= 0) context.Report(SourceDiagnostics.TrailingContent(context.File, bytes.Line));
    }
}
