namespace Papergraph.Extraction.Tests;

public class RoleTests
{
    [Theory]
    [InlineData("We build on it using a gated recurrent network.", "gated recurrent network Uses")]
    [InlineData("The system is evaluated on ImageNet.", "ImageNet Evaluates")]
    [InlineData("It improves the accuracy.", "accuracy Evaluates")]
    [InlineData("It outperforms BERT by far.", "BERT Compares")]
    [InlineData("A tool for glacier segmentation.", "glacier segmentation Addresses")]
    public void The_verb_and_the_type_show_the_role(string text, string expected) =>
        Assert.Contains(expected, new Extracted("", text).Roles);

    [Fact]
    public void A_task_in_the_title_is_what_the_paper_addresses() =>
        Assert.Contains("Glacier Segmentation Addresses", new Extracted("Notes on Glacier Segmentation", "").Roles);
}
