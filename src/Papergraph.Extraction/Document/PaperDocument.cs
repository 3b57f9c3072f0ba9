using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A paper on its way through the stages: its passages with what was found in them so far.</summary>
internal sealed class PaperDocument
{
    public PaperDocument(PaperText text)
    {
        Title = TermFinder.Find(new Passage(TextField.Title, text.Title));
        Abstract = TermFinder.Find(new Passage(TextField.Abstract, text.Abstract));
        Fields = [Title, Abstract];
        foreach (TermMap field in Fields) AbbreviationFinder.Find(field.Passage, Abbreviations);
        DefinedNames.Put(this);
        foreach (TermMap field in Fields) Introduce(field);
        Repetitions.Put(this);
    }

    public TermMap Title { get; }

    public TermMap Abstract { get; }

    /// <summary>Title, then abstract.</summary>
    public IReadOnlyList<TermMap> Fields { get; }

    /// <summary>By the places of their brackets.</summary>
    public List<Abbreviation> Abbreviations { get; } = [];

    private readonly HashSet<FieldSpan> _introduced = [];

    /// <summary>Whether the paper introduces, at this place, what stands there.</summary>
    public bool Introduces(TermMap field, TokenRange range) => _introduced.Contains(field.Passage.PlaceOf(range));

    private void Introduce(TermMap field)
    {
        List<Introduction> found = [];
        if (field == Title && TitleIntroduction.Find(field.Passage) is { } name) found.Add(name);
        if (field == Abstract) IntroductionFinder.Find(field, found);
        foreach (Introduction introduction in found)
        {
            Term? known = field.At(introduction.Range.First);
            if (introduction.IsName && known is not { Rule: TermRule.DefinedName or TermRule.KnownName })
                field.Put(new Term(introduction.Range, introduction.Type ?? known?.Type ?? EntityType.Method, TermRule.IntroducedName));
            _introduced.Add(field.Passage.PlaceOf(introduction.Range));
        }
    }
}
