using Papergraph.Import.Headers;
using Papergraph.Store;

namespace Papergraph.Import.Rows;

/// <summary>The values of one column in the rows of one chunk, until they are written to a table.</summary>
internal abstract class ColumnBatch(HeaderField header)
{
    public string Name => header.Name;

    public PropertyType Type => header.Type;

    /// <summary>Reads a field that has a value.</summary>
    /// <returns>False when the field is no value of the type; nothing was added then.</returns>
    public abstract bool TryAdd(ReadOnlySpan<byte> text);

    /// <summary>Adds a row without a value.</summary>
    public abstract void AddNull();

    /// <summary>Takes back all rows but the first ones.</summary>
    public abstract void Truncate(int rows);

    /// <summary>Begins writing to a table. A column without any value is not made.</summary>
    public abstract void Bind(TableWriter table);

    /// <summary>Writes the value of a row, if it has one, to the row that the table was given last.</summary>
    public abstract void Write(int row);

    public static ColumnBatch Create(HeaderField field, byte arrayDelimiter) => field.Type switch
    {
        PropertyType.String => new TextBatch(field),
        PropertyType.Int64 => new ScalarBatch<long, Int64ColumnWriter>(
            field, ScalarReader.TryRead, (table, name) => table.Int64(name), (column, value) => column.Append(value)),
        PropertyType.Double => new ScalarBatch<double, DoubleColumnWriter>(
            field, ScalarReader.TryRead, (table, name) => table.Double(name), (column, value) => column.Append(value)),
        PropertyType.Boolean => new ScalarBatch<bool, BooleanColumnWriter>(
            field, TryReadBoolean, (table, name) => table.Boolean(name), (column, value) => column.Append(value)),
        PropertyType.Date => new ScalarBatch<DateOnly, DateColumnWriter>(
            field, TimeReader.TryReadDate, (table, name) => table.Date(name), (column, value) => column.Append(value)),
        PropertyType.DateTime => new ScalarBatch<DateTimeOffset, DateTimeColumnWriter>(
            field, InstantReader(field.Offset), (table, name) => table.DateTime(name), (column, value) => column.Append(value)),
        PropertyType.StringList => new ListBatch<string, StringListColumnWriter>(
            field, arrayDelimiter, TryReadText, (table, name) => table.StringList(name), (column, values) => column.Append(values)),
        PropertyType.Int64List => new ListBatch<long, Int64ListColumnWriter>(
            field, arrayDelimiter, ScalarReader.TryRead, (table, name) => table.Int64List(name), (column, values) => column.Append(values)),
        PropertyType.DoubleList => new ListBatch<double, DoubleListColumnWriter>(
            field, arrayDelimiter, ScalarReader.TryRead, (table, name) => table.DoubleList(name),
            (column, values) => column.Append(values)),
        _ => new ListBatch<bool, BooleanListColumnWriter>(
            field, arrayDelimiter, TryReadBoolean, (table, name) => table.BooleanList(name), (column, values) => column.Append(values)),
    };

    private static bool TryReadBoolean(ReadOnlySpan<byte> text, out bool value)
    {
        value = ScalarReader.ReadBoolean(text);
        return true;
    }

    private static bool TryReadText(ReadOnlySpan<byte> field, out string value)
    {
        value = System.Text.Encoding.UTF8.GetString(field);
        return true;
    }

    private static ValueReader<DateTimeOffset> InstantReader(TimeSpan zone) =>
        (ReadOnlySpan<byte> field, out DateTimeOffset value) => TimeReader.TryReadInstant(field, zone, out value);
}

/// <summary>Reads a value from a field.</summary>
internal delegate bool ValueReader<T>(ReadOnlySpan<byte> field, out T value);
