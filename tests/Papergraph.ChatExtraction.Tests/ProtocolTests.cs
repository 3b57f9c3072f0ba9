using System.Globalization;
using System.Text.Json;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.TestKit;

namespace Papergraph.ChatExtraction.Tests;

public class ProtocolTests
{
    private static readonly ChatReply Right = ChatReply.Saying(Asking.Answer);

    [Fact]
    public void A_paper_is_asked_about_once_with_a_schema_and_without_a_key_where_there_is_none()
    {
        using Asking asking = new();
        using ChatServer server = new(Right);
        using ChatExtractor extractor = asking.Extractor(server);
        extractor.Extract(Asking.Paper);
        ChatRequest request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v1/chat/completions ", request.Line, StringComparison.Ordinal);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.False(request.Headers.ContainsKey("Authorization"));
        JsonElement json = request.Json, format = json.GetProperty("response_format");
        Assert.Equal("some-model", json.GetProperty("model").GetString());
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.Equal(8192, json.GetProperty("max_tokens").GetInt32());
        Assert.Contains(Asking.Paper.Abstract, request.Question, StringComparison.Ordinal);
        Assert.Equal(new ChatUsage { Requests = 1, InputTokens = 100, OutputTokens = 50 }, extractor.Usage with { FailedPapers = [] });
    }

