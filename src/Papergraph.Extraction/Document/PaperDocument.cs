using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A paper on its way through the stages: its passages with what was found in them so far.</summary>
internal sealed class PaperDocument
{
    private readonly PaperText _text;

    public PaperDocument(PaperText text)
    {
        _text = text;
        Title = TermFinder.Find(new Passage(TextField.Title, text.Title));
        Abstract = TermFinder.Find(new Passage(TextField.Abstract, text.Abstract));
        Fields = [Title, Abstract];
        foreach (TermMap field in Fields) AbbreviationFinder.Find(field.Passage, Abbreviations);
        DefinedNames.Put(this);
        foreach (TermMap field in Fields) Introduce(field);
        IntroduceBothForms();
        Repetitions.Put(this);
    }

    public TermMap Title { get; }

    public TermMap Abstract { get; }

    /// <summary>Title, then abstract.</summary>
    public IReadOnlyList<TermMap> Fields { get; }

    /// <summary>By the places of their brackets.</summary>
    public List<Abbreviation> Abbreviations { get; } = [];

    // Surfaces of what the paper introduces, with the confidence of that.
    private readonly Dictionary<string, double> _introduced = new(StringComparer.Ordinal);

    /// <summary>Probability, 0 to 1, that what stands at this place is introduced by the paper; 0 when nothing says so.</summary>
    public double Introduces(TermMap field, TokenRange range)
    {
        _introduced.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(field.Passage.TextOf(range), out double confidence);
        return confidence;
    }

    private void Introduce(TermMap field)
    {
        List<Introduction> found = [];
        if (field == Title && TitleIntroduction.Find(field.Passage, Abstract.Passage.Text) is { } name) found.Add(name);
        if (field == Abstract) IntroductionFinder.Find(field, found);
        foreach (Introduction introduction in found)
        {
            if (Lexicon.Name(field.Passage.TextOf(introduction.Range)) is not null) continue;
            Term? known = field.At(introduction.Range.First);
            if (introduction.IsName && known is not { Rule: TermRule.DefinedName })
                field.Put(new Term(introduction.Range, introduction.Type ?? known?.Type ?? EntityType.Method, TermRule.IntroducedName));
            bool isNamed = introduction.IsName || known is { Rule: TermRule.DefinedName };
            string surface = field.Passage.TextOf(introduction.Range).ToString();
            _introduced[surface] = Math.Max(
                _introduced.GetValueOrDefault(surface), isNamed ? RuleConfidence.IntroducedName : RuleConfidence.IntroducedDescription);
        }
    }

    // A method that the title names and the abstract abbreviates, and that is not known already, is the paper's own.
    private bool IsMethodOfTitle(Abbreviation pair)
    {
        string longForm = _text.At(pair.Long);
        return NameShape.IsCapitalized(longForm.AsSpan(longForm.LastIndexOf(' ') + 1))
            && pair.Short.Field == TextField.Abstract
            && Title.Passage.Text.AsSpan(0, Math.Min(Title.Passage.Text.Length, Passage.LongestText)).Contains(longForm, StringComparison.OrdinalIgnoreCase);
    }

    // What is introduced by one form is introduced by the other.
    private void IntroduceBothForms()
    {
        foreach (Abbreviation pair in Abbreviations)
        {
            if (Lexicon.Name(_text.At(pair.Short)) is not null) continue;
            if (IsMethodOfTitle(pair)) _introduced[_text.At(pair.Short)] = RuleConfidence.IntroducedDescription;
            string shortForm = _text.At(pair.Short), longForm = _text.At(pair.Long);
            double confidence = Math.Max(_introduced.GetValueOrDefault(shortForm), _introduced.GetValueOrDefault(longForm));
            if (confidence > 0) _introduced[shortForm] = _introduced[longForm] = confidence;
        }
    }
}
