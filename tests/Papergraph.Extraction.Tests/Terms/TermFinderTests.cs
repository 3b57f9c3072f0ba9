using Papergraph.Corpus;

namespace Papergraph.Extraction.Tests;

public class TermFinderTests
{
    [Theory]
    [InlineData("They present a novel and efficient river segmentation.", "river segmentation")]
    [InlineData("The proposed lake classifier is fast.", "lake classifier")]
    [InlineData("It relies on the BERT model.", "BERT")]
    [InlineData("It uses pruning techniques.", "pruning")]
    [InlineData("A hidden Markov model was fitted.", "hidden Markov model")]
    [InlineData("The task is glacier image classification task.", "glacier image classification")]
    [InlineData("They use large language models.", "large language models")]
    [InlineData("Both local and global smoothness are studied.", "local and global smoothness")]
    [InlineData("They do click-through rate (CTR) prediction now.", "click-through rate (CTR) prediction")]
    [InlineData("The results of many experiments show improvements.", "")]
    [InlineData("In recent years, existing methods have limitations.", "")]
    public void A_span_is_the_noun_phrase_that_names_the_thing(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Terms(text).Select(term => term.Surface)));

    [Theory]
    [InlineData("They trained a tidal neural network.", "tidal neural network", EntityType.Method)]
    [InlineData("They annotated the Harbour Scene corpus.", "Harbour Scene corpus", EntityType.Dataset)]
    [InlineData("It was applied to glacier segmentation.", "glacier segmentation", EntityType.Task)]
    [InlineData("They report the classification accuracy.", "classification accuracy", EntityType.Metric)]
    [InlineData("They look at the boundary layer thickness.", "boundary layer thickness", EntityType.Concept)]
    [InlineData("Tests on ImageNet were good.", "ImageNet", EntityType.Dataset)]
    [InlineData("The perplexity went down.", "perplexity", EntityType.Metric)]
    [InlineData("The XyzNet framework is free.", "XyzNet", EntityType.Method)]
    [InlineData("The dataset XyzBank is free.", "XyzBank", EntityType.Dataset)]
    [InlineData("They evaluate it on QuxBank and ZedBank.", "ZedBank", EntityType.Dataset)]
    public void The_head_or_the_context_gives_the_type(string text, string surface, EntityType type) =>
        Assert.Contains((surface, type), Terms(text));

    [Theory]
    [InlineData("Quiet shore adaptation (QuSA) leaves the weights alone.", "quiet shore adaptation|QuSA")]
    [InlineData("Quiet shore adaptation (QuSA) works. QuSA matches fine-tuning.", "quiet shore adaptation|QuSA|QuSA|fine-tuning")]
    [InlineData("Quiet shore adaptation (QuSA) works. QuSA matches it.", "quiet shore adaptation|QuSA|QuSA")]
    [InlineData("LoRA matches fine-tuning.", "LoRA|fine-tuning")]
    [InlineData("Low-rank adaptation (LoRA) leaves the weights alone.", "low-rank adaptation|LoRA")]
    [InlineData("Neural Architecture Search (NAS) finds high performing networks.", "neural architecture search|NAS")]
    [InlineData("We propose TideNet. TideNet matches it.", "TideNet|TideNet")]
    [InlineData("We propose TideNet. The TideNet hurrahs are many.", "TideNet|TideNet")]
    [InlineData("Tidal shore search (TSS) finds high performing networks.", "tidal shore search|TSS")]
    [InlineData("Click-through rate (CTR) prediction is hard. CTR prediction is hard.", "click-through rate (CTR) prediction|CTR prediction")]
    public void A_name_that_the_paper_defines_does_not_run_on_into_a_verb(string text, string expected) =>
        Assert.StartsWith(expected, Surfaces(text), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("They write to shore.model@example.org about the model@home network.")]
    [InlineData("It is from Coastal Studies Coastal Studies Volume.")]
    [InlineData("The a0a9a8a10a3a5a11a7a6 network was lost.")]
    [InlineData("The 20180412x0 network was lost.")]
    [InlineData("Tide, Ebb, Lagoon (TEL) was their book.", "Tide, Ebb, Lagoon")]
    [InlineData("Tide, Ebb, A. Lagoon (TEAL) was their book.", "Tide, Ebb, A. Lagoon")]
    public void Noise_of_a_scanned_page_is_no_term(string text, string? noise = null)
    {
        string[] found = Surfaces(text).Split('|');
        Assert.DoesNotContain(found, surface => noise is null ? surface.Length > 0 && surface != "network" : surface == noise);
    }

    [Theory]
    [InlineData("They report Recall@10 for it.", "Recall@10")]
    [InlineData("They use the FB15k-237 benchmark.", "FB15k-237")]
    [InlineData("They use the A100 card.", "A100 card")]
    public void Metrics_at_a_rank_and_names_with_digits_are_terms(string text, string expected) =>
        Assert.Contains(expected, Surfaces(text).Split('|'));

    private static string Surfaces(string text)
    {
        Extracted extracted = new("", text);
        return string.Join('|', extracted.Result.Mentions.Select((_, mention) => extracted.Surface(mention)));
    }

    private static IEnumerable<(string Surface, EntityType Type)> Terms(string text)
    {
        Passage passage = new(TextField.Abstract, text);
        return TermFinder.Find(passage).InOrder().Select(term => (passage.TextOf(term.Range).ToString(), term.Type));
    }
}
