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
            (StringColumn from, StringColumnWriter to) => row => { if (from[row] is { } value) to.Append(value); },
            (Int64Column from, Int64ColumnWriter to) => row => { if (from[row] is { } value) to.Append(value); },
            (DoubleColumn from, DoubleColumnWriter to) => row => { if (from[row] is { } value) to.Append(value); },
            (BooleanColumn from, BooleanColumnWriter to) => row => { if (from[row] is { } value) to.Append(value); },
            (DateColumn from, DateColumnWriter to) => row => { if (from[row] is { } value) to.Append(value); },
            (DateTimeColumn from, DateTimeColumnWriter to) => row => { if (from[row] is { } value) to.Append(value); },
            (StringListColumn from, StringListColumnWriter to) => row => { if (from[row] is { } value) to.Append(value); },
            (Int64ListColumn from, Int64ListColumnWriter to) => row => { if (from[row] is { } value) to.Append(value); },
            (DoubleListColumn from, DoubleListColumnWriter to) => row => { if (from[row] is { } value) to.Append(value); },
            (BooleanListColumn from, BooleanListColumnWriter to) => row => { if (from[row] is { } value) to.Append(value); },
            _ => throw new UnreachableException(),
        };
    }
}
