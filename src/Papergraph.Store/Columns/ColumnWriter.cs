using System.Diagnostics;

namespace Papergraph.Store;

/// <summary>Takes the values of one column of the table being written.</summary>
public abstract class ColumnWriter
{
    private readonly TableWriter _table;
    private readonly VectorWriter _values;
    private readonly BitBuffer _nulls = new();

    // Lists only: one more than the rows that have an entry; the elements of row r are [r] to [r + 1].
    private readonly List<int> _listStarts = [0];

    private protected ColumnWriter(TableWriter table, string name, PropertyType type, VectorWriter values) =>
        (_table, Name, Type, _values) = (table, name, type, values);

    /// <summary>Name of the property.</summary>
    public string Name { get; }

    /// <summary>Type of the values.</summary>
    public PropertyType Type { get; }

    /// <summary>All columns of the table that have this name, this one too, where there are several; else none.</summary>
    internal ColumnWriter[] Namesakes { get; set; } = [];

    /// <summary>Says that the row added last has no value in this column; leaving it out says the same.</summary>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void AppendNull() => PadWithNulls(FreeRow() + 1);

    internal ColumnLayout Write(SegmentFileWriter file, int rows, RowOrder order)
    {
        PadWithNulls(rows);
        Debug.Assert(_nulls.Count == rows, "A column has one entry a row.");
        BitBuffer? nulls = _nulls.SetCount == 0 ? null : _nulls.InOrder(order);
        int? nullSection = nulls is null ? null : file.WriteSection(nulls.Bytes);
        if (!Type.IsList()) return new(Name, Type, _nulls.SetCount, nullSection, null, _values.Write(file, order, nulls));
        (long[] offsets, RowOrder elements) = ArrangeLists(rows, order);
        ListLayout lists = new(_values.Count, PackedIntegerWriter.Write(file, offsets));
        return new(Name, Type, _nulls.SetCount, nullSection, lists, _values.Write(file, elements, null));
    }

    /// <summary>Makes the row added last the one that the next value belongs to.</summary>
    private protected void BeginValue()
    {
        int row = FreeRow();
        foreach (ColumnWriter namesake in Namesakes)
        {
            if (namesake.HasValue(row))
                throw new InvalidOperationException($"Row {row} has a value of another type in column '{Name}' already.");
        }

        PadWithNulls(row);
        _nulls.Add(false);
    }

    private bool HasValue(int row) => row < _nulls.Count && !_nulls[row];

    /// <summary>Ends a list whose elements were added since <see cref="BeginValue"/>.</summary>
    private protected void EndList() => _listStarts.Add(_values.Count);

    private int FreeRow()
    {
        int row = _table.CurrentRow;
        return _nulls.Count <= row ? row : throw new InvalidOperationException($"Row {row} has an entry in column '{Name}' already.");
    }

    private void PadWithNulls(int rows)
    {
        while (_nulls.Count < rows)
        {
            if (Type.IsList()) EndList();
            else _values.AddDefault();
            _nulls.Add(true);
        }
    }

    private (long[] Offsets, RowOrder Elements) ArrangeLists(int rows, RowOrder order)
    {
        long[] offsets = new long[rows + 1];
        int[]? elements = order.Rows is null ? null : new int[_values.Count];
        int filled = 0;
        for (int position = 0; position < rows; position++)
        {
            int row = order[position];
            for (int element = _listStarts[row]; element < _listStarts[row + 1]; element++, filled++)
            {
                if (elements is not null) elements[filled] = element;
            }

            offsets[position + 1] = filled;
        }

        return (offsets, new(elements));
    }
}
