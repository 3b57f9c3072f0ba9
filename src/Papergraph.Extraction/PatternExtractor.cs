using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Extracts by rules, patterns and word lists: no training, no model file.</summary>
/// <remarks>
/// <para>Stages: tokens and sentences; abbreviations (Schwartz and Hearst 2003); terms from noun phrases, typed by well-known names,
/// head nouns and the words around; names that the paper introduces; repetitions; roles; statements; addresses; results.
/// <c>docs/extraction.md</c> describes each rule with its precision.</para>
/// <para>Of each field the first 100,000 characters are read. Cost: linear in their number; the object has no state and may be used from
/// any number of threads.</para>
/// </remarks>
public sealed class PatternExtractor : IExtractor
{
    /// <inheritdoc/>
    public string Identity => "patterns/2";

    /// <inheritdoc/>
    public PaperExtraction Extract(PaperText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        PaperDocument document = new(text);
        List<Mention> mentions = [];
        List<RoleClaim> roles = [];
        List<Statement> statements = [];
        List<TextLink> links = [];
        foreach (TermMap field in document.Fields)
        {
            List<Term> terms = [.. field.InOrder()];
            AddRoles(document, field, terms, mentions.Count, roles);
            AddStatements(document, field, terms, mentions.Count, statements);
            foreach (Term term in terms)
                mentions.Add(new Mention(term.Type, field.Passage.PlaceOf(term.Range), RuleConfidence.Mention(term.Rule, term.Type)));
            LinkFinder.Find(field.Passage, links);
        }

        List<ReportedResult> results = [];
        foreach (TermMap field in document.Fields) ResultFinder.Find(field.Passage, mentions, results);
        return new PaperExtraction(mentions, Sorted(document.Abbreviations), roles, Sorted(statements), links, results);
    }

    private static void AddRoles(PaperDocument document, TermMap field, List<Term> terms, int offset, List<RoleClaim> roles)
    {
        int sentence = 0;
        for (int i = 0; i < terms.Count; i++)
        {
            while (field.Passage.Sentences[sentence].End < terms[i].Range.End) sentence++;
            if (document.Introduces(field, terms[i].Range) is > 0 and double sure)
                roles.Add(new RoleClaim(offset + i, Role.Introduces, sure));
            else if (RoleFinder.Find(field, terms[i], field.Passage.Sentences[sentence]) is { } shown)
                roles.Add(new RoleClaim(offset + i, shown.Role, shown.Confidence));
        }
    }

    private static void AddStatements(PaperDocument document, TermMap field, List<Term> terms, int offset, List<Statement> statements)
    {
        List<StatementFinder.Found> found = [];
        Passage passage = field.Passage;
        StatementFinder.Find(passage, terms, found);
        OwnStatements.Find(document, field, terms, found);
        foreach (StatementFinder.Found relation in found)
        {
            if (document.AreOne(passage.TextOf(terms[relation.Head].Range), passage.TextOf(terms[relation.Tail].Range))) continue;
            FieldSpan evidence = passage.PlaceOf(relation.Sentence);
            statements.Add(new Statement(offset + relation.Head, relation.Relation, offset + relation.Tail, evidence, relation.Confidence));
        }
    }

    // A pair that stands in two brackets of one text stays two; the same place twice does not.
    private static List<Abbreviation> Sorted(List<Abbreviation> pairs) =>
        [.. pairs.OrderBy(pair => pair.Short).ThenBy(pair => pair.Long).DistinctBy(pair => pair.Short)];

    private static List<Statement> Sorted(List<Statement> statements) =>
        [.. statements.OrderBy(s => s.Head).ThenBy(s => s.Relation).ThenBy(s => s.Tail).ThenByDescending(s => s.Confidence)
            .DistinctBy(s => (s.Head, s.Relation, s.Tail))];
}
