using Papergraph.Import.Headers;
using Papergraph.Store;

namespace Papergraph.Import.Loading;

/// <summary>Gives an imported graph the indexes that looking things up needs: of ids, names and texts.</summary>
/// <param name="tables">The node tables of the version.</param>
/// <param name="groups">The groups that the nodes came from.</param>
/// <param name="options">Which properties hold names and texts.</param>
internal sealed class IndexChoice(
    IReadOnlyList<(string[] Labels, TableRows Rows)> tables, IReadOnlyList<InputGroup> groups, ImportOptions options)
{
    /// <summary>Asks for the indexes.</summary>
    public void Declare(SegmentWriter writer, FindingList findings)
    {
        string[] labels = [.. tables.SelectMany(table => table.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] ids = [.. Ids().Order(StringComparer.Ordinal)];
        foreach (string label in labels)
        {
            foreach (string property in ids.Where(property => HoldsIds(label, property))) writer.AddKeyIndex(label, property);
        }

        writer.AddNameIndex(
            options.NameIndex,
            labels.SelectMany(label => options.NameProperties
                .Where(property => HoldsTexts(label, property))
                .Select(property => (label, property))));

        // The first label of a node matters most; with the others its texts would be in the index once more for each.
        FullTextField[] fields =
        [
            .. tables.Where(table => table.Labels.Length > 0).Select(table => table.Labels[0]).Distinct(StringComparer.Ordinal)
                .SelectMany(label => options.TextProperties
                    .Where(text => HoldsTexts(label, text.Property))
                    .Select(text => new FullTextField(label, text.Property, text.Weight))),
        ];
        foreach (FullTextField field in fields.Skip(FullTextIndex.MostFields))
            findings.Note(ImportDiagnostics.NotSearchable(groups[0].Files[0], field.Label, field.Property, FullTextIndex.MostFields));
        if (fields.Length > 0) writer.AddFullTextIndex(options.TextIndex, fields.Take(FullTextIndex.MostFields));
    }

    private HashSet<string> Ids() =>
    [
        "id", .. groups.SelectMany(group => group.Header.Fields)
            .Where(field => field.Role == FieldRole.Id && field.Name.Length > 0)
            .Select(field => field.Name),
    ];

    private bool HoldsIds(string label, string property) => HoldsTexts(label, property) || Holds(label, property, PropertyType.Int64);

    private bool HoldsTexts(string label, string property) =>
        Holds(label, property, PropertyType.String) || Holds(label, property, PropertyType.StringList);

    private bool Holds(string label, string property, PropertyType type) =>
        tables.Any(table => table.Labels.Contains(label, StringComparer.Ordinal) && table.Rows.Has(property, type));
}
