using Papergraph.Core;

namespace Papergraph.Import.Ids;

/// <summary>The ids of one group and the nodes that have them. While nodes are read an id leads to a place, a table and a row in it;
/// <see cref="Seal"/> turns places into nodes.</summary>
/// <remarks>One thread adds; any number of threads may look ids up after <see cref="Seal"/>.</remarks>
/// <param name="group">Name of the group, empty for the one that all share.</param>
/// <param name="isInteger">Whether its ids are numbers by their type.</param>
internal sealed class IdSpace(string group, bool isInteger)
{
    private readonly NumberMap _numbers = new();
    private readonly TextMap _texts = new();
    private List<(int Table, int Row)> _places = [];

    public string Group => group;

    public bool IsInteger => isInteger;

    /// <summary>Adds the node in a row of a table, unless another has its id.</summary>
    /// <exception cref="PapergraphException">There are more ids than an array has elements.</exception>
    public bool TryAdd(NodeId id, ReadOnlySpan<byte> text, int table, int row)
    {
        if (_places.Count == Array.MaxLength)
            throw ImportErrors.OutOfRange("the number of ids of a group", _places.Count + 1L, 0, Array.MaxLength);
        bool added = id.IsNumber
            ? _numbers.TryAdd((long)id.Number, _places.Count)
            : _texts.TryAdd(text, id.Number, _places.Count);
        if (added) _places.Add((table, row));
        return added;
    }

    /// <summary>Takes no more ids: from now on each leads to its node.</summary>
    /// <param name="firstNodes">The first node of each table.</param>
    public void Seal(IReadOnlyList<int> firstNodes)
    {
        int[] nodes = new int[_places.Count];
        for (int i = 0; i < nodes.Length; i++) nodes[i] = firstNodes[_places[i].Table] + _places[i].Row;
        _places = [];
        _numbers.MapValues(nodes);
        _texts.MapValues(nodes);
    }

    /// <summary>The node that has a number as its id.</summary>
    public bool TryFind(long number, out int node) => _numbers.TryGet(number, out node);

    /// <summary>The node that has the id in a field.</summary>
    public bool TryFind(ReadOnlySpan<byte> field, out int node)
    {
        node = -1;
        return NodeId.TryRead(field, isInteger, out NodeId id)
            && (id.IsNumber ? _numbers.TryGet((long)id.Number, out node) : _texts.TryGet(field, out node));
    }
}
