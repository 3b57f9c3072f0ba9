using System.Text.Json;

namespace Papergraph.Sources.OpenAlex;

/// <summary>An abstract put together again from the positions of its words.</summary>
/// <param name="Text">The words in order of position, joined by single spaces; positions without a word leave no gap, several words at
/// one position stand in ordinal order.</param>
/// <param name="Skipped">Positions that were left out: no whole number from 0 to 99,999, or too many.</param>
internal sealed record InvertedAbstract(string Text, int Skipped)
{
    private const int MostPositions = 100_000;

    /// <param name="index">An object with a list of 0-based positions for each word.</param>
    internal static InvertedAbstract Read(JsonElement index)
    {
        List<(int Position, string Word)> words = [];
        int skipped = 0;
        foreach (JsonProperty entry in index.EnumerateObject())
        {
            string word = entry.Name;
            foreach (JsonElement item in entry.Value.ValueKind == JsonValueKind.Array ? entry.Value.EnumerateArray() : default)
            {
                if (words.Count < MostPositions && item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out int position)
                    && position is >= 0 and < MostPositions) words.Add((position, word));
                else skipped++;
            }
        }

        words.Sort((a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : string.CompareOrdinal(a.Word, b.Word));
        return new InvertedAbstract(string.Join(' ', words.Distinct().Select(w => w.Word)), skipped);
    }
}
