namespace Papergraph.Store;

/// <summary>The properties of one node or edge that were set or removed since the segment was written. Immutable.</summary>
internal sealed class PropertyChanges
{
    public static readonly PropertyChanges None = new([]);

    // In ordinal order of the names, null where the property was removed. An entity has a handful: an array is the smallest and fastest.
    private readonly (string Name, object? Value)[] _entries;

    private PropertyChanges((string Name, object? Value)[] entries) => _entries = entries;

    public ReadOnlySpan<(string Name, object? Value)> Entries => _entries;

    /// <summary>Whether the property was set or removed, and its value, null when it was removed.</summary>
    public bool TryGet(string name, out object? value)
    {
        int place = Find(name);
        value = place >= 0 ? _entries[place].Value : null;
        return place >= 0;
    }

    /// <summary>The changes with this value of the property in place of what it had.</summary>
    public PropertyChanges With(string name, object? value)
    {
        int place = Find(name);
        if (place < 0) return new([.. _entries[..~place], (name, value), .. _entries[~place..]]);
        (string, object?)[] replaced = [.. _entries];
        replaced[place] = (name, value);
        return new(replaced);
    }

    /// <summary>The changes without this one, for a property that has no value to come back.</summary>
    public PropertyChanges Without(string name)
    {
        int place = Find(name);
        return place < 0 ? this : _entries.Length == 1 ? None : new([.. _entries[..place], .. _entries[(place + 1)..]]);
    }

    private int Find(string name)
    {
        (int low, int high) = (0, _entries.Length - 1);
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(_entries[middle].Name, name);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}
