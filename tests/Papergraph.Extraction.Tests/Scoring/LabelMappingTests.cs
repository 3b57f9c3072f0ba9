using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class LabelMappingTests
{
    [Theory]
    [InlineData("TASK", EntityType.Task)]
    [InlineData("Process", EntityType.Method)]
    [InlineData("material", EntityType.Dataset)]
    [InlineData("OtherScientificTerm", EntityType.Concept)]
    [InlineData("Metric", EntityType.Metric)]
    public void Labels_of_others_have_a_type(string label, EntityType type) => Assert.Equal(type, LabelMapping.ToEntityType(label));

    [Theory]
    [InlineData("Generic")]
    [InlineData("")]
    [InlineData("1")]
    public void Labels_without_a_counterpart_have_none(string label) => Assert.Null(LabelMapping.ToEntityType(label));

    [Fact]
    public void What_is_left_out_takes_its_relations_along_unless_the_surface_stays_under_another_label()
    {
        AnnotatedPaper paper = Marked.Places("it beats it and BERT", "0-2 Generic", "9-11 Task", "16-20 Method") with
        {
            Relations = [Marked.Relation("it", "USED-FOR", "BERT")],
        };
        Assert.Single(LabelMapping.Apply(paper, label => label == "Generic" ? null : label).Relations);
        AnnotatedPaper methods = LabelMapping.Apply(paper, label => label == "Method" ? "M" : null);
        Assert.Empty(methods.Relations);
        Assert.Equal("M", Assert.Single(methods.Spans!).Label);
        Assert.Equal("M", Assert.Single(methods.Entities).Label);
    }

    [Fact]
    public void Relations_of_SciERC_are_read_in_our_direction()
    {
        Assert.Equal(Marked.Relation("a", "USED_FOR", "b"), LabelMapping.ToRelation(Marked.Relation("a", "USED-FOR", "b"), null));
        Assert.Equal(Marked.Relation("a", "IS_A", "b"), LabelMapping.ToRelation(Marked.Relation("a", "HYPONYM-OF", "b"), null));
        Assert.Equal(Marked.Relation("b", "MEASURED_BY", "a"), LabelMapping.ToRelation(Marked.Relation("a", "EVALUATE-FOR", "b"), EntityType.Metric));
        Assert.Equal(Marked.Relation("b", "EVALUATED_ON", "a"), LabelMapping.ToRelation(Marked.Relation("a", "EVALUATE-FOR", "b"), EntityType.Dataset));
    }
}
