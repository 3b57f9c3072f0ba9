namespace Papergraph.Store;

/// <summary>What a constraint demands.</summary>
/// <remarks>The numbers are written to disk (<c>docs/formats/store.md</c>) and never change.</remarks>
public enum ConstraintKind
{
    /// <summary>No two nodes of the label have the same values in all of the properties. A node that lacks one of them is free.</summary>
    Unique = 1,

    /// <summary>Every node of the label, or edge of the type, has a value in the property.</summary>
    Exists = 2,
}
