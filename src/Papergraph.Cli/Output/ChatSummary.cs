using System.Globalization;
using System.Text.Json;
using Humanizer;
using Papergraph.ChatExtraction;

namespace Papergraph.Cli.Output;

/// <summary>What a language model was asked and what of its answers was dropped, as a few lines or as JSON.</summary>
internal static class ChatSummary
{
    /// <summary>The lines, without line ends.</summary>
    internal static IEnumerable<string> Lines(ChatUsage usage)
    {
        string cost = usage.Cost > 0 ? ", cost " + usage.Cost.ToString("0.######", CultureInfo.InvariantCulture) : "";
        yield return $"asked      {"request".ToQuantity(usage.Requests, "N0")} ({Screen.Count(usage.Retries)} repeated), "
            + $"{"answer".ToQuantity(usage.CacheHits, "N0")} from the cache; "
            + $"{Screen.Count(usage.InputTokens)} tokens in, {Screen.Count(usage.OutputTokens)} out{cost}";
        AnswerCounts answers = usage.Answers;
        yield return $"answers    {"surface".ToQuantity(answers.RepairedSurfaces, "N0")} mended; "
            + $"dropped: {"surface".ToQuantity(answers.DroppedSurfaces, "N0")}, "
            + $"{"entity".ToQuantity(answers.DroppedEntities, "N0")}, {"role".ToQuantity(answers.DroppedRoles, "N0")}, "
            + $"{"relation".ToQuantity(answers.DroppedRelations, "N0")}, {"abbreviation".ToQuantity(answers.DroppedAbbreviations, "N0")}, "
            + $"{"result".ToQuantity(answers.DroppedResults, "N0")}";
        if (usage.Failed > 0) yield return $"failed     {"paper".ToQuantity(usage.Failed, "N0")} without a usable answer";
    }

    /// <summary>Writes the object <c>chat</c>.</summary>
    internal static void Write(Utf8JsonWriter json, ChatUsage usage)
    {
        json.WriteStartObject("chat");
        json.WriteNumber("requests", usage.Requests);
        json.WriteNumber("retries", usage.Retries);
        json.WriteNumber("cacheHits", usage.CacheHits);
        json.WriteNumber("inputTokens", usage.InputTokens);
        json.WriteNumber("outputTokens", usage.OutputTokens);
        json.WriteNumber("cost", usage.Cost);
        json.WriteNumber("failedPapers", usage.Failed);
        json.WriteNumber("repairedSurfaces", usage.Answers.RepairedSurfaces);
        json.WriteStartObject("dropped");
        json.WriteNumber("surfaces", usage.Answers.DroppedSurfaces);
        json.WriteNumber("entities", usage.Answers.DroppedEntities);
        json.WriteNumber("roles", usage.Answers.DroppedRoles);
        json.WriteNumber("relations", usage.Answers.DroppedRelations);
        json.WriteNumber("abbreviations", usage.Answers.DroppedAbbreviations);
        json.WriteNumber("results", usage.Answers.DroppedResults);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
