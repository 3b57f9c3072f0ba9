using System.Text;

namespace Papergraph.Export.Tests;

/// <summary>Reads CSV by the letter of RFC 4180; a field without quotes and without text is null.</summary>
internal static class CsvReader
{
    public static List<string?[]> Read(string text)
    {
        List<string?[]> rows = [];
        List<string?> row = [];
        int at = 0;
        while (at < text.Length)
        {
            row.Add(Field(text, ref at));
            if (at < text.Length && text[at++] == ',') continue;
            rows.Add([.. row]);
            row.Clear();
        }

        return rows;
    }

    private static string? Field(string text, ref int at)
    {
        if (text[at] != '"')
        {
            int end = text.IndexOfAny([',', '\n'], at);
            string bare = text[at..end];
            at = end;
            return bare.Length == 0 ? null : bare;
        }

        StringBuilder field = new();
        for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
        {
            field.Append(text[at]);
            if (text[at] == '"') at++;
        }

        at++;
        return field.ToString();
    }
}
