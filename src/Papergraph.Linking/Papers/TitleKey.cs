using System.Globalization;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Linking;

/// <summary>How much an equal title says about two papers being one.</summary>
internal enum TitleStrength
{
    /// <summary>Nothing: no title, or one that every volume has.</summary>
    None,

    /// <summary>Fewer than five words: only together with first author and year, or with an equal abstract.</summary>
    Short,

    /// <summary>Five words or more: enough where nothing speaks against it.</summary>
    Long,
}

/// <summary>The form in which titles are compared: folded words (<see cref="TextFolding"/>).</summary>
internal static class TitleKey
{
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "abstract", "abstracts", "acknowledgement", "acknowledgements", "acknowledgments", "announcement", "announcements", "appendix",
        "author index", "bibliography", "book review", "book reviews", "call for papers", "committees", "conclusion", "conclusions",
        "conference program", "contents", "contributors", "copyright", "correction", "corrections", "corrigendum", "cover", "discussion",
        "editorial", "editorial board", "editorial introduction", "editor s note", "editors introduction", "erratum", "foreword",
        "front matter", "guest editorial", "guest editors introduction", "index", "introduction", "introduction to the special issue",
        "invited talk", "keynote", "keynote address", "keynote talk", "letter to the editor", "list of authors", "list of reviewers",
        "message from the chairs",
        "news", "notes", "obituary", "opening remarks", "organizing committee", "panel", "panel discussion", "poster session", "preface",
        "proceedings", "program committee", "references", "reply", "response", "review", "reviewers", "special issue", "subject index",
        "summary", "table of contents", "title page", "untitled", "welcome", "workshop program",
    };

    /// <summary>The folded words; empty when there is no title.</summary>
    public static string Of(string? title) => title is null ? "" : TextFolding.Fold(title);

    /// <summary>How much it says that two titles have this key.</summary>
    public static TitleStrength Strength(string key) =>
        key.Length == 0 || Generic.Contains(key) ? TitleStrength.None
        : Words(key) < 5 ? TitleStrength.Short
        : TitleStrength.Long;

    /// <summary>Number of words; scripts without spaces count two letters as a word.</summary>
    private static int Words(string key)
    {
        int words = 1, uncased = 0;
        foreach (Rune rune in key.EnumerateRunes())
        {
            if (rune.Value == ' ') words++;
            else if (!rune.IsAscii && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter) uncased++;
        }

        return Math.Max(words, uncased / 2);
    }
}
