using System.Text;
using Papergraph.TestKit;

namespace Papergraph.Extraction.Tests;

/// <summary>Reads the PubMed abstracts with labelled pairs: blocks of an identifier, a title, an abstract, then indented
/// <c>short|long</c> lines; lines that begin with <c>//</c> are comments of the annotators.</summary>
internal static class Med1250
{
    public sealed record Record(string Title, string Abstract, IReadOnlyList<(string Short, string Long)> Pairs);

    public static IReadOnlyList<Record> Read()
    {
        List<Record> records = [];
        string file = Repo.Shared("gold", "abbreviations", "med1250-first1000.txt");
        foreach (string block in File.ReadAllText(file, Encoding.Latin1).ReplaceLineEndings("\n").Split("\n\n"))
        {
            string[] lines = [.. block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !IsComment(line))];
            if (lines.Length < 2) continue;
            string[] texts = [.. lines.Skip(1).Where(line => !line.StartsWith("  ", StringComparison.Ordinal))];
            var pairs = lines.Skip(1).Where(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => line.Trim().Split('|')).Where(parts => parts.Length >= 2).Select(parts => (parts[0].Trim(), parts[1].Trim())).ToList();
            records.Add(new Record(texts.ElementAtOrDefault(0) ?? "", string.Join('\n', texts.Skip(1)), pairs));
        }

        return records;
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);
}
