using Papergraph.Import.Rows;
using Papergraph.Store;

namespace Papergraph.Import.Loading;

/// <summary>Rows for one table, held until the table can be written: a version takes one table after the other.</summary>
internal sealed class TableRows
{
    private readonly List<(RowBatch Batch, int[] Rows)> _parts = [];
    private readonly HashSet<(string Property, PropertyType Type)> _columns = [];

    /// <summary>Number of rows so far, held or written.</summary>
    public int Count { get; private set; }

    /// <summary>Whether rows may have a property of this type.</summary>
    public bool Has(string property, PropertyType type) => _columns.Contains((property, type));

    /// <summary>Says which properties the rows to come may have.</summary>
    public void Declare(RowBatch batch)
    {
        foreach (ColumnBatch column in batch.Columns) _columns.Add((column.Name, column.Type));
    }

    /// <summary>Counts a row that is not held, and says which it is.</summary>
    public int Next() => Count++;

    /// <summary>Holds rows of a batch.</summary>
    public void Hold(RowBatch batch, int[] rows) => _parts.Add((batch, rows));

    /// <summary>Writes the rows held to the table and lets go of them.</summary>
    /// <param name="table">The table.</param>
    /// <param name="begin">Adds a row to it.</param>
    public void Write(TableWriter table, Action<RowBatch, int> begin)
    {
        foreach ((RowBatch batch, int[] rows) in _parts) Write(table, batch, rows, begin);
        _parts.Clear();
    }

    /// <summary>Writes rows of a batch to a table.</summary>
    public static void Write(TableWriter table, RowBatch batch, ReadOnlySpan<int> rows, Action<RowBatch, int> begin)
    {
        ColumnBatch[] columns = [.. batch.Columns];
        foreach (ColumnBatch column in columns) column.Bind(table);
        foreach (int row in rows)
        {
            begin(batch, row);
            foreach (ColumnBatch column in columns) column.Write(row);
        }
    }
}
