using System.Text.Encodings.Web;
using System.Text.Json;

namespace Papergraph.Cli.Output;

/// <summary>JSON documents for machines: UTF-8, indented, stable order, one newline at the end.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one document to stdout.</summary>
    internal static void Write(Action<Utf8JsonWriter> content)
    {
        using Stream output = Console.OpenStandardOutput();
        WriteTo(output, content);
    }

    /// <summary>Writes one document to a stream.</summary>
    internal static void WriteTo(Stream output, Action<Utf8JsonWriter> content)
    {
        using (Utf8JsonWriter json = new(output, Indented)) content(json);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes one document as a line.</summary>
    internal static void WriteLine(Stream output, Action<Utf8JsonWriter> content)
    {
        using (Utf8JsonWriter json = new(output, Compact)) content(json);
        output.WriteByte((byte)'\n');
    }
}
