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
            PatternClaims.AddRoles(document, field, terms, mentions.Count, roles);
            PatternClaims.AddStatements(document, field, terms, mentions.Count, statements);
            foreach (Term term in terms)
                mentions.Add(new Mention(term.Type, field.Passage.PlaceOf(term.Range), RuleConfidence.Mention(term.Rule, term.Type)));
            LinkFinder.Find(field.Passage, links);
        }

        List<ReportedResult> results = [];
        foreach (TermMap field in document.Fields) ResultFinder.Find(field.Passage, mentions, results);
        return new PaperExtraction(
            mentions, PatternClaims.Sorted(document.Abbreviations), roles, PatternClaims.Sorted(statements), links, results);
    }
}