    [Fact]
    public void A_text_without_words_is_not_asked_about()
    {
        using Asking asking = new();
        using ChatServer server = new(Right);
        using ChatExtractor extractor = asking.Extractor(server);
        Assert.Same(PaperExtraction.Empty, extractor.Extract(new PaperText("", " \n")));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Text_beyond_the_limit_is_not_sent()
    {
        using Asking asking = new();
        using ChatServer server = new(Right);
        using ChatExtractor extractor = asking.Extractor(server);
        extractor.Extract(new PaperText("", string.Concat(Enumerable.Repeat("word ", 30_000)) + "last"));
        Assert.InRange(Assert.Single(server.Requests).Question.Length, 99_000, 100_100);
    }

    [Theory]
    [InlineData("response_format of type json_schema is not supported", "response_format", "json_object")]
    [InlineData("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "max_completion_tokens", "8192")]
    [InlineData("'temperature' does not support 0 with this model", "temperature", null)]
    [InlineData("Unknown field: seed", "seed", null)]
    public void A_parameter_that_the_endpoint_refuses_is_left_out_from_then_on(string refusal, string parameter, string? then)
    {
        using Asking asking = new();
        int asked = 0;
        using ChatServer server = new(_ => Interlocked.Increment(ref asked) == 1 ? ChatReply.Error(400, refusal) : Right);
        using ChatExtractor extractor = asking.Extractor(server);
        Assert.NotEmpty(extractor.Extract(Asking.Paper).Mentions);
        extractor.Extract(new PaperText("", "Another one."));
        Assert.Equal(3, server.Requests.Count);
        foreach (ChatRequest later in server.Requests.Skip(1))
        {
            bool isThere = later.Json.TryGetProperty(parameter, out JsonElement value);
            if (isThere && value.ValueKind == JsonValueKind.Object) value = value.GetProperty("type");
            Assert.Equal(then, isThere ? value.ToString() : null);
        }
    }

    [Fact]
    public void A_refusal_that_names_every_parameter_again_and_again_ends_the_run()
    {
        using Asking asking = new();
        using ChatServer server = new(ChatReply.Error(400, "response_format max_tokens temperature seed"));
        using ChatExtractor extractor = asking.Extractor(server);
        Assert.Equal("PGH010", Assert.Throws<PapergraphException>(() => extractor.Extract(Asking.Paper)).Code);
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public void Waits_grow_from_a_second_by_two()
    {
        using Asking asking = new();
        int asked = 0;
        using ChatServer server = new(_ => Interlocked.Increment(ref asked) <= 3 ? ChatReply.Error(500 + asked, "busy") : Right);
        using ChatExtractor extractor = asking.Extractor(server);
        Assert.NotEmpty(extractor.Extract(Asking.Paper).Mentions);
        Assert.Equal([1, 2, 4], asking.Clock.Waits.Select(w => w.TotalSeconds));
        Assert.Equal((4, 3), (extractor.Usage.Requests, extractor.Usage.Retries));
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("Wed, 01 Jan 2025 00:01:30 GMT", 90)]
    [InlineData("Tue, 31 Dec 2024 23:59:00 GMT", 0)]
    public void An_endpoint_that_says_when_to_come_back_is_obeyed(string retryAfter, int seconds)
    {
        using Asking asking = new();
        int asked = 0;
        ChatReply busy = ChatReply.Error(429, "slow down") with { Headers = [("Retry-After", retryAfter)] };
        using ChatServer server = new(_ => Interlocked.Increment(ref asked) == 1 ? busy : Right);
        using ChatExtractor extractor = asking.Extractor(server);
        Assert.NotEmpty(extractor.Extract(Asking.Paper).Mentions);
        Assert.Equal(seconds, asking.Clock.Waits.Sum(w => w.TotalSeconds));
    }

    [Theory]
    [InlineData(ChatReply.End.Reset)]
    [InlineData(ChatReply.End.CutOff)]
    public void A_connection_that_breaks_is_tried_again(ChatReply.End ending)
    {
        using Asking asking = new();
        int asked = 0;
        using ChatServer server = new(_ => Interlocked.Increment(ref asked) == 1 ? Right with { Ending = ending } : Right);
        using ChatExtractor extractor = asking.Extractor(server);
        Assert.NotEmpty(extractor.Extract(Asking.Paper).Mentions);
        Assert.Equal(1, extractor.Usage.Retries);
    }

    [Fact]
    public void An_endpoint_that_stays_silent_is_left_after_the_timeout()
    {
        using Asking asking = new();
        using ChatServer server = new(Right with { Ending = ChatReply.End.Silence });
        using ChatExtractor extractor = asking.Extractor(server, settings => settings with { TimeoutSeconds = 1, Retries = 0 });
        PapergraphException error = Assert.Throws<PapergraphException>(() => extractor.Extract(Asking.Paper));
        Assert.Equal("PGH015", error.Code);
        Assert.Contains("within 1 s", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "PGH010")]
    [InlineData(401, "PGH011")]
    [InlineData(403, "PGH011")]
    [InlineData(404, "PGH012")]
    [InlineData(307, "PGH013")]
    public void A_refusal_ends_the_run_at_once_with_a_line_that_names_endpoint_status_and_cause(int status, string code)
    {
        using Asking asking = new();
        ChatReply refusal = ChatReply.Error(status, "some\n\ncause \u0007") with { Headers = [("Location", "http://127.0.0.1:9/v1")] };
        using ChatServer server = new(refusal);
        using ChatExtractor extractor = asking.Extractor(server);
        PapergraphException error = Assert.Throws<PapergraphException>(() => extractor.Extract(Asking.Paper));
        Assert.Equal(code, error.Code);
        Assert.StartsWith(server.Endpoint + "/chat/completions ", error.Message, StringComparison.Ordinal);
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        if (status != 307) Assert.Contains("some cause.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.Same(error, Assert.Throws<PapergraphException>(() => extractor.Extract(new PaperText("", "Another one."))));
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_failure_that_does_not_pass_ends_the_run()
    {
        using Asking asking = new();
        using ChatServer server = new(ChatReply.Error(503, "down for the day"));
        using ChatExtractor extractor = asking.Extractor(server);
        PapergraphException error = Assert.Throws<PapergraphException>(() => extractor.Extract(Asking.Paper));
        Assert.Equal("PGH015", error.Code);
        Assert.Contains("failed 4 times in a row, last: 503: down for the day.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quota_that_is_used_up_or_a_wait_of_hours_is_not_waited_for()
    {
        foreach (ChatReply reply in (ChatReply[])[new ChatReply(429, """{"error":{"code":"insufficient_quota","message":"pay"}}"""),
            ChatReply.Error(429, "come back tomorrow") with { Headers = [("Retry-After", "86400")] }])
        {
            using Asking asking = new();
            using ChatServer server = new(reply);
            using ChatExtractor extractor = asking.Extractor(server);
            Assert.Equal("PGH010", Assert.Throws<PapergraphException>(() => extractor.Extract(Asking.Paper)).Code);
            Assert.Empty(asking.Clock.Waits);
        }
    }

    [Fact]
    public void A_server_that_is_not_there_ends_the_run_at_once()
    {
        using Asking asking = new();
        string endpoint;
        using (ChatServer gone = new(Right)) endpoint = gone.Endpoint;
        using ChatExtractor extractor = new(asking.Settings(endpoint), asking.Clock);
        Assert.Equal("PGH014", Assert.Throws<PapergraphException>(() => extractor.Extract(Asking.Paper)).Code);
        Assert.Empty(asking.Clock.Waits);
    }

    [Theory]
    [InlineData("<html>Welcome</html>")]
    [InlineData("""{"error":{"message":"no such provider"}}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void What_is_no_chat_endpoint_ends_the_run(string body)
    {
        using Asking asking = new();
        using ChatServer server = new(new ChatReply(200, body));
        using ChatExtractor extractor = asking.Extractor(server);
        Assert.Equal("PGH016", Assert.Throws<PapergraphException>(() => extractor.Extract(Asking.Paper)).Code);
    }

    [Theory]
    [InlineData(400, "This model's maximum context length is 4096 tokens.", AnswerFault.TextTooLong)]
    [InlineData(413, "too large", AnswerFault.TextTooLong)]
    [InlineData(400, "content_filter", AnswerFault.Refused)]
    public void A_refusal_of_one_text_is_counted_and_the_others_go_on(int status, string message, AnswerFault fault)
    {
        using Asking asking = new();
        using ChatServer server = new(request =>
            request.Question.Contains("TideNet", StringComparison.Ordinal) ? Right : ChatReply.Error(status, message));
        using ChatExtractor extractor = asking.Extractor(server);
        Assert.Empty(extractor.Extract(new PaperText("", "Another one.")).Mentions);
        Assert.NotEmpty(extractor.Extract(Asking.Paper).Mentions);
        Assert.Equal(fault, Assert.Single(extractor.Usage.FailedPapers).Fault);
    }

    [Fact]
    public void Requests_are_spaced_as_the_rate_allows()
    {
        using Asking asking = new();
        using ChatServer server = new(Right);
        using ChatExtractor extractor = asking.Extractor(server, settings => settings with { RequestsPerMinute = 20 });
        for (int i = 0; i < 4; i++) extractor.Extract(new PaperText("", $"Paper {i}."));
        Assert.Equal([3, 3, 3], asking.Clock.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public void No_more_requests_are_under_way_than_allowed_and_threads_do_not_change_the_result()
    {
        using Asking asking = new();
        int under = 0, most = 0;
        using Barrier two = new(2);
        using ChatServer server = new(_ =>
        {
            int now = Interlocked.Increment(ref under);
            InterlockedMax(ref most, now);
            two.SignalAndWait(TimeSpan.FromSeconds(30));    // each waits for another, so that two are under way for certain
            Interlocked.Decrement(ref under);
            return Right;
        });
        using ChatExtractor extractor = asking.Extractor(server, settings => settings with { Concurrency = 2 });
        string[] found = new string[16];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            found[i] = Asking.Describe(extractor.Extract(Variant(i))));
        Assert.Equal(2, most);
        Assert.Equal(16, server.Requests.Count);
        using ChatExtractor alone = asking.Extractor(server, settings => settings with { CacheOnly = true });
        Assert.Equal(found, Enumerable.Range(0, 16).Select(i => Asking.Describe(alone.Extract(Variant(i)))));

        static PaperText Variant(int number) => Asking.Paper with { Title = Asking.Paper.Title + new string('!', number) };
    }

    [Fact]
    public void The_user_can_end_a_wait()
    {
        using Asking asking = new();
        using CancellationTokenSource end = new();
        using ChatServer server = new(_ =>
        {
            end.Cancel();
            return Right with { Ending = ChatReply.End.Silence };
        });
        using ChatExtractor extractor = new(asking.Settings(server.Endpoint), asking.Clock, end.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => extractor.Extract(Asking.Paper));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen = Volatile.Read(ref most);
        while (value > seen)
        {
            int now = Interlocked.CompareExchange(ref most, value, seen);
            if (now == seen) return;
            seen = now;
        }
    }
}
