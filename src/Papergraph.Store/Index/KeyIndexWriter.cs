using System.Numerics;

namespace Papergraph.Store;

/// <summary>Writes what <see cref="KeyIndex"/> reads.</summary>
internal static class KeyIndexWriter
{
    public static KeyIndexLayout Write(SegmentFileWriter file, string label, string property, IEnumerable<NodeTable> tables)
    {
        List<(ulong Hash, int Node)> entries = [];
        foreach (NodeTable table in tables.Where(table => table.HasLabel(label)))
        {
            TextValues texts = TextValues.OfTextProperty(table, property);
            for (int row = 0; row < table.Count; row++)
            {
                int count = texts.Count(row);
                for (int i = 0; i < count; i++) entries.Add((Core.StableHash.Hash64(texts.Utf8(row, i)), table.FirstNode + row));
            }
        }

        int bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(entries.Count, 1)));
        Postings buckets = Postings.Group(1 << bits, entries, entry => ((int)(entry.Hash & ((1UL << bits) - 1)), entry.Node));
        PackedLayout offsets = PackedIntegerWriter.Write(file, buckets.Offsets);
        return new(label, property, (byte)bits, buckets.Nodes.Length, offsets, file.WriteSection(buckets.Nodes.Span));
    }
}
