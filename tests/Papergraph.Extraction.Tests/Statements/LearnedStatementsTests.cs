using FsCheck;
using FsCheck.Fluent;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class LearnedStatementsTests(TrainedOnMadeUpPapers trained) : IClassFixture<TrainedOnMadeUpPapers>
{
    [Fact]
    public void Statements_of_names_never_seen_are_those_that_the_text_was_made_for()
    {
        foreach (int number in (int[])[1_001, 1_002])
        {
            Corpus.AnnotatedPaper source = MadeUpPapers.Make(number);
            AnnotatedMentions paper = MadeUpPapers.Marked(source, number: 0);
            IEnumerable<string> expected = source.Relations.Select(r => $"{r.Head} {RelationLabels.Find(r.Label)} {r.Tail}");
            IEnumerable<string> found = Find(paper.Paper).Select(s => $"{Surface(paper.Paper, s.Head)} {s.Relation} {Surface(paper.Paper, s.Tail)}");
            Assert.Equal(expected.Order(), found.Order());
        }
    }

    // `Our model uses X`: the name itself stands in another sentence.
    [Fact]
    public void The_evidence_is_the_sentence_of_the_other_entity()
    {
        Corpus.AnnotatedPaper source = MadeUpPapers.Unseen;
        Statement basedOn = Assert.Single(Find(MadeUpPapers.Marked(source, number: 0).Paper), s => s.Relation == Relation.BasedOn);
        Assert.StartsWith("Our model uses ", source.Text.At(basedOn.Evidence), StringComparison.Ordinal);
        Assert.EndsWith(".", source.Text.At(basedOn.Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_gives_statements_of_its_mentions_only() => Prop.ForAll(HostileText.Any, HostileText.Any, (title, body) =>
    {
        PaperMentions paper = Hostile.Mentions(title, body);
        List<Statement> statements = Find(paper);
        return statements.All(s => s.Head < paper.Places.Length && s.Tail < paper.Places.Length && s.Confidence is > 0 and <= 1
            && paper.Places[s.Head].Entity != paper.Places[s.Tail].Entity
            && s.Evidence.Span.End <= paper.Passages[(int)s.Evidence.Field].Text.Length);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Every_class_is_one_relation_in_one_direction()
    {
        for (int c = StatementClasses.None + 1; c < StatementClasses.Count; c++)
        {
            (Relation relation, bool headIsFirst) = StatementClasses.RelationOf(c);
            if (relation != Relation.ComparedWith) Assert.Equal(c, StatementClasses.Of(relation, headIsFirst));
        }
    }

    private List<Statement> Find(PaperMentions paper) =>
        LearnedStatements.Find(trained.Statements, paper, LearnedRoles.Probabilities(trained.Roles.Classifier, paper));

    private static string Surface(PaperMentions paper, int mention) =>
        paper.Passages.TextOf(paper.Places[mention].Passage, paper.Places[mention].Range).ToString();
}
