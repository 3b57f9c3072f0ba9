using Papergraph.Corpus;

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
    [InlineData("LoRA: Low-Rank Adaptation of Large Language Models", "Low-Rank Adaptation (LoRA) leaves the weights as they are.", "LoRA")]
    [InlineData("LoRA: Low-Rank Adaptation of Large Language Models", "", "LoRA")]
    [InlineData("QSE: Quiet Shore Estimation for Coasts", "Quiet Shore Estimation (QSE) is fast.", "QSE")]
    public void A_name_that_the_title_expands_is_introduced_for_sure(string title, string body, string name)
    {
        Extracted extracted = new(title, body);
        Assert.All(extracted.Result.Roles.Where(claim => extracted.Surface(claim.Mention) == name), claim =>
            Assert.Equal((Role.Introduces, RuleConfidence.IntroducedName), (claim.Role, claim.Confidence)));
        Assert.Contains($"{name} Introduces", extracted.Roles);
    }

    [Theory]
    [InlineData("LoRA: Low-Rank Adaptation of Large Language Models", "Large Language Models")]
    [InlineData("Faster Tuning of Tidal Neural Networks", "Tidal Neural Networks")]
    public void What_a_title_is_made_for_is_not_introduced(string title, string other)
    {
        Extracted extracted = new(title, "");
        Assert.Contains(extracted.Mentions, mention => mention.EndsWith(other, StringComparison.Ordinal));
        Assert.DoesNotContain($"{other} Introduces", extracted.Roles);
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
