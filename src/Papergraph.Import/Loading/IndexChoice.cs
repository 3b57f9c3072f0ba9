using Papergraph.Store;

namespace Papergraph.Import.Loading;

/// <summary>Gives an imported graph the indexes that looking things up needs: its texts that are ids, and its names.</summary>
internal static class IndexChoice
{
    /// <param name="writer">The version.</param>
    /// <param name="tables">Its node tables.</param>
    /// <param name="groups">The groups that the nodes came from.</param>
    /// <param name="options">Which properties hold names.</param>
    public static void Declare(
        SegmentWriter writer, IReadOnlyList<(IReadOnlyList<string> Labels, IReadOnlyDictionary<string, PropertyType> Types)> tables,
        IReadOnlyList<InputGroup> groups, ImportOptions options)
    {
        string[] labels = [.. tables.SelectMany(table => table.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        HashSet<string> ids = new(StringComparer.Ordinal) { "id" };
        foreach (Headers.HeaderField field in groups.SelectMany(group => group.Header.Fields))
        {
            if (field.Role == Headers.FieldRole.Id && field.Name.Length > 0) ids.Add(field.Name);
        }

        foreach (string label in labels)
        {
            foreach (string property in ids.Order(StringComparer.Ordinal))
            {
                if (HoldsTexts(tables, label, property)) writer.AddKeyIndex(label, property);
            }
        }

        writer.AddNameIndex(
            options.NameIndex,
            labels.SelectMany(label => options.NameProperties
                .Where(property => HoldsTexts(tables, label, property))
                .Select(property => (label, property))));
    }

    /// <summary>Whether the property of all nodes of a label that have it is a text or a list of texts.</summary>
    private static bool HoldsTexts(
        IEnumerable<(IReadOnlyList<string> Labels, IReadOnlyDictionary<string, PropertyType> Types)> tables, string label, string property)
    {
        PropertyType[] types =
        [
            .. tables.Where(table => table.Labels.Contains(label, StringComparer.Ordinal) && table.Types.ContainsKey(property))
                .Select(table => table.Types[property]),
        ];
        return types.Length > 0 && types.All(type => type is PropertyType.String or PropertyType.StringList);
    }
}
