using FsCheck;
using FsCheck.Fluent;
using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class LearnedRolesTests(TrainedOnMadeUpPapers trained) : IClassFixture<TrainedOnMadeUpPapers>
{
    [Fact]
    public void Roles_of_names_never_seen_are_those_that_the_text_was_made_for()
    {
        foreach (int number in (int[])[1_001, 1_002])
        {
            AnnotatedMentions paper = MadeUpPapers.Marked(MadeUpPapers.Make(number), number: 0);
            Dictionary<string, Role> roles = [];
            foreach (RoleClaim claim in Claims(paper.Paper)) roles[Surface(paper.Paper, claim.Mention)] = claim.Role;
            foreach (Corpus.AnnotatedEntity entity in paper.Source.Entities) Assert.Equal(entity.Role, roles[entity.Surfaces[0]]);
        }
    }

    [Fact]
    public void All_mentions_of_an_entity_have_one_role()
    {
        PaperMentions paper = MadeUpPapers.Marked(MadeUpPapers.Unseen, number: 0).Paper;
        foreach (IGrouping<int, RoleClaim> claims in Claims(paper).GroupBy(claim => paper.Places[claim.Mention].Entity))
        {
            Assert.Equal(paper.MentionsOf(claims.Key).Count, claims.Count());
            Assert.Single(claims.Select(claim => claim.Role).Distinct());
        }
    }

    [Fact]
    public void Probabilities_of_every_entity_sum_to_one()
    {
        PaperMentions paper = MadeUpPapers.Marked(MadeUpPapers.Unseen, number: 0).Paper;
        double[] probabilities = LearnedRoles.Probabilities(trained.Roles.Classifier, paper);
        Assert.Equal(paper.EntityCount * RoleClasses.Count, probabilities.Length);
        foreach (double[] row in probabilities.Chunk(RoleClasses.Count)) Assert.Equal(1, row.Sum(), 1e-9);
    }

    [Fact]
    public void Training_twice_gives_the_same_model()
    {
        TrainedOnMadeUpPapers again = new();
        Assert.Equal(trained.Roles.Classifier.Data.ToArray(), again.Roles.Classifier.Data.ToArray());
        Assert.Equal(trained.Statements.Classifier.Data.ToArray(), again.Statements.Classifier.Data.ToArray());
        Assert.Equal((trained.Roles.Threshold, trained.Statements.Threshold), (again.Roles.Threshold, again.Statements.Threshold));
    }

    [Fact]
    public void Any_text_gives_claims_of_its_mentions_only() => Prop.ForAll(HostileText.Any, HostileText.Any, (title, body) =>
    {
        PaperMentions paper = Hostile.Mentions(title, body);
        List<RoleClaim> claims = Claims(paper);
        return claims.All(claim => claim.Mention < paper.Places.Length && claim.Confidence is > 0 and <= 1 && claim.Role != Role.Mentions)
            && claims.Select(claim => claim.Mention).SequenceEqual(claims.Select(claim => claim.Mention).Distinct().Order());
    }).Check(Config.QuickThrowOnFailure);

    private List<RoleClaim> Claims(PaperMentions paper) =>
        LearnedRoles.Claims(paper, LearnedRoles.Probabilities(trained.Roles.Classifier, paper), trained.Roles.Threshold);

    private static string Surface(PaperMentions paper, int mention) =>
        paper.Passages.TextOf(paper.Places[mention].Passage, paper.Places[mention].Range).ToString();
}
