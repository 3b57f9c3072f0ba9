using System.Collections;

namespace Papergraph.Store;

/// <summary>The rows of a table that are not dead, ascending; enumerating them allocates nothing.</summary>
public readonly struct LiveRows : IEnumerable<long>, IEquatable<LiveRows>
{
    private readonly Table _table;

    internal LiveRows(Table table) => _table = table;

    /// <summary>Begins before the first row.</summary>
    public Enumerator GetEnumerator() => new(_table);

    /// <inheritdoc/>
    public bool Equals(LiveRows other) => ReferenceEquals(_table, other._table);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LiveRows other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _table.GetHashCode();

    /// <summary>Whether both are the rows of one table.</summary>
    public static bool operator ==(LiveRows left, LiveRows right) => left.Equals(right);

    /// <summary>Whether they are the rows of different tables.</summary>
    public static bool operator !=(LiveRows left, LiveRows right) => !left.Equals(right);

    IEnumerator<long> IEnumerable<long>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through the rows.</summary>
    public struct Enumerator : IEnumerator<long>
    {
        private readonly Table _table;
        private readonly bool _allLive;
        private readonly long _bound;

        internal Enumerator(Table table) =>
            (_table, _allLive, _bound, Current) = (table, table.LiveCount == table.RowBound, table.RowBound, -1);

        /// <inheritdoc/>
        public long Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (Current >= _bound) return false;
            Current = _allLive ? Current + 1 : _table.NextLive(Current + 1);
            return Current < _bound;
        }

        /// <inheritdoc/>
        public void Reset() => Current = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
