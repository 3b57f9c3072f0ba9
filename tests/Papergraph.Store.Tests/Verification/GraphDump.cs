using System.Collections;
using System.Globalization;
using System.Text;

namespace Papergraph.Store.Tests;

/// <summary>Everything that a reader gives, as one text.</summary>
internal static class GraphDump
{
    public static string Of(GraphReader reader, int mostRows = int.MaxValue)
    {
        StringBuilder dump = new();
        dump.Append(CultureInfo.InvariantCulture, $"{reader.Version} {reader.NodeCount} {reader.EdgeCount}\n");
        dump.AppendJoin(',', reader.Labels);
        foreach ((string key, string value) in reader.Metadata) dump.Append(key).Append('=').Append(value);
        int nodes = Math.Min(mostRows, reader.NodeBound);
        foreach (NodeTable table in reader.NodeTables)
        {
            dump.AppendJoin(':', table.Labels).Append(table.FirstNode).Append(table.Count);
            AppendColumns(dump, table, Math.Min(table.RowBound, mostRows));
        }

        foreach (EdgeTable table in reader.EdgeTables)
        {
            dump.Append(table.Type).Append(table.Count);
            AppendColumns(dump, table, Math.Min(table.RowBound, mostRows));
            for (int node = 0; node < nodes; node++)
            {
                AppendEdges(dump, table.Outgoing, node);
                AppendEdges(dump, table.Incoming, node);
            }
        }

        foreach (string name in reader.BlobNames)
        {
            foreach (ReadOnlyMemory<byte> blob in reader.Blobs(name).Take(mostRows))
                dump.Append(Convert.ToHexString(blob.Span)).Append('|');
        }

        foreach ((string label, string property) in reader.KeyIndexes)
        {
            for (int i = 0; i < 12; i++) dump.Append(label).AppendJoin(',', reader.FindNodes(label, property, $"doi:10.1/{i}"));
        }

        foreach (IndexDefinition index in reader.Indexes)
        {
            dump.Append(index);
            if (index.Kind == IndexKind.Range) dump.AppendJoin(',', reader.FindRange(index.Name, ValueRange.All).Take(mostRows));
            for (long i = 0; i < 9; i++) dump.Append('|').AppendJoin(',', reader.Find(index.Name, i * 1000));
        }

        dump.AppendJoin(',', reader.Constraints);
        foreach (IndexDefinition index in reader.Indexes.Where(index => index.Kind == IndexKind.Range))
            dump.Append(index.Name).AppendJoin(',', reader.FindRange(index.Name, ValueRange.All).Take(mostRows));

        foreach (NameIndex index in reader.NameIndexNames.Select(reader.NameIndex))
        {
            foreach (IndexedTerm name in index.NamesByPrefix("", mostRows))
                dump.Append(name).AppendJoin(',', index.NodesNamed(name.Text).ToArray());
        }

        foreach (FullTextIndex index in reader.FullTextIndexNames.Select(reader.FullTextIndex))
        {
            foreach (string query in (string[])["a*", "p*", "the same", "\"paper 3\"", "anothr~"])
            {
                FullTextResult result = index.Search(query, 1000);
                dump.Append(query).AppendJoin(',', result.Hits);
                foreach (FullTextHit hit in result.Hits)
                    dump.AppendJoin('|', result.Snippets(hit.Node).Select(s => $"{s.Field} {s.Text} {string.Join(' ', s.Marks)}"));
            }
        }

        return dump.ToString();
    }

    private static void AppendEdges(StringBuilder dump, Adjacency adjacency, int node)
    {
        dump.Append('\n').AppendJoin(' ', adjacency.Neighbours(node).ToArray());
        EdgePositions positions = adjacency.Positions(node);
        for (int i = 0; i < positions.Count; i++) dump.Append('@').Append(positions[i]);
    }

    private static void AppendColumns(StringBuilder dump, Table table, long rows)
    {
        foreach (Column column in table.Columns)
        {
            dump.Append('\n').Append(column.Name).Append(column.Type).Append(column.NullCount);
            for (long row = 0; row < rows; row++)
            {
                object? value = column.Value(row);
                dump.Append('|');
                if (value is IEnumerable list and not string) dump.AppendJoin(',', list.Cast<object>());
                else dump.Append(CultureInfo.InvariantCulture, $"{value ?? "null"}");
            }
        }
    }
}
