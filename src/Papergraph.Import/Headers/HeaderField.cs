using Papergraph.Store;

namespace Papergraph.Import.Headers;

/// <summary>One column of a header.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Name">Key of the property that the values become, or empty.</param>
/// <param name="Type">Type of that property.</param>
/// <param name="TypeName">The type as the header has it, for messages.</param>
/// <param name="Group">The id group of an id, empty for the one that all share.</param>
/// <param name="IdType">What ids of this column are, where the header says it.</param>
/// <param name="Offset">What local times are behind UTC, for times.</param>
internal sealed record HeaderField(
    FieldRole Role, string Name, PropertyType Type, string TypeName, string Group, IdType? IdType, TimeSpan Offset)
{
    /// <summary>What messages call the column.</summary>
    public string Display => Role switch
    {
        FieldRole.Property => Name,
        FieldRole.Id => Name + ":ID",
        FieldRole.StartId => ":START_ID",
        FieldRole.EndId => ":END_ID",
        FieldRole.Label => ":LABEL",
        FieldRole.Type => ":TYPE",
        _ => ":IGNORE",
    };
}
