namespace Papergraph.Store;

/// <summary>Rows of one node table whose texts are divided into terms in one go.</summary>
internal readonly record struct TextRows(NodeTable Table, int FirstRow, int Count);

/// <summary>A part of all texts that is small enough to be held in memory while it is inverted.</summary>
/// <param name="Rows">In ascending order of nodes.</param>
internal sealed record TextChunk(IReadOnlyList<TextRows> Rows)
{
    /// <summary>Divides the nodes into chunks of about equal length. Where they end is a function of the texts alone, so that the index
    /// is the same for any number of threads.</summary>
    public static IEnumerable<TextChunk> Divide(FullTextDefinition definition, IEnumerable<NodeTable> tables, int chunkBytes)
    {
        List<TextRows> rows = [];
        long bytes = 0;
        foreach (NodeTable table in tables)
        {
            TextValues[] fields = [.. definition.FieldsOf(table).Select(field => new TextValues(table, definition.Fields[field].Property))];
            if (fields.Length == 0) continue;
            int first = 0;
            for (int row = 0; row < table.Count; row++)
            {
                foreach (TextValues texts in fields) bytes += Length(texts, row);
                if (bytes < chunkBytes) continue;
                rows.Add(new(table, first, row + 1 - first));
                yield return new([.. rows]);
                rows.Clear();
                (first, bytes) = (row + 1, 0);
            }

            if (first < table.Count) rows.Add(new(table, first, table.Count - first));
        }

        if (rows.Count > 0) yield return new(rows);
    }

    private static long Length(TextValues texts, int row)
    {
        long length = 0;
        int count = texts.Count(row);
        for (int i = 0; i < count; i++) length += texts.Utf8(row, i).Length;
        return length;
    }
}
