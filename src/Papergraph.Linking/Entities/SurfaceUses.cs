using System.Runtime.InteropServices;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>How often each surface stands for each name.</summary>
/// <remarks>Nearly always it stands for its own name, so those counts lie in an array; only expanded short forms need a look-up.</remarks>
internal sealed class SurfaceUses(SurfaceTable surfaces)
{
    private readonly List<int> _own = [];
    private readonly Dictionary<(int Surface, int Name), int> _expanded = [];

    /// <summary>Counts one mention.</summary>
    public void Add(int surface, EntityType type, int name)
    {
        if (name != surfaces.NameOf(surface, type))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_expanded, (surface, name), out _)++;
            return;
        }

        int at = (surface * SurfaceTable.Types) + (int)type;
        if (at >= _own.Count) CollectionsMarshal.SetCount(_own, surfaces.Count * SurfaceTable.Types);
        _own[at]++;
    }

    /// <summary>All counts above zero, in an order that means nothing.</summary>
    public IEnumerable<(int Surface, int Name, int Count)> All()
    {
        for (int at = 0; at < _own.Count; at++)
        {
            if (_own[at] == 0) continue;
            int surface = at / SurfaceTable.Types;
            yield return (surface, surfaces.NameOf(surface, (EntityType)(at % SurfaceTable.Types)), _own[at]);
        }

        foreach (((int surface, int name), int count) in _expanded) yield return (surface, name, count);
    }
}
