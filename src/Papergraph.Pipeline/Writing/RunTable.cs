using System.Globalization;
using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Pipeline.Stages;
using Papergraph.Store;

namespace Papergraph.Pipeline.Writing;

/// <summary>Writes the node of the run that derived the graph: what it was made from and by what.</summary>
/// <remarks>A run is not an event in time: the same records and the same extractor have the same run (see decision 1).</remarks>
internal static class RunTable
{
    internal static void Write(SegmentWriter writer, string runId, IExtractor extractor, GraphContents contents, PaperRecord[] records)
    {
        NodeTableWriter table = writer.AddNodeTable(Labels.Run);
        table.AddNode();
        table.String(Keys.Id).Append(runId);
        table.String(Keys.Version).Append(GraphRun.ProductVersion);
        table.String(Keys.Model).Append(extractor.Identity);
        table.StringList(Keys.Inputs).AppendOrNull([.. records
            .GroupBy(r => r.Source, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}: {g.Count()} records"))]);
        table.StringList(Keys.Counts).Append(
        [
            Count("records", contents.Records), Count("papers", contents.Papers), Count("placeholders", contents.Placeholders),
            Count("references", contents.References.Lines), Count("entities", contents.Entities), Count("mentions", contents.Mentions),
            Count("statements", contents.Statements), Count("results", contents.Results),
        ]);
    }

    private static string Count(string what, long count) => string.Create(CultureInfo.InvariantCulture, $"{what}: {count}");
}
