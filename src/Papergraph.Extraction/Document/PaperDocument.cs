using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>A paper on its way through the stages: its passages with what was found in them so far.</summary>
internal sealed class PaperDocument
{
    // Searched once for every abbreviation, so it is bounded.
    private const int LongestTitle = 500;

    private readonly PaperText _text;
    private readonly AbbreviationLinks _links;

    // Surfaces of what the paper introduces, with the confidence of that.
    private readonly Dictionary<string, double> _introduced = new(StringComparer.Ordinal);

    public PaperDocument(PaperText text)
    {
        _text = text;
        Title = TermFinder.Find(new Passage(TextField.Title, text.Title));
        Abstract = TermFinder.Find(new Passage(TextField.Abstract, text.Abstract));
        Fields = [Title, Abstract];
        foreach (TermMap field in Fields) AbbreviationFinder.Find(field.Passage, Abbreviations);
        _links = new AbbreviationLinks(text, Abbreviations);
        DefinedNames.Put(this);
        foreach (TermMap field in Fields) Introduce(field);
        IntroduceBothForms();
        NameBoundaries.Put(this);
        Repetitions.Put(this);
    }

    /// <summary>A paper whose terms were found by other means: what it introduces is told by the same rules.</summary>
    public PaperDocument(PaperText text, TermMap title, TermMap @abstract, IEnumerable<Abbreviation> abbreviations)
    {
        _text = text;
        (Title, Abstract) = (title, @abstract);
        Fields = [Title, Abstract];
        Abbreviations.AddRange(abbreviations);
        _links = new AbbreviationLinks(text, Abbreviations);
        foreach (TermMap field in Fields) Introduce(field);
        IntroduceBothForms();
    }

    public TermMap Title { get; }

    public TermMap Abstract { get; }

    /// <summary>Title, then abstract.</summary>
    public IReadOnlyList<TermMap> Fields { get; }

    /// <summary>By the places of their brackets.</summary>
    public List<Abbreviation> Abbreviations { get; } = [];

    /// <summary>Probability, 0 to 1, that what stands at this place is introduced by the paper; 0 when nothing says so.</summary>
    public double Introduces(TermMap field, TokenRange range)
    {
        _introduced.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(field.Passage.TextOf(range), out double confidence);
        return confidence;
    }

    /// <summary>Whether the paper defines the word as a short form or introduces it.</summary>
    public bool Names(ReadOnlySpan<char> word) => _links.LongForm(word) is not null
        || _introduced.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    /// <summary>Whether two surfaces are the same, or the two forms of an abbreviation.</summary>
    public bool AreOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => _links.AreOne(a, b);

    private void Introduce(TermMap field)
    {
        List<Introduction> found = [];
        if (field == Title && TitleIntroduction.Find(field.Passage, Abstract.Passage.Text) is { } titled) found.Add(titled);
        if (field == Abstract) IntroductionFinder.Find(field, found);
        foreach (Introduction introduction in found)
        {
            ReadOnlySpan<char> name = field.Passage.TextOf(introduction.Range);
            if (name.Length > Term.LongestSurface || (field == Abstract && Lexicon.Name(name) is not null)) continue;
            Term? known = field.At(introduction.Range.First);
            if (introduction.IsName) field.Put(new Term(introduction.Range, TypeOf(introduction, known), TermRule.IntroducedName));
            double confidence = introduction.IsName ? RuleConfidence.IntroducedName : RuleConfidence.IntroducedDescription;
            string surface = name.ToString();
            _introduced[surface] = Math.Max(_introduced.GetValueOrDefault(surface), confidence);
        }
    }

    // What carries a name of its own is no task, whatever its last word: `Quiet Shore Estimation`.
    private static EntityType TypeOf(Introduction introduction, Term? known) =>
        introduction.Type ?? (known?.Type is EntityType.Dataset or EntityType.Metric ? known.Value.Type : EntityType.Method);

    // A method that the title names and the abstract abbreviates, and that is not known already, is the paper's own.
    private bool IsMethodOfTitle(Abbreviation pair)
    {
        string longForm = _text.At(pair.Long);
        return NameShape.IsCapitalized(longForm.AsSpan(longForm.LastIndexOf(' ') + 1))
            && pair.Short.Field == TextField.Abstract
            && _text.Title.AsSpan(0, Math.Min(_text.Title.Length, LongestTitle)).Contains(longForm, StringComparison.OrdinalIgnoreCase);
    }

    private void ShareType(FieldSpan from, FieldSpan to)
    {
        TermMap field = Fields[(int)from.Field];
        if (field.Passage.TokensOf(from.Span) is not { } source || field.Passage.TokensOf(to.Span) is not { } target) return;
        if (field.At(source.First) is { Rule: TermRule.IntroducedName } introduced && field.At(target.First) is { Rule: TermRule.DefinedName } other)
            field.Put(other with { Type = introduced.Type, Rule = TermRule.IntroducedName });
    }

    // What is introduced by one form is introduced by the other.
    private void IntroduceBothForms()
    {
        foreach (Abbreviation pair in Abbreviations)
        {
            string shortForm = _text.At(pair.Short), longForm = _text.At(pair.Long);
            double confidence = Math.Max(_introduced.GetValueOrDefault(shortForm), _introduced.GetValueOrDefault(longForm));
            if (Lexicon.Name(shortForm) is not null && !_introduced.ContainsKey(shortForm)) continue;
            if (IsMethodOfTitle(pair)) confidence = Math.Max(confidence, RuleConfidence.IntroducedDescription);
            if (confidence > 0) _introduced[shortForm] = _introduced[longForm] = confidence;
            ShareType(pair.Long, pair.Short);
            ShareType(pair.Short, pair.Long);
        }
    }
}
