using System.Text;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Writes what <see cref="NameIndex"/> reads.</summary>
internal static class NameIndexWriter
{
    /// <summary>Collects and sorts the names.</summary>
    /// <returns>Writes them.</returns>
    public static Func<SegmentFileWriter, NameIndexLayout> Build(
        string name, IReadOnlyList<(string Label, string Property)> of, IEnumerable<NodeTable> tables, CancellationToken cancellation)
    {
        TermCollector names = new();
        byte[] folded = new byte[1024];
        foreach (NodeTable table in tables)
        {
            cancellation.ThrowIfCancellationRequested();
            // Row by row and not property by property, so that the nodes of each term come in ascending order.
            TextValues[] properties = [.. of.Where(o => table.HasLabel(o.Label)).Select(o => new TextValues(table, o.Property))];
            for (int row = 0; properties.Length > 0 && row < table.Count; row++)
            {
                foreach (TextValues texts in properties)
                {
                    int count = texts.Count(row);
                    for (int i = 0; i < count; i++)
                    {
                        ReadOnlySpan<byte> text = Fold(texts.Utf8(row, i), ref folded);
                        if (!text.IsEmpty) names.Add(text, table.FirstNode + row);
                    }
                }
            }
        }

        Func<SegmentFileWriter, TermIndexLayout> write = names.Build();
        return file => new(name, of, write(file));
    }

    private static ReadOnlySpan<byte> Fold(ReadOnlySpan<byte> text, ref byte[] folded)
    {
        if (folded.Length < text.Length) folded = new byte[text.Length * 2];
        return TextFolding.TryFoldAscii(text, folded, out int length)
            ? folded.AsSpan(0, length)
            : Encoding.UTF8.GetBytes(TextFolding.Fold(Encoding.UTF8.GetString(text)));
    }
}
