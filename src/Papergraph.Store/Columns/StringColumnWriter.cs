namespace Papergraph.Store;

/// <summary>Takes strings. A lone surrogate is stored as U+FFFD.</summary>
public sealed class StringColumnWriter : ColumnWriter
{
    private readonly StringVectorWriter _values;

    internal StringColumnWriter(TableWriter table, string name) : this(table, name, new())
    {
    }

    private StringColumnWriter(TableWriter table, string name, StringVectorWriter values)
        : base(table, name, PropertyType.String, values) =>
        _values = values;

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <exception cref="ArgumentNullException">The text is null; see <see cref="ColumnWriter.AppendNull"/>.</exception>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        BeginValue();
        _values.Add(text);
    }

    /// <summary>Gives the row added last its value; rows passed over are null.</summary>
    /// <param name="utf8">The text as valid UTF-8, which is copied and not checked: <c>verify</c> reports what is none.</param>
    /// <exception cref="InvalidOperationException">There is no row, the row has an entry already, or the table is finished.</exception>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        BeginValue();
        _values.Add(utf8);
    }
}
