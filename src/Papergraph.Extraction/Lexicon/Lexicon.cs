using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>The project's own word lists: grammar, the words that give a term its type, well-known names.</summary>
/// <remarks>Read once per process from the resources beside this file, in plain dictionaries: frozen ones take longer to make than many
/// a run takes. Lookups allocate nothing.</remarks>
internal static class Lexicon
{
    private static readonly Dictionary<string, WordEntry>.AlternateLookup<ReadOnlySpan<char>> Words =
        ReadWords().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, EntityType>.AlternateLookup<ReadOnlySpan<char>> Names =
        ReadNames().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Compounds =
        WordList.Read("compounds.txt").Select(entry => entry.Word.Replace('_', ' '))
            .ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a term may begin with these two words although the first of them looks evaluative: <c>large language</c>.</summary>
    public static bool BeginsTerm(ReadOnlySpan<char> twoWords) => Compounds.Contains(twoWords);

    /// <summary>The entry of a word in any case; that of its last part (<c>meta-learning</c> → <c>learning</c>) when the whole is not
    /// listed, then without the meaning it has when it stands alone.</summary>
    public static WordEntry Word(ReadOnlySpan<char> word)
    {
        if (Words.TryGetValue(word, out WordEntry entry)) return entry;
        int hyphen = word.LastIndexOfAny('-', '\u2010', '\u2011');
        if (hyphen <= 0 || !Words.TryGetValue(word[(hyphen + 1)..], out entry)) return default;
        const WordTraits OfAPart = WordTraits.Past | WordTraits.Present | WordTraits.Gerund | WordTraits.Noun;
        return new WordEntry(entry.Traits & OfAPart, entry.Head, null, Cues.None);
    }

    /// <summary>What a well-known name stands for, or null; the case counts, a plural <c>s</c> does not.</summary>
    public static EntityType? Name(ReadOnlySpan<char> name)
    {
        if (Names.TryGetValue(name, out EntityType type)) return type;
        return name.Length > 3 && name[^1] == 's' && Names.TryGetValue(name[..^1], out type) ? type : null;
    }

    private static Dictionary<string, WordEntry> ReadWords()
    {
        Dictionary<string, WordEntry> words = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string section, string word) in WordList.Read("function-words.txt")) Add(words, word, Enum.Parse<WordTraits>(section));
        foreach ((string section, string word) in WordList.Read("edges.txt")) Add(words, word, Enum.Parse<WordTraits>(section));
        foreach ((string section, string word) in WordList.Read("nouns.txt")) Add(words, word, Enum.Parse<WordTraits>(section));
        foreach ((string section, string word) in WordList.Read("verbs.txt")) AddVerb(words, section, word);
        foreach ((string section, string word) in WordList.Read("heads.txt"))
            Change(words, word, entry => entry with { Head = Enum.Parse<EntityType>(section) });
        foreach ((string section, string word) in WordList.Read("single-terms.txt"))
            Change(words, word, entry => entry with { Single = Enum.Parse<EntityType>(section) });
        foreach ((string section, string word) in WordList.Read("cues.txt"))
            Change(words, word, entry => entry with { Cues = entry.Cues | Enum.Parse<Cues>(section) });
        return words;
    }

    private static void AddVerb(Dictionary<string, WordEntry> words, string section, string word)
    {
        switch (section)
        {
            case "Verb":
                Add(words, word, WordTraits.Verb);
                Add(words, VerbForms.ThirdPerson(word), WordTraits.Verb);
                foreach ((string past, string present) in VerbForms.Participles(word))
                {
                    Add(words, past, WordTraits.Past);
                    Add(words, present, WordTraits.Present);
                }

                break;
            case "Noun":
                Add(words, word, WordTraits.Noun);
                Add(words, VerbForms.ThirdPerson(word), WordTraits.Noun);
                break;
            case "Irregular":
                Add(words, word, WordTraits.Past);
                break;
            default:
                Add(words, word, Enum.Parse<WordTraits>(section));
                break;
        }
    }

    private static void Add(Dictionary<string, WordEntry> words, string word, WordTraits traits) =>
        Change(words, word, e => e with { Traits = e.Traits | traits });

    private static void Change(Dictionary<string, WordEntry> words, string word, Func<WordEntry, WordEntry> change) =>
        words[word] = change(words.GetValueOrDefault(word));

    private static Dictionary<string, EntityType> ReadNames()
    {
        Dictionary<string, EntityType> names = new(StringComparer.Ordinal);
        foreach ((string section, string name) in WordList.Read("names.txt")) names.TryAdd(name, Enum.Parse<EntityType>(section));
        return names;
    }
}
