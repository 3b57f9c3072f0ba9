using System.Text;

namespace Papergraph.Store;

/// <summary>The texts in a value of a property.</summary>
internal static class FullTextValues
{
    /// <summary>The texts of a boxed value; null when it holds none, as a number does.</summary>
    public static IReadOnlyList<string>? Of(object? value) => value switch
    {
        string text => [text],
        string[] texts => texts,
        _ => null,
    };

    /// <summary>For each field its texts as the segment has them.</summary>
    public static IReadOnlyList<string>?[] TextsOf(this FullTextContent content, int node)
    {
        IReadOnlyList<string>?[] texts = new IReadOnlyList<string>?[content.Definition.Fields.Count];
        foreach (NodeTable table in content.Tables)
        {
            if (node < table.FirstNode || node - table.FirstNode >= table.Count) continue;
            foreach (int field in content.Definition.FieldsOf(table))
                texts[field] = Read(new TextValues(table, content.Definition.Fields[field].Property), node - table.FirstNode);
        }

        return texts;
    }

    private static string[] Read(TextValues values, int row)
    {
        string[] texts = new string[values.Count(row)];
        for (int i = 0; i < texts.Length; i++) texts[i] = Encoding.UTF8.GetString(values.Utf8(row, i));
        return texts;
    }
}
