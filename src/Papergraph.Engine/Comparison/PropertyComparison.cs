using System.Collections;
using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Engine.Comparison;

/// <summary>Compares rows of a table before with rows of a table after, property by property.</summary>
internal sealed class PropertyComparison
{
    private readonly Table? _before, _after;
    private readonly (string Name, Column? Before, Column? After)[] _properties;

    /// <param name="before">The table before, or null when there was none.</param>
    /// <param name="after">The table after, or null when there is none.</param>
    public PropertyComparison(Table? before, Table? after)
    {
        (_before, _after) = (before, after);
        _properties = [.. NamesOf(before).Union(NamesOf(after), StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => (name, OnlyColumn(before, name), OnlyColumn(after, name)))];
    }

    /// <summary>Whether all properties have equal values.</summary>
    public bool AreEqual(long before, long after)
    {
        foreach ((string name, Column? first, Column? second) in _properties)
        {
            bool equal = first is not null && second is not null
                ? AreEqual(first, before, second, after)
                : AreEqual(_before?.Value(before, name), _after?.Value(after, name));
            if (!equal) return false;
        }

        return true;
    }

    /// <summary>The properties that have not, with their values. A row of null stands for one without properties.</summary>
    public IReadOnlyList<PropertyChange> Changes(long? before, long? after)
    {
        List<PropertyChange> changes = [];
        foreach ((string name, _, _) in _properties)
        {
            object? was = before is { } b ? _before?.Value(b, name) : null, now = after is { } a ? _after?.Value(a, name) : null;
            if (!AreEqual(was, now)) changes.Add(new PropertyChange(name, was, now));
        }

        return changes;
    }

    /// <summary>A hash of the values of a row before; rows with equal values have equal ones.</summary>
    public ulong HashBefore(long row) => Hash(_properties.Select(p => (p.Name, _before?.Value(row, p.Name))));

    /// <summary>A hash of the values of a row after.</summary>
    public ulong HashAfter(long row) => Hash(_properties.Select(p => (p.Name, _after?.Value(row, p.Name))));

    private static ulong Hash(IEnumerable<(string Name, object? Value)> values) => StableHash.Hash64(
        string.Join('\0', values.Where(v => v.Value is not null).Select(v => v.Name + "=" + PropertyText.Of(v.Value!))));

    /// <summary>The column of a name, unless several types have the name.</summary>
    private static Column? OnlyColumn(Table? table, string name) =>
        table is not null && table.Columns.Count(c => c.Name == name) == 1 ? table.Column(name) : null;

    private static IEnumerable<string> NamesOf(Table? table) => table?.Columns.Select(c => c.Name) ?? [];

    private static bool AreEqual(Column first, long before, Column second, long after)
    {
        bool absent = first.IsNull(before);
        if (absent || second.IsNull(after)) return absent == second.IsNull(after);
        return (first, second) switch
        {
            (StringColumn a, StringColumn b) => a.Utf8(before).SequenceEqual(b.Utf8(after)),
            (Int64Column a, Int64Column b) => a[before] == b[after],
            // By bits, as they are stored: every NaN equals itself, and 0 is not −0.
            (DoubleColumn a, DoubleColumn b) => BitsOf(a[before]) == BitsOf(b[after]),
            (BooleanColumn a, BooleanColumn b) => a[before] == b[after],
            _ => AreEqual(first.Value(before), second.Value(after)),
        };
    }

    private static bool AreEqual(object? first, object? second) => (first, second) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (double a, double b) => BitsOf(a) == BitsOf(b),
        (Array a, Array b) => a.GetType() == b.GetType() && a.Length == b.Length && ItemsAreEqual(a, b),
        _ => first.Equals(second),
    };

    private static bool ItemsAreEqual(Array first, Array second)
    {
        IEnumerator other = second.GetEnumerator();
        foreach (object item in first)
            if (!other.MoveNext() || !AreEqual(item, other.Current)) return false;
        return true;
    }

    private static long? BitsOf(double? value) => value is { } number ? BitConverter.DoubleToInt64Bits(number) : null;
}
