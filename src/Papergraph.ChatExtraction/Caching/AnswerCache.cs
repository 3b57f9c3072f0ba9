using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Papergraph.ChatExtraction;

/// <summary>Keeps each answer in a file of its own, so that it is paid once.</summary>
/// <remarks>
/// <para>Layout: <c>DIR/ab/cdef….json</c>, where <c>abcdef…</c> is the key; the file is <c>{"key", "checksum", "answer"}</c>, the
/// checksum the SHA-256 of the answer's JSON as it stands there.</para>
/// <para>A file appears whole or not at all. One that is damaged counts as missing and is replaced. Processes may share a folder.</para>
/// </remarks>
internal sealed class AnswerCache(string directory)
{
    // The largest answer has 4 MB, and escaping makes six bytes of one at most.
    private const int LargestFile = 32 << 20;

    /// <summary>The answer of that key, or null when there is none or it is damaged.</summary>
    public Completion? Find(string key)
    {
        try
        {
            FileInfo file = new(PathOf(key));
            if (!file.Exists || file.Length > LargestFile) return null;
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file.FullName), new JsonDocumentOptions { MaxDepth = 8 });
            JsonElement root = json.RootElement, answer = root.GetProperty("answer");
            string checksum = Checksum(Encoding.UTF8.GetBytes(answer.GetRawText()));
            bool isWhole = root.GetProperty("key").ValueEquals(key) && root.GetProperty("checksum").ValueEquals(checksum);
            return isWhole ? Read(answer) : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ChatErrors.CacheFails(directory, e);
        }
    }

    /// <summary>Keeps an answer.</summary>
    /// <exception cref="Papergraph.Core.PapergraphException">The folder cannot be written.</exception>
    public void Keep(string key, Completion answer)
    {
        string path = PathOf(key);
        string unfinished = string.Create(
            CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(unfinished, FileOf(key, Bytes(json => Write(json, answer))));
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ChatErrors.CacheFails(directory, e);
        }
    }

    private string PathOf(string key) => Path.Combine(directory, key[..2], key[2..] + ".json");

    private static byte[] FileOf(string key, byte[] answer) => Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("key", key);
        json.WriteString("checksum", Checksum(answer));
        json.WritePropertyName("answer");
        json.WriteRawValue(answer);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Completion answer)
    {
        json.WriteStartObject();
        json.WriteString("content", answer.Content);
        if (answer.Fault is { } fault) json.WriteString("fault", fault.ToString());
        if (answer.InputTokens is { } input) json.WriteNumber("inputTokens", input);
        if (answer.OutputTokens is { } output) json.WriteNumber("outputTokens", output);
        json.WriteEndObject();
    }

    private static Completion Read(JsonElement answer) => new(
        answer.GetProperty("content").GetString()!,
        answer.TryGetProperty("fault", out JsonElement fault)
            ? Enum.GetValues<AnswerFault>().First(known => fault.ValueEquals(known.ToString())) : null,
        answer.TryGetProperty("inputTokens", out JsonElement input) ? input.GetInt32() : null,
        answer.TryGetProperty("outputTokens", out JsonElement output) ? output.GetInt32() : null);

    private static string Checksum(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Bytes(Action<Utf8JsonWriter> content)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes)) content(json);
        return bytes.ToArray();
    }
}
