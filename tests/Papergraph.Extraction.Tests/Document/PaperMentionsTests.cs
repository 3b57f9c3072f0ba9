using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class PaperMentionsTests
{
    [Fact]
    public void Case_and_plural_and_abbreviation_make_one_entity()
    {
        PaperMentions paper = Of("Tidal networks", "A tidal network (TN) is deep. TNs and reef networks differ.",
            "Tidal networks", "tidal network", "TN", "TNs", "reef networks");
        Assert.Equal([0, 0, 0, 0, 1], paper.Places.Select(place => place.Entity));
        Assert.Equal([0, 1, 2, 3], paper.MentionsOf(0));
    }

    [Fact]
    public void A_mention_knows_its_sentence()
    {
        const string Body = "We study reefs. They use sonar. It helps.";
        PaperMentions paper = Of("", Body, "reefs", "sonar");
        Assert.Equal([0, 1], paper.Places.Select(place => place.Sentence));
        Assert.Equal("They use sonar.", new PaperText("", Body).At(paper.EvidenceOf(paper.Places[1])));
    }

    [Fact]
    public void Sentences_tell_whose_work_they_speak_of()
    {
        PaperMentions paper = Of("", "Earlier work proposes nets. We propose gates. The proposed gates win.");
        Assert.Equal([false, true, true], paper.SentencesOf(1).ToArray().Select(sentence => sentence.IsOwn));
        Assert.Equal([-1, 6, -1], paper.SentencesOf(1).ToArray().Select(sentence => sentence.OwnVerb));
    }

    [Fact]
    public void What_begins_within_a_token_has_no_entity()
    {
        PaperText text = new("", "Gradients vanish.");
        FieldSpan place = new(TextField.Abstract, new Core.TextSpan(2, 9));
        PaperMentions paper = new(new PaperPassages(text), [new Mention(EntityType.Concept, place, 1)]);
        Assert.Equal(-1, Assert.Single(paper.Places).Entity);
        Assert.Equal(0, paper.EntityCount);
    }

    [Fact]
    public void What_is_introduced_pairs_with_what_shares_no_sentence_with_it()
    {
        PaperMentions paper = Of("", "We propose Gro. It uses kelp. Sand is old.", "Gro", "kelp", "Sand");
        double[] roles = new double[3 * RoleClasses.Count];
        Assert.Empty(EntityPairs.Of(paper, roles));
        roles[(int)Role.Introduces] = 0.9;
        Assert.Equal([new EntityPair(0, 1, 0, 0), new EntityPair(0, 2, 0, 0)], EntityPairs.Of(paper, roles));
    }

    [Fact]
    public void A_pair_is_seen_where_the_two_stand_closest()
    {
        PaperMentions paper = Of("", "Kelp beside sand beside silt. Kelp in silt.", "Kelp", "sand", "silt", "Kelp", "silt");
        EntityPair pair = Assert.Single(
            EntityPairs.Of(paper, new double[3 * RoleClasses.Count]),
            p => paper.Places[p.Second].Entity == 2 && paper.Places[p.First].Entity == 0);
        Assert.Equal(new EntityPair(3, 4, 0, 2), pair);
    }

    // Mentions are the surfaces, each looked for behind the one before.
    private static PaperMentions Of(string title, string body, params string[] surfaces)
    {
        PaperText text = new(title, body);
        PaperPassages passages = new(text);
        List<Mention> mentions = [];
        (TextField field, int at) = (TextField.Title, 0);
        foreach (string surface in surfaces)
        {
            int found = text[field].IndexOf(surface, at, StringComparison.Ordinal);
            if (found < 0) (field, found) = (TextField.Abstract, body.IndexOf(surface, StringComparison.Ordinal));
            at = found + surface.Length;
            mentions.Add(new Mention(EntityType.Method, new FieldSpan(field, new Core.TextSpan(found, at)), 1));
        }

        return new PaperMentions(passages, mentions);
    }
}
