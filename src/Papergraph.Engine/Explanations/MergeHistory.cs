using System.Text;
using System.Text.Json;
using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Explanations;

/// <summary>Finds the merges behind a node in the log that is stored with the graph.</summary>
internal static class MergeHistory
{
    private const int MostShown = 20;

    /// <summary>Each merge into the node: the rule, and what was merged. The log is sorted by bytes, and a decision begins with its kind and its
    /// outcome, so those of one node lie together.</summary>
    internal static IEnumerable<StatedFact> Of(GraphReader graph, NodeSummary node)
    {
        if (!graph.BlobNames.Contains(Names.Decisions)) yield break;
        BlobList log = graph.Blobs(Names.Decisions);
        byte[] prefix = PrefixOf(graph, node);
        for (int i = FirstNotBelow(log, prefix), shown = 0; i < log.Count && shown < MostShown; i++, shown++)
        {
            ReadOnlyMemory<byte> decision = log[i];
            if (!decision.Span.StartsWith(prefix)) yield break;
            using JsonDocument document = JsonDocument.Parse(decision);
            IEnumerable<string?> from = document.RootElement.GetProperty("from").EnumerateArray().Select(f => f.GetString());
            yield return new StatedFact("merged", $"{document.RootElement.GetProperty("rule").GetString()}: {string.Join("; ", from)}", []);
        }
    }

    private static byte[] PrefixOf(GraphReader graph, NodeSummary node)
    {
        string first = graph.TableOf(node.Node).Labels is [string label, ..] ? label : "";
        string kind = graph.HasLabel(node.Node, Labels.Entity) ? "entity" : first.ToLowerInvariant();
        return Encoding.UTF8.GetBytes($"{{\"kind\":\"{kind}\",\"into\":\"{JsonEncodedText.Encode(node.Id)}\"");
    }

    private static int FirstNotBelow(BlobList log, byte[] prefix)
    {
        int low = 0, high = log.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (log[middle].Span.SequenceCompareTo(prefix) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
