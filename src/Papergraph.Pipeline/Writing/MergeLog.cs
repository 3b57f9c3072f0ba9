using System.Buffers;
using System.Text.Json;
using Papergraph.Linking;

namespace Papergraph.Pipeline.Writing;

/// <summary>The log of merges as it is stored: one JSON object a decision, in the order of their bytes.</summary>
internal static class MergeLog
{
    internal static List<ReadOnlyMemory<byte>> Encode(IEnumerable<MergeDecision> decisions)
    {
        List<ReadOnlyMemory<byte>> log = [.. decisions.Select(Encode)];
        log.Sort((a, b) => a.Span.SequenceCompareTo(b.Span));
        return log;
    }

    private static ReadOnlyMemory<byte> Encode(MergeDecision decision)
    {
        ArrayBufferWriter<byte> bytes = new(128);
        using Utf8JsonWriter json = new(bytes);
        json.WriteStartObject();
        json.WriteString("kind"u8, decision.Kind);
        json.WriteString("into"u8, decision.Into);
        json.WriteString("rule"u8, decision.Rule);
        json.WriteStartArray("from"u8);
        foreach (string from in decision.From) json.WriteStringValue(from);
        json.WriteEndArray();
        json.WriteNumber("count"u8, decision.Count);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }
}
