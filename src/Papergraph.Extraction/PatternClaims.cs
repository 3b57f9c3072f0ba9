using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>What the rules say of terms that were found: their roles and the statements between them.</summary>
internal static class PatternClaims
{
    /// <summary>Adds the roles of the terms of a field.</summary>
    /// <param name="document">What the paper introduces.</param>
    /// <param name="field">The terms of the field.</param>
    /// <param name="terms">The same, in order.</param>
    /// <param name="offset">Index of the first among the mentions of the paper.</param>
    /// <param name="roles">Receives the claims.</param>
    public static void AddRoles(PaperDocument document, TermMap field, List<Term> terms, int offset, List<RoleClaim> roles)
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

    /// <summary>Adds the statements between the terms of a field; parameters as for <see cref="AddRoles"/>.</summary>
    public static void AddStatements(PaperDocument document, TermMap field, List<Term> terms, int offset, List<Statement> statements)
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

    /// <summary>By the place of the short form. A pair that stands in two brackets of one text stays two; the same place twice does
    /// not.</summary>
    public static List<Abbreviation> Sorted(IEnumerable<Abbreviation> pairs) =>
        [.. pairs.OrderBy(pair => pair.Short).ThenBy(pair => pair.Long).DistinctBy(pair => pair.Short)];

    /// <summary>By head, relation and tail, each once with its highest confidence.</summary>
    public static List<Statement> Sorted(IEnumerable<Statement> statements) =>
        [.. statements.OrderBy(s => s.Head).ThenBy(s => s.Relation).ThenBy(s => s.Tail).ThenByDescending(s => s.Confidence)
            .DistinctBy(s => (s.Head, s.Relation, s.Tail))];
}
