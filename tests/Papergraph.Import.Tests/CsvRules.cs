using System.Text;

namespace Papergraph.Import.Tests;

/// <summary>The rules of CSV, followed a character at a time: what rows of a header <c>x,y</c> give.</summary>
internal static class CsvRules
{
    /// <summary>The nodes as <see cref="Imported.Nodes"/> gives them, or null when a quote is never closed where fields may go over lines.
    /// </summary>
    public static List<string>? Read(string text, bool multiline)
    {
        List<string> nodes = [];
        int at = 0;
        while (at < text.Length)
        {
            if (text[at] is '\n' or '\r')
            {
                at++;
                continue;
            }

            List<string?> fields = [];
            bool isGood = true, isOver = false, isBroken = false;
            while (!isOver)
            {
                if (at < text.Length && text[at] == '"')
                {
                    StringBuilder field = new();
                    at++;
                    bool isClosed = false;
                    while (at < text.Length && !isClosed && (multiline || text[at] is not ('\n' or '\r')))
                    {
                        if (text[at] != '"') field.Append(text[at++]);
                        else if (at + 1 < text.Length && text[at + 1] == '"') (field, at) = (field.Append('"'), at + 2);
                        else (isClosed, at) = (true, at + 1);
                    }

                    if (!isClosed && multiline) return null;
                    fields.Add(field.ToString());
                    isBroken = !isClosed || (at < text.Length && text[at] is not (',' or '\n' or '\r'));
                    if (isBroken) break;
                }
                else
                {
                    int start = at;
                    while (at < text.Length && text[at] is not (',' or '\n' or '\r')) at++;
                    fields.Add(at == start ? null : text[start..at]);
                }

                isOver = at >= text.Length || text[at] != ',';
                if (!isOver) at++;
                if (fields.Count == 3) isGood = false;
            }

            // What is wrong with a quote ends with its line.
            if (isBroken) at = Skip(text, at);
            if (isGood && !isBroken && fields.Count <= 2)
                nodes.Add(":A" + Value("x", fields, 0) + Value("y", fields, 1));
        }

        return nodes;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] is not ('\n' or '\r')) at++;
        return at;
    }

    private static string Value(string name, List<string?> fields, int index) =>
        index < fields.Count && fields[index] is { } value ? $" {name}='{value}'" : "";
}
