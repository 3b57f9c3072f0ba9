using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Papergraph.Store;

/// <summary>A persistent map from ids to objects: a radix tree over five bits of the id a level, whose nodes hold only the slots in
/// use.</summary>
/// <remarks>Why not <c>ImmutableDictionary</c>: a lookup that finds nothing, which is what a scan over unchanged rows makes, ends at the
/// first empty slot; the entries come in the order of their ids; and an entry takes a fraction of the memory. Immutable, so that every
/// state of a graph keeps its own at no cost. Bagwell, “Ideal Hash Trees”, EPFL 2001, with the id in place of the hash.</remarks>
/// <typeparam name="T">What the ids stand for.</typeparam>
internal sealed class IdMap<T> where T : class
{
    private const int Bits = 5, Mask = (1 << Bits) - 1, MaxWidth = 60;

    public static readonly IdMap<T> Empty = new(null, 0, 0);

    private readonly Node? _root;

    // Number of bits of an id that the tree distinguishes; ids beyond are not in it.
    private readonly int _width;

    private IdMap(Node? root, int width, int count) => (_root, _width, Count) = (root, width, count);

    /// <summary>Number of entries.</summary>
    public int Count { get; }

    public bool IsEmpty => _root is null;

    /// <summary>The object of the id, or null.</summary>
    public T? Find(long id)
    {
        if (_root is null || id >> _width != 0) return null;
        Node node = _root;
        for (int shift = _width - Bits; ; shift -= Bits)
        {
            uint slot = 1u << ((int)(id >> shift) & Mask);
            if ((node.Used & slot) == 0) return null;
            object item = node.Items[node.Place(slot)];
            if (shift == 0) return Unsafe.As<T>(item);
            node = Unsafe.As<Node>(item);
        }
    }

    public bool TryFind(long id, [NotNullWhen(true)] out T? value) => (value = Find(id)) is not null;

    /// <summary>The map with this object for the id, in place of what was there.</summary>
    public IdMap<T> With(long id, T value)
    {
        (long, T) entry = (id, value);
        return With(new ReadOnlySpan<(long, T)>(in entry));
    }

    /// <summary>The map with all of these objects: each part of the tree that they lie in is copied once for all of them.</summary>
    /// <param name="entries">At least one; the ids rise.</param>
    public IdMap<T> With(ReadOnlySpan<(long Id, T Value)> entries)
    {
        long last = entries[^1].Id;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)last, 1UL << MaxWidth, nameof(entries));
        (Node? root, int width) = (_root, _width);
        if (root is null)
        {
            width = Bits;
            while (last >> width != 0) width += Bits;
        }

        // Put levels above the root until the ids fit: all that is there lies in slot 0 of each.
        for (; last >> width != 0; width += Bits) root = new(1, [root!]);
        int added = 0;
        return new(Put(root, width - Bits, entries, ref added), width, Count + added);
    }

    /// <summary>The map without the id.</summary>
    public IdMap<T> Without(long id) => Find(id) is null ? this : new(Remove(_root!, _width - Bits, id), _width, Count - 1);

    /// <summary>The first entry whose id is at least this, or null for its object when there is none.</summary>
    public (long Id, T? Value) Ceiling(long id)
    {
        if (_root is null || id >> _width > 0) return (-1, null);
        return First(_root, _width - Bits, 0, Math.Max(id, 0));
    }

    /// <summary>The entries in ascending order of their ids.</summary>
    public IEnumerable<(long Id, T Value)> Entries()
    {
        for ((long id, T? value) = Ceiling(0); value is not null; (id, value) = Ceiling(id + 1)) yield return (id, value);
    }

    private static Node Put(Node? node, int shift, ReadOnlySpan<(long Id, T Value)> entries, ref int added)
    {
        uint before = node?.Used ?? 0, used = before;
        foreach ((long id, _) in entries) used |= Slot(id, shift);
        object[] items = new object[BitOperations.PopCount(used)];
        if (used == before) node!.Items.CopyTo(items, 0);
        else if (node is not null) CopyTo(node, used, items);
        while (!entries.IsEmpty)
        {
            uint slot = Slot(entries[0].Id, shift);
            int place = BitOperations.PopCount(used & (slot - 1)), count = 1;
            if (shift == 0)
            {
                if ((before & slot) == 0) added++;
                items[place] = entries[0].Value;
            }
            else
            {
                while (count < entries.Length && Slot(entries[count].Id, shift) == slot) count++;
                items[place] = Put(Unsafe.As<Node?>(items[place]), shift - Bits, entries[..count], ref added);
            }

            entries = entries[count..];
        }

        return new(used, items);
    }

    private static void CopyTo(Node node, uint used, object[] items)
    {
        int from = 0;
        for (uint slots = node.Used; slots != 0; slots &= slots - 1)
            items[BitOperations.PopCount(used & ((slots & ~(slots - 1)) - 1))] = node.Items[from++];
    }

    private static uint Slot(long id, int shift) => 1u << ((int)(id >> shift) & Mask);

    private static Node? Remove(Node node, int shift, long id)
    {
        uint slot = 1u << ((int)(id >> shift) & Mask);
        int place = node.Place(slot);
        Node? below = shift == 0 ? null : Remove(Unsafe.As<Node>(node.Items[place]), shift - Bits, id);
        if (below is not null)
        {
            object[] replaced = [.. node.Items];
            replaced[place] = below;
            return new(node.Used, replaced);
        }

        return node.Items.Length == 1 ? null : new(node.Used & ~slot, [.. node.Items[..place], .. node.Items[(place + 1)..]]);
    }

    /// <summary>The first entry from an id on in the part of the tree whose ids begin with <paramref name="prefix"/>.</summary>
    private static (long Id, T? Value) First(Node node, int shift, long prefix, long from)
    {
        long least = (Math.Max(from, prefix) - prefix) >> shift;
        for (uint slots = least > Mask ? 0 : node.Used & (uint.MaxValue << (int)least); slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            object item = node.Items[node.Place(1u << slot)];
            long id = prefix + ((long)slot << shift);
            if (shift == 0) return (id, Unsafe.As<T>(item));
            (long Id, T? Value) found = First(Unsafe.As<Node>(item), shift - Bits, id, from);
            if (found.Value is not null) return found;
        }

        return (-1, null);
    }

    /// <param name="used">The slots in use, a bit each.</param>
    /// <param name="items">What lies in them, in order: nodes, or at the last level the objects.</param>
    private sealed class Node(uint used, object[] items)
    {
        public uint Used { get; } = used;

        public object[] Items { get; } = items;

        public int Place(uint slot) => BitOperations.PopCount(Used & (slot - 1));
    }
}
