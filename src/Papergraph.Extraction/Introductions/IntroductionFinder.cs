using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Finds what a paper introduces: <c>we propose X</c>, <c>a framework called X</c>, <c>this paper presents a … (X)</c>.</summary>
/// <remarks>Linear in the tokens: a sentence is walked once, and after a verb of introduction a bounded number of tokens.</remarks>
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
                Introduce(terms, verb + 1, end, found);
                Defined(terms, verb + 1, end, found);
                break;
            }
        }
    }

    // The subject is the paper or its authors: `we`, `I`, `this paper`, `this work`, close before the verb.
    private static bool IsOwn(Passage passage, TokenRange sentence, int verb)
    {
        for (int i = verb - 1; i >= sentence.First && i >= verb - 4; i--)
        {
            if (passage.IsWord(i, "we")) return true;
            if (passage.IsWord(i, "this") || passage.IsWord(i, "the"))
                return passage.IsWord(i + 1, "paper") || passage.IsWord(i + 1, "work") || passage.IsWord(i + 1, "article") || passage.IsWord(i + 1, "study");
        }

        return false;
    }

    private static void Introduce(TermMap terms, int first, int end, List<Introduction> found)
    {
        Passage passage = terms.Passage;
        int at = first;
        while (at < end && passage.Parts[at] is Part.Determiner or Part.Adverb or Part.Adverbial) at++;
        if (at >= end || !IsPhrase(passage.Parts[at])) return;
        int phraseEnd = at;
        while (phraseEnd < end && IsPhrase(passage.Parts[phraseEnd])) phraseEnd++;
        EntityType? kind = TypeOf(passage, phraseEnd - 1);

        // The object of the verb: its name stands at its end, or the phrase is a term itself.
        if (CapitalizedName(passage, at, phraseEnd) is { } name) found.Add(new Introduction(name, kind, IsName: true));
        else if (terms.At(phraseEnd - 1) is { } last && last.Range.First >= at) found.Add(Introduced(passage, last, TypeAfterName(passage, phraseEnd, end)));
        else if (passage.Entries[phraseEnd - 1].Has(WordTraits.ClassNoun) && phraseEnd - 2 >= at && terms.At(phraseEnd - 2) is { } named)
            found.Add(Introduced(passage, named, kind));

        Named(terms, phraseEnd, end, kind, found);
    }

    // The first name that the sentence abbreviates after the verb: `we present …, a … called Long Form (LF)`.
    private static void Defined(TermMap terms, int first, int end, List<Introduction> found)
    {
        for (int i = first; i < end; i++)
        {
            if (terms.At(i) is not { Rule: TermRule.DefinedName, Type: EntityType.Method or EntityType.Dataset } term) continue;
            bool isCapitalized = NameShape.IsCapitalized(terms.Passage[term.Range.First]) && NameShape.IsCapitalized(terms.Passage[term.Range.End - 1]);
            if (isCapitalized && Lexicon.Name(terms.Passage.TextOf(term.Range)) is null) found.Add(new Introduction(term.Range, term.Type, IsName: true));
            return;
        }
    }

    // Behind the phrase: `, X,`, `called X`, `(X)`.
    private static void Named(TermMap terms, int from, int end, EntityType? kind, List<Introduction> found)
    {
        Passage passage = terms.Passage;
        for (int i = from; i + 1 < end; i++)
        {
            bool isCalled = passage.Entries[i].Has(Cues.Name);
            bool isApposition = i == from && (passage.Is(i, ',') || passage.Is(i, '(') || passage.Is(i, '\u2014') || passage.Is(i, '\u2013'));
            if (!isCalled && !isApposition) continue;
            int name = i + 1;
            while (name < end && (passage.Is(name, '"') || passage.Is(name, '\u201C') || passage.Is(name, '`') || passage.IsWord(name, "as")
                || passage.IsWord(name, "the") || passage.IsWord(name, "namely") || passage.Entries[name].Has(Cues.Name)))
                name++;
            if (name >= end) return;
            if (isApposition && passage.Parts[name] != Part.Name) continue;
            int nameEnd = name;
            while (nameEnd < end && IsNamePart(passage, nameEnd)) nameEnd++;
            if (nameEnd == name) continue;
            TokenRange range = terms.At(name) is { } term && term.Range.First == name ? term.Range : new TokenRange(name, nameEnd);
            found.Add(new Introduction(range, kind, IsName: true));
            if (isCalled) return;
        }
    }

    private static Introduction Introduced(Passage passage, Term term, EntityType? stated)
    {
        bool isName = term.Range.Length == 1 && term.Rule is TermRule.NameInContext or TermRule.BareName or TermRule.NameWithClass or TermRule.DefinedName;
        return new Introduction(term.Range, isName ? stated : null, isName && passage.Parts[term.Range.First] == Part.Name);
    }

    // Several capitalised words at the end of the phrase: `a new Generic Object Estimator`.
    private static TokenRange? CapitalizedName(Passage passage, int first, int end)
    {
        int start = end;
        while (start > first && (passage.Parts[start - 1] == Part.Name || NameShape.IsCapitalized(passage[start - 1]))) start--;
        return end - start >= 2 ? new TokenRange(start, end) : null;
    }

    // `X, a data set of …`.
    private static EntityType? TypeAfterName(Passage passage, int comma, int end)
    {
        if (comma + 2 >= end || !passage.Is(comma, ',') || passage.Parts[comma + 1] != Part.Determiner) return null;
        int at = comma + 2;
        while (at < end && IsPhrase(passage.Parts[at])) at++;
        return TypeOf(passage, at - 1);
    }

    private static EntityType? TypeOf(Passage passage, int noun) => passage.Entries[noun].Head is EntityType.Dataset or EntityType.Metric or EntityType.Method
        ? passage.Entries[noun].Head : null;

    private static bool IsPhrase(Part part) =>
        part is Part.Noun or Part.Name or Part.Adjective or Part.Participle or Part.Number;

    private static bool IsNamePart(Passage passage, int token) =>
        passage.Parts[token] == Part.Name || (passage.Parts[token] is Part.Noun or Part.Adjective && NameShape.IsCapitalized(passage[token]));
}
