namespace Papergraph.Store;

/// <summary>What an index of values can answer.</summary>
/// <remarks>The numbers are written to disk (<c>docs/formats/store.md</c>) and never change.</remarks>
public enum IndexKind
{
    /// <summary>Which entities have a value: one look, whatever the size. A list is found under each of its elements.</summary>
    Hash = 1,

    /// <summary>Which entities have a value, lie between two values or begin with a text, in order. Lists are not in it.</summary>
    Range = 2,
}
