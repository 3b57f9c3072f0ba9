using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Extracts with a trained model: mentions with calibrated confidences.</summary>
/// <remarks>
/// <para>Stages: tokens, sentences, parts of speech; abbreviations; the probability of each run of tokens to be a mention (a conditional
/// random field); the decision between them in the light of the whole paper; roles and statements; addresses.</para>
/// <para>Labels that correspond to no type of Papergraph (<see cref="LabelMapping"/>) give no mention. Of each field the first 100,000
/// characters
/// are read. Cost: linear in their number; may be used from any number of threads.</para>
/// </remarks>
public sealed class LearnedExtractor : IExtractor
{
    private readonly ExtractionModel _model;
    private readonly ISpanLabeller _labeller;
    private readonly PaperDecoder _decoder;
    private readonly EntityType?[] _types;

    /// <summary>An extractor.</summary>
    /// <param name="model">What it has learned.</param>
    /// <param name="quality">What to spend on a paper.</param>
    public LearnedExtractor(ExtractionModel model, ExtractionQuality quality = ExtractionQuality.Fast)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _labeller = model.LabellerOf(quality);
        _decoder = model.DecoderOf(quality);
        _types = [.. model.Labels.Select(LabelMapping.ToEntityType)];
        Identity = $"learned/1 {quality.ToString().ToLowerInvariant()} {model.Hash}";
    }

    /// <inheritdoc/>
    public string Identity { get; }

    /// <inheritdoc/>
    public PaperExtraction Extract(PaperText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        PaperPassages passages = new(text);
        List<SpanCandidate> spans = Find(passages);
        spans.RemoveAll(span => !IsTerm(passages[span.Passage], span));
        List<Mention> mentions = [.. spans.Select(span => new Mention(
            _types[span.Label]!.Value, passages[span.Passage].PlaceOf(span.Range), Math.Round(span.Probability, 4)))];
        (List<RoleClaim> roles, List<Statement> statements) =
            _model.Claims is { } claims ? Learned(claims, passages, mentions) : ByRules(text, passages, spans);
        List<TextLink> links = [];
        List<ReportedResult> results = [];
        foreach (Passage passage in passages.All)
        {
            LinkFinder.Find(passage, links);
            ResultFinder.Find(passage, mentions, results);
        }

        return new PaperExtraction(mentions, PatternClaims.Sorted(passages.Abbreviations), roles, statements, links, results);
    }

    /// <summary>Marks a paper as annotators do: with the model's own labels, on the tokens that the paper was cut into where it has
    /// some.</summary>
    /// <param name="paper">A paper, of which only the text and the tokens are read.</param>
    /// <returns>The paper with places and, each surface and label once, entities; without roles and relations.</returns>
    public AnnotatedPaper Annotate(AnnotatedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        PaperPassages passages = PaperPassages.Of(paper);
        List<SpanCandidate> found = Find(passages);
        List<AnnotatedSpan> spans = [.. found.Select(span => new AnnotatedSpan(
            _model.Labels[span.Label], passages[span.Passage].PlaceOf(span.Range), Math.Round(span.Probability, 4)))];
        return new AnnotatedPaper
        {
            Id = paper.Id,
            Text = paper.Text,
            Sentences = paper.Sentences,
            Spans = spans,
            Entities = [.. spans.Select(span => (span.Label, Surface: paper.Text.At(span.Place))).Distinct()
                .Select(entity => new AnnotatedEntity(entity.Label, [entity.Surface], null))],
            Abbreviations = [.. passages.Abbreviations
                .Select(pair => new AbbreviationPair(paper.Text.At(pair.Short), paper.Text.At(pair.Long))).Distinct()],
        };
    }

    private List<SpanCandidate> Find(PaperPassages passages)
    {
        List<SpanCandidate> spans = [];
        _labeller.Find(passages, spans);
        _decoder.Decode(passages, spans);
        return spans;
    }

    private static (List<RoleClaim> Roles, List<Statement> Statements) Learned(ClaimModel model, PaperPassages passages, List<Mention> mentions)
    {
        PaperMentions paper = new(passages, mentions);
        double[] roles = LearnedRoles.Probabilities(model.Roles.Classifier, paper);
        return (LearnedRoles.Claims(paper, roles, model.Roles.Threshold), LearnedStatements.Find(model.Statements, paper, roles));
    }

    private (List<RoleClaim> Roles, List<Statement> Statements) ByRules(PaperText text, PaperPassages passages, List<SpanCandidate> spans)
    {
        TermMap[] fields = [.. passages.All.Select(passage => new TermMap(passage))];
        TermMap[] claimed = [.. passages.All.Select(passage => new TermMap(passage))];
        foreach (SpanCandidate span in spans)
        {
            Term term = TermOf(passages[span.Passage], span);
            fields[span.Passage].Put(term);
            claimed[span.Passage].Put(term);
        }

        PaperDocument document = new(text, claimed[0], claimed[1], passages.Abbreviations);
        List<RoleClaim> roles = [];
        List<Statement> statements = [];
        int offset = 0;
        foreach (TermMap field in fields)
        {
            List<Term> terms = [.. field.InOrder()];
            PatternClaims.AddRoles(document, field, terms, offset, roles);
            PatternClaims.AddStatements(document, field, terms, offset, statements);
            offset += terms.Count;
        }

        return (roles, PatternClaims.Sorted(statements));
    }

    private bool IsTerm(Passage passage, SpanCandidate span) => _types[span.Label] is not null
        && passage.SpanOf(span.Range).Length <= Term.LongestSurface && !Noise.Is(passage, span.Range);

    private Term TermOf(Passage passage, SpanCandidate span)
    {
        bool isKnown = Lexicon.Name(passage.TextOf(span.Range)) is not null;
        return new Term(span.Range, _types[span.Label]!.Value, isKnown ? TermRule.KnownName : TermRule.HeadedPhrase);
    }
}
