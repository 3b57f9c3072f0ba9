using System.Numerics;

namespace Papergraph.Store;

/// <summary>The values of one property for all rows of a table. Every access is O(1); safe for any number of threads.</summary>
/// <remarks>A row is the number of a node in its table (<c>node - table.FirstNode</c>) or the position of an edge in its table
/// (<see cref="Adjacency.Positions"/>).</remarks>
public abstract class Column
{
    /// <summary>Number of rows of a zone; see <c>Scan</c> of the columns whose values have an order.</summary>
    public const int ZoneSize = 4096;

    private readonly Section? _nulls;

    private protected Column(ColumnSource source)
    {
        (Name, Type, Count, NullCount) = (source.Layout.Name, source.Layout.Type, source.Rows, source.Layout.NullCount);
        if (NullCount > Count) throw source.Sections.Fault($"{source.Name} has {NullCount} nulls in {Count} rows");
        if (source.Layout.Nulls is { } section) _nulls = source.Sections.Take(section, BitVector.SizeOf(Count), source.Name + ", nulls");
        ZoneMap = source.Zones();
    }

    /// <summary>Name of the property.</summary>
    public string Name { get; }

    /// <summary>Type of the values.</summary>
    public PropertyType Type { get; }

    /// <summary>Number of rows.</summary>
    public long Count { get; }

    /// <summary>Number of rows that have no value.</summary>
    public long NullCount { get; }

    /// <summary>Whether the row has no value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="StoreException">The file is damaged here.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public bool IsNull(long row)
    {
        if ((ulong)row >= (ulong)Count) throw new ArgumentOutOfRangeException(nameof(row), row, $"Column '{Name}' has {Count} rows.");
        return _nulls is not null && BitVector.Read(_nulls, row);
    }

    /// <summary>The value of the row, boxed, or null: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
    /// <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, or an array of one of the first four.</summary>
    /// <inheritdoc cref="IsNull" path="/exception"/>
    public abstract object? Value(long row);

    /// <summary>Reads which of the rows from <paramref name="first"/> on have no value: bit i modulo 64 of word i / 64, lowest first, is
    /// set when row <paramref name="first"/> + i has none.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="into">Takes the bits; a word for each 64 rows begun.</param>
    /// <returns>Number of rows without a value. If it is 0, the words are 0.</returns>
    /// <exception cref="ArgumentException"><paramref name="into"/> is too short.</exception>
    /// <inheritdoc cref="IsNull" path="/exception"/>
    public int ReadNulls(long first, int count, Span<ulong> into)
    {
        ThrowIfNoRows(first, count);
        int words = (count + 63) >> 6;
        if (into.Length < words) throw new ArgumentException($"{count} rows take {words} words.", nameof(into));
        into[..words].Clear();
        if (_nulls is null) return 0;
        int nulls = 0;
        for (int word = 0; word < words; word++)
        {
            into[word] = _nulls.ReadBits(first + (word * 64), Math.Min(64, count - (word * 64)));
            nulls += BitOperations.PopCount(into[word]);
        }

        return nulls;
    }

    /// <summary>The bounds of the zones, where the segment has them.</summary>
    internal ZoneMap? ZoneMap { get; }

    /// <summary>Goes through all values once and says what statistics and zones are to say.</summary>
    internal abstract ColumnSurvey Survey();

    private protected void ThrowIfNoRows(long first, int count)
    {
        if ((ulong)first > (ulong)Count || (ulong)count > (ulong)(Count - first))
            throw new ArgumentOutOfRangeException(nameof(first), first, $"Column '{Name}' has {Count} rows: not {count} from here.");
    }

    /// <summary>The one run of all rows: what a scan without zones has to look at.</summary>
    private protected IEnumerable<RowRange> AllRows => Count > 0 ? [new(0, Count)] : [];

    /// <summary>Reports whatever does not hold in the column.</summary>
    internal void Verify(FaultList faults)
    {
        faults.Check(() =>
        {
            if (_nulls is not null && BitVector.CountSet(_nulls, Count) is long nulls && nulls != NullCount)
                throw _nulls.Fault($"{nulls} rows are null in place of {NullCount}");
        });
        VerifyValues(faults);
    }

    private protected abstract void VerifyValues(FaultList faults);
}
