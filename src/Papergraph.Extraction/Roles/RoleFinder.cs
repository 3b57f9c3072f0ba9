using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Tells what a term is to the paper, from its type, where it stands and the verb before it.</summary>
/// <remarks>The confidences are the shares of mentions with that role among those of the annotated training abstracts to which the rule
/// applies. A mention that shows nothing better than background gets no claim.</remarks>
internal static class RoleFinder
{
    // A verb further back belongs to another part of the sentence.
    private const int Reach = 24;

    /// <summary>The role shown at this place, or null for background.</summary>
    public static (Role Role, double Confidence)? Find(TermMap terms, Term term, TokenRange sentence)
    {
        Passage passage = terms.Passage;
        int cue = CueBefore(terms, term, sentence);
        Cues cues = cue < 0 ? Cues.None : passage.Entries[cue].Cues;
        int distance = term.Range.First - cue;
        if ((cues & Cues.Introduce) != 0 && !IntroductionFinder.IsOwn(passage, sentence, cue)) cues &= ~Cues.Introduce;
        bool inTitle = passage.Field == TextField.Title;
        switch (term.Type)
        {
            case EntityType.Dataset:
                return (Role.Evaluates, (cues & Cues.Evaluate) != 0 || passage.IsWord(term.Range.First - 1, "on") ? 0.95 : 0.55);
            case EntityType.Metric:
                return (Role.Evaluates, (cues & (Cues.Evaluate | Cues.Compare)) != 0 ? 0.87 : 0.60);
            case EntityType.Task:
                return (Role.Addresses, inTitle ? 0.86 : passage.IsWord(term.Range.First - 1, "for") ? 0.82 : 0.52);
            case EntityType.Method:
                return Method(passage, term, cues, distance, inTitle);
            default:
                return Concept(passage, term, cues, distance, inTitle, sentence.First == 0);
        }
    }

    private static (Role, double)? Method(Passage passage, Term term, Cues cues, int distance, bool inTitle)
    {
        if ((cues & Cues.Name) != 0 && distance < 4) return (Role.Introduces, 0.80);
        if ((cues & Cues.Introduce) != 0 && distance < 4) return (Role.Introduces, 0.70);
        if (IsInstrument(passage, term)) return (Role.Uses, 0.66);
        if ((cues & Cues.Compare) != 0) return (Role.Compares, 0.64);
        if (passage.IsWord(term.Range.First - 1, "for")) return (Role.Addresses, 0.55);
        if ((cues & Cues.Use) != 0) return (Role.Uses, 0.62);
        if (inTitle && term.Rule != TermRule.KnownName && !IsComplement(passage, term)) return (Role.Introduces, 0.41);
        return (cues & Cues.Address) != 0 && distance < 9 ? (Role.Addresses, 0.38) : (Role.Uses, 0.36);
    }

    private static (Role, double)? Concept(Passage passage, Term term, Cues cues, int distance, bool inTitle, bool isFirst)
    {
        if (inTitle) return (Role.Addresses, 0.61);
        if (passage.IsWord(term.Range.First - 1, "using")) return (Role.Uses, 0.78);
        if ((cues & Cues.Use) != 0 && distance < 9) return (Role.Uses, 0.57);
        if ((cues & Cues.Address) != 0 && distance < 9) return (Role.Addresses, 0.53);
        if (passage.IsWord(term.Range.First - 1, "for")) return (Role.Addresses, 0.63);
        return isFirst ? (Role.Addresses, 0.43) : (Role.Addresses, 0.33);
    }

    // `Adaptation of large models`, `tuning for deep networks`: what a title is about, not what it presents.
    private static bool IsComplement(Passage passage, Term term)
    {
        int before = term.Range.First - 1;
        while (before >= 0 && passage.Parts[before] is Part.Determiner or Part.Adjective or Part.Participle or Part.Number) before--;
        return passage.IsWord(before, "of") || passage.IsWord(before, "for");
    }

    private static bool IsInstrument(Passage passage, Term term)
    {
        int before = term.Range.First - 1;
        return passage.IsWord(before, "using") || passage.IsWord(before, "with") || passage.IsWord(before, "via");
    }

    // The nearest word before the term that says what things are to the paper, unless it is part of a term itself; −1 when there is none.
    private static int CueBefore(TermMap terms, Term term, TokenRange sentence)
    {
        int last = Math.Max(sentence.First, term.Range.First - Reach);
        for (int i = term.Range.First - 1; i >= last; i--)
        {
            if (terms.Passage.Entries[i].Cues != Cues.None && terms.At(i) is null) return i;
        }

        return -1;
    }
}
