namespace Papergraph.Store;

/// <summary>The texts of a property in one node table, whether the property is a string or a list of strings.</summary>
internal readonly struct TextValues
{
    private readonly StringColumn? _single;
    private readonly StringListColumn? _lists;

    /// <summary>A table without such a property, or with one of another type, has no texts.</summary>
    public TextValues(NodeTable table, string property) => (_single, _lists) = (table.Strings(property), table.StringLists(property));

    /// <summary>Number of texts in the row.</summary>
    public int Count(int row) => IsSingle(row) ? 1 : _lists?.ElementCount(row) ?? 0;

    /// <summary>The UTF-8 form of one text of the row.</summary>
    public ReadOnlySpan<byte> Utf8(int row, int index) => IsSingle(row) ? _single!.Utf8(row) : _lists!.Utf8(row, index);

    public bool Contains(int row, ReadOnlySpan<byte> value)
    {
        int count = Count(row);
        for (int i = 0; i < count; i++)
        {
            if (Utf8(row, i).SequenceEqual(value)) return true;
        }

        return false;
    }

    /// <summary>A property may have a column of either type; a row has a value in one of them.</summary>
    private bool IsSingle(int row) => _single is not null && !_single.IsNull(row);
}
