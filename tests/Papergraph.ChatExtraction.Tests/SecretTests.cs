using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.ChatExtraction.Tests;

public class SecretTests
{
    private const string Secret = "sk-made-up-for-this-test";

    [Fact]
    public void The_key_goes_to_the_endpoint_and_nowhere_else()
    {
        using Asking asking = new();
        using ChatServer server = new(request => request.Question.Contains("TideNet", StringComparison.Ordinal)
            ? ChatReply.Saying(Asking.Answer.Replace("TideNet", $"TideNet {Secret}", StringComparison.Ordinal))
            : ChatReply.Error(401, $"Incorrect key provided: {Secret}"));
        ApiKey key = new(Secret, "SOME_VARIABLE");
        ChatSettings settings = asking.Settings(server.Endpoint) with { Key = key };
        using ChatExtractor extractor = new(settings, asking.Clock);
        extractor.Extract(Asking.Paper);
        Assert.Equal($"Bearer {Secret}", Assert.Single(server.Requests).Headers["Authorization"]);
        PapergraphException error = Assert.Throws<PapergraphException>(() => extractor.Extract(new Corpus.PaperText("", "Another one.")));
        string[] written = [error.ToString(), settings.ToString(), key.ToString(), extractor.Identity, extractor.Usage.ToString(),
            .. Directory.GetFiles(asking.Cache, "*", SearchOption.AllDirectories).Select(File.ReadAllText)];
        Assert.Equal(6, written.Length);
        Assert.All(written, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
        Assert.Contains("[key]", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\r\nX-Other: b")]
    [InlineData("schlüssel")]
    [InlineData("two words")]
    public void A_key_that_no_header_can_carry_is_refused_without_being_shown(string secret)
    {
        PapergraphException error = Assert.Throws<PapergraphException>(() => new ApiKey(secret, "SOME_VARIABLE"));
        Assert.Equal("PGH006", error.Code);
        Assert.Contains("SOME_VARIABLE", error.Message, StringComparison.Ordinal);
        if (secret.Length > 0) Assert.DoesNotContain(secret, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_an_address_is_refused_without_being_shown()
    {
        using Asking asking = new();
        ChatSettings settings = asking.Settings($"https://user:{Secret}@example.org/v1?k={Secret}");
        PapergraphException error = Assert.Throws<PapergraphException>(() => new ChatExtractor(settings));
        Assert.Equal("PGH001", error.Code);
        Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
    }
}
