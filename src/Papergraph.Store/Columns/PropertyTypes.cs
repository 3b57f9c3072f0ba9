namespace Papergraph.Store;

internal static class PropertyTypes
{
    public static bool IsList(this PropertyType type) => type >= PropertyType.StringList;

    /// <summary>The type of the elements of a list type; any other type itself.</summary>
    public static PropertyType Element(this PropertyType type) => type switch
    {
        PropertyType.StringList => PropertyType.String,
        PropertyType.Int64List => PropertyType.Int64,
        PropertyType.DoubleList => PropertyType.Double,
        PropertyType.BooleanList => PropertyType.Boolean,
        _ => type,
    };
}
