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

    private static IEnumerable<(string Surface, EntityType Type)> Terms(string text)
    {
        Passage passage = new(TextField.Abstract, text);
        return TermFinder.Find(passage).InOrder().Select(term => (passage.TextOf(term.Range).ToString(), term.Type));
    }
}
