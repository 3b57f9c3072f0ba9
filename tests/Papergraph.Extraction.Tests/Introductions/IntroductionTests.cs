namespace Papergraph.Extraction.Tests;

public class IntroductionTests
{
    [Theory]
    [InlineData("TideNet: Mapping Mud Flats", "", "Method TideNet")]
    [InlineData("Brimble: Faster Walks on Graphs", "", "Method Brimble")]
    [InlineData("MudBank: A Dataset of Tidal Photographs", "", "Dataset MudBank")]
    [InlineData("", "We propose TideNet, a model for mud flats.", "Method TideNet")]
    [InlineData("", "We release MudBank, a corpus of tidal photographs.", "Dataset MudBank")]
    [InlineData("", "In this paper, we introduce a simple framework called TideMap that helps.", "Method TideMap")]
    [InlineData("", "This work presents a new benchmark, named MudBench, for it.", "Dataset MudBench")]
    [InlineData("", "We present the Quiet Shore Estimator for noisy coasts.", "Method Quiet Shore Estimator")]
    [InlineData("", "We propose Quiet Shore Estimation (QSE), which is fast.", "Method QSE")]
    public void A_name_that_the_paper_gives_is_introduced(string title, string body, string expected)
    {
        Extracted extracted = new(title, body);
        Assert.Contains(expected, extracted.Mentions);
        Assert.Contains(expected[(expected.IndexOf(' ', StringComparison.Ordinal) + 1)..] + " Introduces", extracted.Roles);
    }

    [Theory]
    [InlineData("Beyond Accuracy: What Tests Miss", "")]
    [InlineData("BERT: A Study of Its Layers", "")]
    [InlineData("", "Smith and others proposed OldNet for this.")]
    [InlineData("", "We use OldNet, a model by others.")]
    public void What_others_made_is_not_introduced(string title, string body) =>
        Assert.DoesNotContain(new Extracted(title, body).Roles, role => role.EndsWith(" Introduces", StringComparison.Ordinal));

    [Fact]
    public void Both_forms_and_every_occurrence_of_an_introduced_name_are_introduced()
    {
        Extracted extracted = new("", "We propose Quiet Shore Estimation (QSE). On calm coasts, QSE is fast.");
        Assert.Equal(["Quiet Shore Estimation Introduces", "QSE Introduces", "QSE Introduces"],
            extracted.Roles.Where(role => role.EndsWith(" Introduces", StringComparison.Ordinal)));
    }
}
