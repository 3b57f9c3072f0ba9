using Papergraph.Corpus;

namespace Papergraph.Linking.Tests;

public class DocumentLinkerTests
{
    [Fact]
    public void Short_and_long_form_plural_and_case_are_one_entity()
    {
        Annotated paper = new Annotated(
            "[Task:Neural Architecture Search] ([Task:NAS]) with [Method:neural networks]; [Task:NAS] of a [Method:Neural Network].")
                .Defines("NAS", "Neural Architecture Search");
        DocumentEntities entities = DocumentLinker.Group(paper.Text, paper.Extraction);
        Assert.Equal(["Neural Architecture Search, NAS", "neural networks, Neural Network"],
            entities.Entities.Select(e => string.Join(", ", e.Surfaces)));
        Assert.Equal([0, 0, 1, 0, 1], entities.OfMention);
        Assert.Equal([0, 1, 3], entities.Entities[0].Mentions);
    }

    [Fact]
    public void A_short_form_within_a_name_stands_for_its_expansion()
    {
        Annotated paper = new Annotated("[Task:Click-Through Rate (CTR) prediction], then [Task:CTR prediction] and [Concept:ctr]")
            .Defines("CTR", "Click-Through Rate");
        Assert.Equal(["Click-Through Rate (CTR) prediction, CTR prediction", "ctr"],
            DocumentLinker.Group(paper.Text, paper.Extraction).Entities.Select(e => string.Join(", ", e.Surfaces)));
    }

    [Fact]
    public void Within_a_name_the_case_of_a_short_form_must_agree()
    {
        Annotated paper = new Annotated(
            "[Method:Sparse Evolutionary Training] ([Method:SET]), [Method:training set], [Method:training Sparse Evolutionary Training]")
            .Defines("SET", "Sparse Evolutionary Training");
        Assert.Equal(3, DocumentLinker.Group(paper.Text, paper.Extraction).Entities.Count);
    }

    [Fact]
    public void The_plural_of_a_short_form_means_the_same()
    {
        Annotated paper = new Annotated(
            "[Method:Large Language Models] ([Method:LLMs]): an [Method:LLM] and [Method:LLM agents], [Method:large language model agents]")
            .Defines("LLMs", "Large Language Models");
        Assert.Equal([0, 0, 0, 1, 1], DocumentLinker.Group(paper.Text, paper.Extraction).OfMention);
    }

    [Fact]
    public void A_short_form_defined_in_two_ways_stands_for_neither()
    {
        Annotated paper = new Annotated("[Method:maximum likelihood] (ML), [Method:machine learning] (ML), [Method:ML]")
            .Defines("ML", "maximum likelihood").Defines("ML", "machine learning");
        Assert.Equal(3, DocumentLinker.Group(paper.Text, paper.Extraction).Entities.Count);
    }

    [Fact]
    public void Types_are_never_mixed_and_the_strongest_role_holds()
    {
        Annotated paper = new Annotated("[Method:diffusion] and [Task:diffusion] and [Method:Diffusion]").Claims(0, Role.Compares)
            .Claims(2, Role.Introduces);
        DocumentEntities entities = DocumentLinker.Group(paper.Text, paper.Extraction);
        Assert.Equal([(EntityType.Method, Role.Introduces), (EntityType.Task, Role.Mentions)],
            entities.Entities.Select(e => (e.Type, e.Role)));
    }
}
