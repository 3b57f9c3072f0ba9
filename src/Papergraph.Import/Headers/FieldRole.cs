namespace Papergraph.Import.Headers;

/// <summary>What the fields of one column are for.</summary>
internal enum FieldRole
{
    /// <summary>Not read: <c>:IGNORE</c>, or a column without a name and a type.</summary>
    Ignored,

    /// <summary>A value of a property.</summary>
    Property,

    /// <summary>The id of the node, or one part of it where a header has several.</summary>
    Id,

    /// <summary>Labels of the node.</summary>
    Label,

    /// <summary>The id of the node that the relationship begins at.</summary>
    StartId,

    /// <summary>The id of the node that the relationship ends at.</summary>
    EndId,

    /// <summary>The type of the relationship.</summary>
    Type,
}
