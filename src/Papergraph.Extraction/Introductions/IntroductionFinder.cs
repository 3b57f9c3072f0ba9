using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds what a paper introduces: <c>we propose X</c>, <c>a framework called X</c>, <c>this paper presents a … (X)</c>.</summary>
/// <remarks>Linear in the tokens: a sentence is walked once, and behind a verb of introduction a bounded number of tokens.</remarks>
internal static class IntroductionFinder
{
    private const int Reach = 40;

    public static void Find(TermMap terms, List<Introduction> found)
    {
        Passage passage = terms.Passage;
        foreach (TokenRange sentence in passage.Sentences)
        {
            for (int verb = sentence.First; verb < sentence.End; verb++)
            {
                if (!passage.Entries[verb].Has(Cues.Introduce) || !IsOwn(passage, sentence, verb)) continue;
                int end = Math.Min(sentence.End, verb + 1 + Reach);
                FindObject(terms, verb + 1, end, found);
                FindDefined(terms, verb + 1, end, found);
                break;
            }
        }
    }

    /// <summary>Whether the subject of the verb is the paper or its authors: <c>we</c>, <c>this paper</c>, close before it.</summary>
    public static bool IsOwn(Passage passage, TokenRange sentence, int verb)
    {
        for (int i = verb - 1; i >= sentence.First && i >= verb - 4; i--)
        {
            if (passage.IsWord(i, "we")) return true;
            if (passage.IsWord(i, "this") || passage.IsWord(i, "the"))
                return passage[i + 1] is "paper" or "work" or "article" or "study" or "thesis";
        }

        return false;
    }

    // The object of the verb: a name stands at its end or behind it, or it is a term itself.
    private static void FindObject(TermMap terms, int first, int end, List<Introduction> found)
    {
        Passage passage = terms.Passage;
        int at = first;
        while (at < end && passage.Parts[at] is Part.Determiner or Part.Adverb or Part.Adverbial) at++;
        int phraseEnd = PhraseEnd(passage, at, end);
        if (phraseEnd == at) return;
        EntityType? kind = TypeOf(passage, phraseEnd - 1);
        if (CapitalizedName(passage, at, phraseEnd) is { } name)
            found.Add(new Introduction(name, kind ?? TypeAfterName(passage, phraseEnd, end), IsName: true));
        else if (terms.At(phraseEnd - 1) is { } last && last.Range.First >= at)
            found.Add(Introduced(passage, last, TypeAfterName(passage, phraseEnd, end)));
        else if (phraseEnd - 2 >= at && passage.Entries[phraseEnd - 1].Has(WordTraits.ClassNoun) && terms.At(phraseEnd - 2) is { } named)
            found.Add(Introduced(passage, named, kind));

        FindNames(terms, phraseEnd, end, kind, found);
    }

    // Behind the object: `, X,`, `(X)`, and anywhere `called X`.
    private static void FindNames(TermMap terms, int from, int end, EntityType? kind, List<Introduction> found)
    {
        Passage passage = terms.Passage;
        for (int i = from; i + 1 < end; i++)
        {
            bool isCalled = passage.Entries[i].Has(Cues.Name);
            if (!isCalled && !(i == from && IsOpeningOfApposition(passage, i))) continue;
            int name = i + 1;
            while (name < end && IsBeforeName(passage, name)) name++;
            int nameEnd = name;
            while (nameEnd < end && IsPartOfName(passage, nameEnd)) nameEnd++;
            if (nameEnd == name || (!isCalled && passage.Parts[name] != Part.Name)) continue;
            TokenRange range = terms.At(name) is { } term && term.Range.First == name ? term.Range : new TokenRange(name, nameEnd);
            found.Add(new Introduction(range, kind, IsName: true));
            if (isCalled) return;
        }
    }

    // The first name that the sentence abbreviates: `we present …, a … for …, Long Form (LF)`.
    private static void FindDefined(TermMap terms, int first, int end, List<Introduction> found)
    {
        Passage passage = terms.Passage;
        for (int i = first; i < end; i++)
        {
            if (terms.At(i) is not { Rule: TermRule.DefinedName, Type: EntityType.Method or EntityType.Dataset } term) continue;
            bool isName = NameShape.IsCapitalized(passage[term.Range.First]) && NameShape.IsCapitalized(passage[term.Range.End - 1]);
            if (isName) found.Add(new Introduction(term.Range, term.Type, IsName: true));
            return;
        }
    }

    private static Introduction Introduced(Passage passage, Term term, EntityType? stated)
    {
        bool isName = term.Range.Length == 1 && passage.Parts[term.Range.First] == Part.Name;
        return new Introduction(term.Range, isName ? stated : null, isName);
    }

    // Several capitalised words at the end of the phrase (`a new Generic Object Estimator`), or one that no word list knows.
    private static TokenRange? CapitalizedName(Passage passage, int first, int end)
    {
        int start = end;
        while (start > first && (passage.Parts[start - 1] == Part.Name || NameShape.IsCapitalized(passage[start - 1]))) start--;
        bool isUnknownWord = end - start == 1 && passage.Parts[start] == Part.Noun && passage.Entries[start] == default;
        return end - start >= 2 || isUnknownWord ? new TokenRange(start, end) : null;
    }

    // `X, a data set of …`.
    private static EntityType? TypeAfterName(Passage passage, int comma, int end)
    {
        if (comma + 2 >= end || !passage.Is(comma, ',') || passage.Parts[comma + 1] != Part.Determiner) return null;
        return TypeOf(passage, PhraseEnd(passage, comma + 2, end) - 1);
    }

    private static EntityType? TypeOf(Passage passage, int noun) =>
        passage.Entries[noun].Head is { } head and (EntityType.Dataset or EntityType.Metric or EntityType.Method) ? head : null;

    private static int PhraseEnd(Passage passage, int first, int end)
    {
        while (first < end && passage.Parts[first] is Part.Noun or Part.Name or Part.Adjective or Part.Participle or Part.Number) first++;
        return first;
    }

    private static bool IsOpeningOfApposition(Passage passage, int token) =>
        passage.Is(token, ',') || passage.Is(token, '(') || passage.Is(token, '\u2013') || passage.Is(token, '\u2014');

    private static bool IsBeforeName(Passage passage, int token) =>
        passage[token] is "\"" or "\u201C" or "`" or "as" or "the" or "namely" || passage.Entries[token].Has(Cues.Name);

    private static bool IsPartOfName(Passage passage, int token) =>
        passage.Parts[token] == Part.Name
        || (passage.Parts[token] is Part.Noun or Part.Adjective && NameShape.IsCapitalized(passage[token]));
}
