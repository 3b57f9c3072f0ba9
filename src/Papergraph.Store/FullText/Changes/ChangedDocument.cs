using System.Text;

namespace Papergraph.Store;

/// <summary>One term in one changed document: the fields that have it, and where.</summary>
internal sealed record TermInDocument(FieldFrequency[] Fields, int[][] Positions);

/// <summary>The terms of a document that came or changed since the segment was written; without any when it is gone.</summary>
/// <param name="Texts">For each field its values, or null.</param>
/// <param name="Terms">By the bytes of the terms.</param>
/// <param name="Words">For each field, its number of words.</param>
internal sealed record ChangedDocument(
    IReadOnlyList<IReadOnlyList<string>?> Texts, IReadOnlyList<KeyValuePair<byte[], TermInDocument>> Terms, int[] Words)
{
    /// <summary>Divides the texts of a document into terms.</summary>
    /// <param name="texts">For each field its values, or null.</param>
    public static ChangedDocument Of(IReadOnlyList<IReadOnlyList<string>?> texts)
    {
        Dictionary<string, List<(int Field, List<int> Positions)>> found = new(StringComparer.Ordinal);
        int[] words = new int[texts.Count];
        Span<char> buffer = stackalloc char[TokenReader.MaxTermLength];
        for (int field = 0; field < texts.Count; field++)
        {
            FieldPositions positions = default;
            foreach (string text in texts[field] ?? [])
            {
                TokenReader tokens = new(text, buffer);
                while (!positions.IsFull && tokens.Next()) Add(found, tokens.Term.ToString(), field, positions.Take(tokens));
                positions.EndValue(tokens);
            }

            words[field] = positions.Words;
        }

        return new(
            texts,
            [.. found.Select(term => KeyValuePair.Create(Encoding.UTF8.GetBytes(term.Key), new TermInDocument(
                    [.. term.Value.Select(at => new FieldFrequency(at.Field, at.Positions.Count))],
                    [.. term.Value.Select(at => at.Positions.ToArray())])))
                .OrderBy(term => term.Key, TermBytes.Order)],
            words);
    }

    private static void Add(Dictionary<string, List<(int Field, List<int> Positions)>> found, string term, int field, int position)
    {
        if (!found.TryGetValue(term, out List<(int Field, List<int> Positions)>? fields)) found.Add(term, fields = []);
        if (fields.Count == 0 || fields[^1].Field != field) fields.Add((field, []));
        fields[^1].Positions.Add(position);
    }
}

/// <summary>The order of terms: by their bytes in UTF-8.</summary>
internal static class TermBytes
{
    public static IComparer<byte[]> Order { get; } = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));
}
