namespace Papergraph.Store;

/// <summary>One index of one state of the graph: the part that lies in the segment, and what changed since. Immutable, so that every
/// state keeps its own at no cost.</summary>
internal abstract class IndexState
{
    /// <summary>The index after one node or edge has come, gone or changed.</summary>
    /// <param name="kind">Whether it is a node or an edge.</param>
    /// <param name="id">Id of the node, or position of the edge in the table of its type.</param>
    /// <param name="before">As it was when this state was made, or null when it was not there.</param>
    /// <param name="after">As it is now, or null when it is gone.</param>
    internal abstract IndexState With(EntityKind kind, long id, IEntityImage? before, IEntityImage? after);
}
