using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.ChatExtraction.Tests;

public class SettingsTests
{
    public static TheoryData<Func<ChatSettings, ChatSettings>, string> Unfit => new()
    {
        { s => s with { Endpoint = "localhost" }, "PGH001" },
        { s => s with { Endpoint = "ftp://localhost/v1" }, "PGH001" },
        { s => s with { Endpoint = null }, "PGH001" },
        { s => s with { Endpoint = "http://example.org/v1" }, "PGH002" },
        { s => s with { Concurrency = 0 }, "PGH003" },
        { s => s with { RequestsPerMinute = 0 }, "PGH003" },
        { s => s with { TimeoutSeconds = 0 }, "PGH003" },
        { s => s with { Retries = 21 }, "PGH003" },
        { s => s with { MostAnswerTokens = 1 }, "PGH003" },
        { s => s with { MostTokens = 0 }, "PGH003" },
        { s => s with { MostCost = 0, InputPrice = 1 }, "PGH003" },
        { s => s with { InputPrice = -1 }, "PGH003" },
        { s => s with { Model = " " }, "PGH004" },
        { s => s with { Model = "a\nb" }, "PGH004" },
        { s => s with { MostCost = 1 }, "PGH005" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_setting_outside_its_range_is_refused_before_anything_is_sent(Func<ChatSettings, ChatSettings> change, string code)
    {
        using Asking asking = new();
        ChatSettings unfit = change(asking.Settings("http://localhost:1/v1"));
        Assert.Equal(code, Assert.Throws<PapergraphException>(() => new ChatExtractor(unfit)).Code);
    }

    [Theory]
    [InlineData("https://example.org/v1")]
    [InlineData("http://[::1]:8080")]
    [InlineData("http://127.0.0.1:8080/v1/")]
    public void Encrypted_and_local_endpoints_may_be_asked(string endpoint)
    {
        using Asking asking = new();
        using ChatExtractor extractor = new(asking.Settings(endpoint));
        Assert.Equal(0, extractor.Usage.Requests);
    }

    [Fact]
    public void Another_computer_may_be_asked_without_encryption_where_that_is_said()
    {
        using Asking asking = new();
        using ChatExtractor extractor = new(asking.Settings("http://example.org/v1") with { AllowHttp = true });
        Assert.Equal(0, extractor.Usage.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/chat/completions")]
    public void The_address_may_be_given_with_and_without_its_last_part(string ending)
    {
        using Asking asking = new();
        using ChatServer server = new(ChatReply.Saying(Asking.Answer));
        using ChatExtractor extractor = new(asking.Settings(server.Endpoint + ending), asking.Clock);
        extractor.Extract(Asking.Paper);
        Assert.StartsWith("POST /v1/chat/completions ", Assert.Single(server.Requests).Line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_identity_tells_models_and_parameters_apart_and_not_endpoints()
    {
        using Asking asking = new();
        ChatSettings settings = asking.Settings("http://localhost:1/v1");
        Assert.Matches("^llm/1-[0-9a-f]{8} some-model$", Identity(settings));
        Assert.Equal(Identity(settings), Identity(settings with { Endpoint = "https://example.org", Concurrency = 1 }));
        Assert.NotEqual(Identity(settings), Identity(settings with { Model = "other" }));
        Assert.NotEqual(Identity(settings), Identity(settings with { MostAnswerTokens = 100 }));
    }

    private static string Identity(ChatSettings settings)
    {
        using ChatExtractor extractor = new(settings);
        return extractor.Identity;
    }
}
