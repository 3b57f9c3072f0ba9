using System.Diagnostics;

namespace Papergraph.Store;

/// <summary>Copies the values of columns to the table being written, row by row.</summary>
internal static class CopiedColumn
{
    /// <summary>What gives the row added last the values of a row of the source: one action a column, which takes the number of the row.
    /// Columns without any value need not be written.</summary>
    public static Action<long>[] Of(Table table, TableWriter target) => [.. Named(table, target).Select(column => column.Copy)];

    /// <summary>The same with the names of the properties.</summary>
    public static IEnumerable<(string Name, Action<long> Copy)> Named(Table table, TableWriter target) =>
        table.Columns.Where(column => column.NullCount < table.LiveCount).Select(column => (column.Name, Of(column, target)));

    private static Action<long> Of(Column source, TableWriter target)
    {
        ColumnWriter column = target.Column(new(source.Name, source.Type));
        return (source, column) switch
        {
            (StringColumn from, StringColumnWriter to) => Copying(row => from[row], to.Append),
            (Int64Column from, Int64ColumnWriter to) => Copying(row => from[row], to.Append),
            (DoubleColumn from, DoubleColumnWriter to) => Copying(row => from[row], to.Append),
            (BooleanColumn from, BooleanColumnWriter to) => Copying(row => from[row], to.Append),
            (DateColumn from, DateColumnWriter to) => Copying(row => from[row], to.Append),
            (DateTimeColumn from, DateTimeColumnWriter to) => Copying(row => from[row], to.Append),
            (StringListColumn from, StringListColumnWriter to) => Copying(row => from[row], to.Append),
            (Int64ListColumn from, Int64ListColumnWriter to) => Copying(row => from[row], to.Append),
            (DoubleListColumn from, DoubleListColumnWriter to) => Copying(row => from[row], to.Append),
            (BooleanListColumn from, BooleanListColumnWriter to) => Copying(row => from[row], to.Append),
            _ => throw new UnreachableException(),
        };
    }

    private static Action<long> Copying<T>(Func<long, T?> read, Action<T> append) where T : class => row =>
    {
        if (read(row) is { } value) append(value);
    };

    private static Action<long> Copying<T>(Func<long, T?> read, Action<T> append) where T : struct => row =>
    {
        if (read(row) is { } value) append(value);
    };
}
