using System.Text;
using Papergraph.Core;

namespace Papergraph.Linking;

/// <summary>The normal form of an entity's name: surfaces with the same normal form and type name the same entity.</summary>
/// <remarks>Folded words (<see cref="TextFolding"/>: case, hyphens, accents, Greek letters), plural words in the singular
/// (<see cref="Singular"/>), one spelling (<see cref="Spelling"/>), the number behind a name a word of its own. Signs that tell names apart are words of their own: <c>LoRA+</c> is not
/// <c>LoRA</c>, nor <c>C++</c> <c>C#</c>, nor <c>A*</c> <c>A</c>.</remarks>
internal sealed class EntityNames
{
    /// <summary>Folded words seen so far. Names have far fewer different words than there are names.</summary>
    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _wordBySpan;
    private readonly List<string> _parts = [];

    public EntityNames() => _wordBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A word in its normal form, and whether it may have to be joined with the next.</summary>
    private readonly record struct Word(string Normal, bool MayJoin);

    /// <summary>The normal form; the trimmed lower-case surface when it holds no letter or digit.</summary>
    public string Normal(string surface)
    {
        ReadOnlySpan<char> folded = TextFolding.Fold(NeedsPreparation(surface) ? Prepared(surface) : surface);
        if (folded.IsEmpty) return surface.Trim().ToLowerInvariant();

        // Inner words are singular too: "neural networks verification" is "neural network verification".
        _parts.Clear();
        bool mayJoin = false;
        foreach (Range range in folded.Split(' '))
        {
            ReadOnlySpan<char> whole = folded[range];
            int number = NumberAtEnd(whole);
            Word word = NormalWord(whole[..number]);
            _parts.Add(word.Normal);
            mayJoin |= word.MayJoin;
            if (number < whole.Length) _parts.Add(NormalWord(whole[number..]).Normal);
        }

        if (mayJoin) Spelling.Join(_parts);
        return _parts.Count == 1 ? _parts[0] : string.Join(' ', _parts);
    }

    /// <summary>Where the number begins that ends a word of at least three letters, with one letter behind it at most: <c>CIFAR10</c> and
    /// <c>GPT4o</c> are <c>CIFAR-10</c> and <c>GPT-4o</c>. The word's length when there is none, as in <c>F1</c> and
    /// <c>word2vec</c>.</summary>
    private static int NumberAtEnd(ReadOnlySpan<char> word)
    {
        int end = word.Length, start = end > 0 && char.IsAsciiLetter(word[^1]) ? end - 1 : end;
        int afterDigits = start;
        while (start > 0 && char.IsAsciiDigit(word[start - 1])) start--;
        bool followsLetters = start >= 3 && start < afterDigits && !word[..start].ContainsAnyExceptInRange('a', 'z');
        return followsLetters ? start : end;
    }

    private Word NormalWord(ReadOnlySpan<char> folded)
    {
        if (_wordBySpan.TryGetValue(folded, out Word known)) return known;
        string word = folded.ToString(), normal = Spelling.Americanize(Singular.Of(word));
        return _words[word] = new Word(normal, Spelling.MayJoin(normal));
    }

    private static bool NeedsPreparation(string surface)
    {
        if (surface.AsSpan().IndexOfAny('+', '#', '*') >= 0) return true;
        for (int i = 2; i < surface.Length; i++)
            if (surface[i] == 's' && FollowsAcronym(surface, i)) return true;
        return false;
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
                for (; i < end; i++) prepared.Append(endsName ? SpelledOut(c) : " ");
            }
            else if (c != 's' || !IsBoundary(surface, end) || !FollowsAcronym(surface, i))
            {
                prepared.Append(c);
            }

            i = end;
        }

        return prepared.ToString();
    }

    private static string SpelledOut(char sign) => sign switch { '+' => " plus", '#' => " sharp", _ => " star" };

    private static bool IsBoundary(string text, int at) => at == text.Length || !char.IsLetterOrDigit(text[at]);

    private static bool FollowsAcronym(string text, int at) =>
        at >= 2 && char.IsAsciiLetterUpper(text[at - 2]) && (char.IsAsciiLetterUpper(text[at - 1]) || char.IsAsciiDigit(text[at - 1]));
}
