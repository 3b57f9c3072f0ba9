using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Papergraph.Sources.Inputs;

namespace Papergraph.Sources.Json;

/// <summary>Cuts a JSON file into its records, whatever their arrangement, and parses one at a time. A record that is malformed, too
/// long or no object is rejected and the others survive.</summary>
internal static class JsonRecords
{
    /// <summary>Objects and arrays within each other; no bibliographic record comes near it.</summary>
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>Reads the input to its end.</summary>
    /// <param name="input">Decompressed bytes from the start of the file.</param>
    /// <param name="context">Where findings go.</param>
    /// <param name="convert">Makes a record of an object and the 1-based line on which it begins; null when it is rejected.</param>
    /// <param name="cancellation">Observed between records.</param>
    internal static IEnumerable<T> Read<T>(
        Stream input, SourceContext context, Func<JsonElement, long, T?> convert, CancellationToken cancellation)
        where T : class
    {
        ByteReader bytes = new(input);
        JsonArrangement arrangement = JsonLayout.Of(bytes.Head()).Arrangement;
        IEnumerable<JsonSlice> slices = arrangement is JsonArrangement.Lines or JsonArrangement.None
            ? Lines(bytes, context)
            : new JsonObjectScanner(bytes, context, arrangement).Scan();
        foreach (JsonSlice slice in slices)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Parse(slice, context, convert) is { } record) yield return record;
        }
    }

    private static IEnumerable<JsonSlice> Lines(ByteReader bytes, SourceContext context)
    {
        long limit = context.Options.MaxRecordBytes;
        for (long line = bytes.Line; ; line = bytes.Line)
        {
            LineEnd end = bytes.ReadLine(limit, out ReadOnlyMemory<byte> content);
            if (end == LineEnd.None) yield break;
            if (end == LineEnd.TooLong) context.Reject(SourceDiagnostics.TooLong(context.File, line, limit));
            else if (content.Span.IndexOfAnyExcept(" \t"u8) >= 0) yield return new JsonSlice(content, line);
        }
    }

    private static T? Parse<T>(JsonSlice slice, SourceContext context, Func<JsonElement, long, T?> convert)
        where T : class
    {
        // The parser takes any bytes within a string; they would fail only where that string is read.
        if (!Utf8.IsValid(slice.Bytes.Span))
        {
            context.Reject(SourceDiagnostics.InvalidUtf8(context.File, slice.Line));
            return null;
        }

        // The bytes are the window or buffer of this reader, which nobody else sees.
        LoneSurrogates.Replace(MemoryMarshal.AsMemory(slice.Bytes).Span);
        try
        {
            using JsonDocument document = JsonDocument.Parse(slice.Bytes, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return convert(document.RootElement, slice.Line);
            context.Reject(SourceDiagnostics.NotAnObject(context.File, slice.Line));
        }
        catch (JsonException e)
        {
            context.Reject(SourceDiagnostics.MalformedJson(context.File, slice.Line + (e.LineNumber ?? 0), Reason(e)));
        }

        return null;
    }

    /// <summary>What the parser says, without the coordinates that it appends: they count within the record.</summary>
    private static string Reason(JsonException e)
    {
        int coordinates = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (coordinates < 0 ? e.Message : e.Message[..coordinates]).TrimEnd('.');
    }
}

/// <summary>The bytes of one JSON value and the 1-based line on which it begins; good until the next one is taken.</summary>
internal readonly record struct JsonSlice(ReadOnlyMemory<byte> Bytes, long Line);
