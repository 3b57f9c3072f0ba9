using Papergraph.Extraction;
using Papergraph.TestKit;

namespace Papergraph.Pipeline.Tests;

public class ExtractorChangeTests
{
    [Fact]
    public void Adding_with_another_extractor_reads_all_texts_anew_and_says_which_one_read_them_before()
    {
        using TemporaryFolder folder = new();
        string graph = folder.File("g");
        string first = folder.Write("one.jsonl", """{"id":"one","title":"Maps","abstract":"We evaluate BERT on SQuAD."}""");
        string second = folder.Write("two.jsonl", """{"id":"two","title":"More maps","abstract":"We evaluate BERT on MNIST."}""");
        PatternExtractor patterns = new();
        ConfidentExtractor sure = new(patterns, 0.99);
        BuildReport built = new GraphBuilder(new BuildOptions { Extractor = patterns }).Build(graph, [first]);
        Assert.Null(built.FormerExtractor);
        Assert.Null(new GraphBuilder(new BuildOptions { Extractor = patterns }).Add(graph, [first]).FormerExtractor);
        Assert.Equal(patterns.Identity, new GraphBuilder(new BuildOptions { Extractor = sure }).Add(graph, [second]).FormerExtractor);
        Assert.Equal(sure.Identity, new GraphBuilder(new BuildOptions { Extractor = patterns }).Remove(graph, ["local:two"]).FormerExtractor);
        string again = folder.File("again");
        new GraphBuilder(new BuildOptions { Extractor = patterns }).Build(again, [first]);
        Assert.Equal(GraphBytes.Of(again), GraphBytes.Of(graph));
    }
}
