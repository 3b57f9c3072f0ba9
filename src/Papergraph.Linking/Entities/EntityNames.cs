using System.Text;
using Papergraph.Core;

namespace Papergraph.Linking;

/// <summary>The normal form of an entity's name: surfaces with the same normal form and type name the same entity.</summary>
/// <remarks>Folded words (<see cref="TextFolding"/>: case, hyphens, accents, Greek letters), plural words in the singular
/// (<see cref="Singular"/>), one spelling (<see cref="Spelling"/>). Signs that tell names apart are words of their own: <c>LoRA+</c> is not
/// <c>LoRA</c>, nor <c>C++</c> <c>C#</c>, nor <c>A*</c> <c>A</c>.</remarks>
internal sealed class EntityNames
{
    private readonly Singular _singular = new();

    /// <summary>The normal form; the trimmed lower-case surface when it holds no letter or digit.</summary>
    public string Normal(string surface)
    {
        string folded = TextFolding.Fold(Prepared(surface));
        if (folded.Length == 0) return surface.Trim().ToLowerInvariant();

        // Inner words are singular too: "neural networks verification" is "neural network verification".
        List<string> words = [.. folded.Split(' ').Select(w => Spelling.Americanize(_singular.Of(w)))];
        Spelling.Join(words);
        return string.Join(' ', words);
    }

    /// <summary>Drops the s after an acronym (<c>GPUs</c>, <c>F1s</c>), which only its case tells from a word in -us, and spells out
    /// the signs that end a name: those of <c>A*</c> and <c>C++</c>, not that of <c>a*b</c>.</summary>
    private static string Prepared(string surface)
    {
        StringBuilder prepared = new(surface.Length + 16);
        for (int i = 0; i < surface.Length;)
        {
            char c = surface[i];
            int end = i + 1;
            if (c is '+' or '#' or '*')
            {
                while (end < surface.Length && surface[end] == c) end++;
                bool endsName = i > 0 && char.IsLetterOrDigit(surface[i - 1]) && IsBoundary(surface, end);
                for (; i < end; i++) prepared.Append(endsName ? Word(c) : " ");
            }
            else if (c != 's' || !IsBoundary(surface, end) || !FollowsAcronym(surface, i))
            {
                prepared.Append(c);
            }

            i = end;
        }

        return prepared.ToString();
    }

    private static string Word(char sign) => sign switch { '+' => " plus", '#' => " sharp", _ => " star" };

    private static bool IsBoundary(string text, int at) => at == text.Length || !char.IsLetterOrDigit(text[at]);

    private static bool FollowsAcronym(string text, int at) =>
        at >= 2 && char.IsAsciiLetterUpper(text[at - 2]) && (char.IsAsciiLetterUpper(text[at - 1]) || char.IsAsciiDigit(text[at - 1]));
}
