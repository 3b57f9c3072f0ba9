using System.Text;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Writes what <see cref="NameIndex"/> reads.</summary>
internal static class NameIndexWriter
{
    public static NameIndexLayout Write(
        SegmentFileWriter file, string name, IReadOnlyList<(string Label, string Property)> of, IEnumerable<NodeTable> tables)
    {
        TermCollector names = new();
        foreach (NodeTable table in tables)
        {
            // Row by row and not property by property, so that the nodes of each term come in ascending order.
            TextValues[] properties = [.. of.Where(o => table.HasLabel(o.Label)).Select(o => TextValues.OfTextProperty(table, o.Property))];
            for (int row = 0; properties.Length > 0 && row < table.Count; row++)
            {
                foreach (TextValues texts in properties) Collect(texts, row, table.FirstNode + row, names);
            }
        }

        return new(name, of, names.Write(file));
    }

    private static void Collect(TextValues texts, int row, int node, TermCollector names)
    {
        int count = texts.Count(row);
        for (int i = 0; i < count; i++)
        {
            string folded = TextFolding.Fold(Encoding.UTF8.GetString(texts.Utf8(row, i)));
            if (folded.Length > 0) names.Add(folded, node);
        }
    }
}
