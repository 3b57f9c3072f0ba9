using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.TestKit;

namespace Papergraph.ChatExtraction.Tests;

public class BudgetTests
{
    [Fact]
    public void Tokens_cost_what_the_prices_say()
    {
        using Asking asking = new();
        using ChatServer server = new(ChatReply.Saying(Asking.Answer, input: 2_000, output: 500));
        using ChatExtractor extractor = asking.Extractor(server, s => s with { InputPrice = 0.15m, OutputPrice = 0.60m });
        extractor.Extract(Asking.Paper);
        Assert.Equal(0.0006m, extractor.Usage.Cost);
    }

    [Theory]
    [InlineData(450, null)]
    [InlineData(null, 0.0045)]
    public void A_budget_ends_the_run_with_what_was_done_and_the_cache_goes_on_from_there(int? tokens, double? cost)
    {
        using Asking asking = new();
        using ChatServer server = new(ChatReply.Saying(Asking.Answer));
        ChatSettings Bounded(ChatSettings settings) =>
            settings with { MostTokens = tokens, MostCost = (decimal?)cost, InputPrice = 10, OutputPrice = 10 };
        using ChatExtractor extractor = asking.Extractor(server, Bounded);
        PapergraphException error = Assert.Throws<PapergraphException>(() => ExtractAll(extractor));
        Assert.Equal("PGH020", error.Code);
        Assert.Contains("after 3 requests (300 tokens in, 150 out, cost 0.0045)", error.Message, StringComparison.Ordinal);
        Assert.Contains(asking.Cache, error.Message, StringComparison.Ordinal);
        using ChatExtractor again = asking.Extractor(server, Bounded);
        Assert.Throws<PapergraphException>(() => ExtractAll(again));
        Assert.Equal(6, server.Requests.Count);
        using ChatExtractor rest = asking.Extractor(server);
        ExtractAll(rest);
        Assert.Equal((2, 6), (rest.Usage.Requests, rest.Usage.CacheHits));
    }

    [Fact]
    public void A_budget_needs_an_endpoint_that_counts()
    {
        using Asking asking = new();
        using ChatServer server = new(new ChatReply(200, """
            {"choices":[{"message":{"content":"x"}}],"usage":{"prompt_tokens":-5,"completion_tokens":1e99}}
            """));
        using ChatExtractor extractor = asking.Extractor(server, s => s with { MostTokens = 1_000 });
        Assert.Equal("PGH021", Assert.Throws<PapergraphException>(() => extractor.Extract(Asking.Paper)).Code);
    }

    private static void ExtractAll(ChatExtractor extractor)
    {
        for (int i = 0; i < 8; i++) extractor.Extract(new PaperText("", $"Paper {i}."));
    }
}
