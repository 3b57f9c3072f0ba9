using System.Runtime.ExceptionServices;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Writes what <see cref="NameIndex"/> reads.</summary>
internal static class NameIndexWriter
{
    private delegate void Collector(ReadOnlySpan<byte> folded, int node);

    public static NameIndexLayout Write(
        SegmentFileWriter file, string name, IReadOnlyList<(string Label, string Property)> of, IReadOnlyList<NodeTable> tables,
        int threads)
    {
        TermCollector names = new(), words = new();
        // Names and words share nothing but the texts, and folding these twice costs less than handing them over.
        try
        {
            Parallel.Invoke(
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                () =>
                {
                    Collect(of, tables, names.Add);
                    names.Arrange();
                },
                () =>
                {
                    Collect(of, tables, (folded, node) => AddWords(words, folded, node));
                    words.Arrange();
                });
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }

        return new(name, of, names.Write(file), words.Write(file));
    }

    private static void Collect(IReadOnlyList<(string Label, string Property)> of, IReadOnlyList<NodeTable> tables, Collector collect)
    {
        byte[] folded = new byte[1024];
        foreach (NodeTable table in tables)
        {
            // Row by row and not property by property, so that the nodes of each term come in ascending order.
            TextValues[] properties = [.. of.Where(o => table.HasLabel(o.Label)).Select(o => TextValues.OfTextProperty(table, o.Property))];
            for (int row = 0; properties.Length > 0 && row < table.Count; row++)
            {
                foreach (TextValues texts in properties)
                {
                    int count = texts.Count(row);
                    for (int i = 0; i < count; i++)
                    {
                        ReadOnlySpan<byte> text = Fold(texts.Utf8(row, i), ref folded);
                        if (!text.IsEmpty) collect(text, table.FirstNode + row);
                    }
                }
            }
        }
    }

    private static void AddWords(TermCollector words, ReadOnlySpan<byte> folded, int node)
    {
        foreach (Range word in folded.Split((byte)' ')) words.Add(folded[word], node);
    }

    private static ReadOnlySpan<byte> Fold(ReadOnlySpan<byte> text, ref byte[] folded)
    {
        if (folded.Length < text.Length) folded = new byte[text.Length * 2];
        return TextFolding.TryFoldAscii(text, folded, out int length)
            ? folded.AsSpan(0, length)
            : Encoding.UTF8.GetBytes(TextFolding.Fold(Encoding.UTF8.GetString(text)));
    }
}
