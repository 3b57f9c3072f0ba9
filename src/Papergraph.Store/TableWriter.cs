namespace Papergraph.Store;

/// <summary>What node tables and edge tables have in common while they are written: rows with typed columns.</summary>
/// <remarks>A column may be created at any time; rows that it was given no value for are null in it.</remarks>
public abstract class TableWriter
{
    private protected TableWriter()
    {
    }

    /// <summary>The column of strings of this name, created on first call.</summary>
    /// <exception cref="ArgumentException">The name is empty or belongs to a column of another type.</exception>
    public StringColumnWriter String(string name) => throw new NotImplementedException();

    /// <summary>The column of 64-bit whole numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public Int64ColumnWriter Int64(string name) => throw new NotImplementedException();

    /// <summary>The column of floating-point numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DoubleColumnWriter Double(string name) => throw new NotImplementedException();

    /// <summary>The column of truth values of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public BooleanColumnWriter Boolean(string name) => throw new NotImplementedException();

    /// <summary>The column of dates of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DateColumnWriter Date(string name) => throw new NotImplementedException();

    /// <summary>The column of instants of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DateTimeColumnWriter DateTime(string name) => throw new NotImplementedException();

    /// <summary>The column of lists of strings of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public StringListColumnWriter StringList(string name) => throw new NotImplementedException();

    /// <summary>The column of lists of 64-bit whole numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public Int64ListColumnWriter Int64List(string name) => throw new NotImplementedException();

    /// <summary>The column of lists of floating-point numbers of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public DoubleListColumnWriter DoubleList(string name) => throw new NotImplementedException();

    /// <summary>The column of lists of truth values of this name, created on first call.</summary>
    /// <inheritdoc cref="String" path="/exception"/>
    public BooleanListColumnWriter BooleanList(string name) => throw new NotImplementedException();
}
