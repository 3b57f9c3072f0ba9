using System.CommandLine;
using System.CommandLine.Parsing;
using Papergraph.ChatExtraction;

namespace Papergraph.Cli.Commands;

/// <summary>The options of <c>--extractor llm</c>: which endpoint is asked, and within which bounds.</summary>
internal sealed class ChatOptions
{
    private const string StandardKeyVariable = "OPENAI_API_KEY";
    private static readonly ChatSettings Standard = new() { Endpoint = null, Model = "" };

    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "Address of an OpenAI-compatible API, such as http://localhost:11434/v1.",
        HelpName = "URL",
    };

    private readonly Option<string> _keyVariable = new("--api-key-env")
    {
        Description = "Environment variable that holds the key. Without this option OPENAI_API_KEY is used, for https endpoints only.",
        DefaultValueFactory = _ => StandardKeyVariable,
        HelpName = "NAME",
    };

    private readonly Option<int?> _requestsPerMinute = new("--requests-per-minute")
    {
        Description = "Most requests a minute.",
        HelpName = "N",
    };

    private readonly Option<int> _concurrency = new("--concurrency")
    {
        Description = "Most requests under way at once.",
        DefaultValueFactory = _ => Standard.Concurrency,
        HelpName = "N",
    };

    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "Seconds until an answer must be complete.",
        DefaultValueFactory = _ => Standard.TimeoutSeconds,
        HelpName = "SECONDS",
    };

    private readonly Option<int> _retries = new("--retries")
    {
        Description = "How often a request that failed for a passing reason is repeated.",
        DefaultValueFactory = _ => Standard.Retries,
        HelpName = "N",
    };

    private readonly Option<int> _answerTokens = new("--max-answer-tokens")
    {
        Description = "Most tokens of one answer.",
        DefaultValueFactory = _ => Standard.MostAnswerTokens,
        HelpName = "N",
    };

    private readonly Option<long?> _mostTokens = new("--max-tokens-total")
    {
        Description = "End the run when so many tokens are used.",
        HelpName = "N",
    };

    private readonly Option<decimal?> _mostCost = new("--max-cost")
    {
        Description = "End the run when it has cost so much; needs prices.",
        HelpName = "AMOUNT",
    };

    private readonly Option<decimal> _inputPrice = new("--price-input")
    {
        Description = "Price of a million tokens of requests.",
        HelpName = "AMOUNT",
    };

    private readonly Option<decimal> _outputPrice = new("--price-output")
    {
        Description = "Price of a million tokens of answers.",
        HelpName = "AMOUNT",
    };

    private readonly Option<string?> _cache = new("--cache")
    {
        Description = "Directory in which answers are kept; papergraph/chat in the user's cache folder without this option.",
        HelpName = "DIRECTORY",
    };

    private readonly Option<bool> _cacheOnly = new("--cache-only", "--offline") { Description = "Use kept answers only and ask nobody." };

    private readonly Option<bool> _allowHttp = new("--allow-http") { Description = "Ask another computer without encryption." };

    /// <summary>The options, in the order of the help.</summary>
    internal IReadOnlyList<Option> All =>
    [
        _endpoint, _keyVariable, _requestsPerMinute, _concurrency, _timeout, _retries, _answerTokens, _mostTokens, _mostCost,
        _inputPrice, _outputPrice, _cache, _cacheOnly, _allowHttp,
    ];

    /// <summary>What is missing among the options; null when nothing is.</summary>
    internal string? Missing(CommandResult result) =>
        result.GetValue(_endpoint) is null && !result.GetValue(_cacheOnly)
            ? "--extractor llm needs --endpoint URL, or --cache-only." : null;

    /// <summary>Most requests under way at once.</summary>
    internal int Concurrency(ParseResult parsed) => parsed.GetValue(_concurrency);

    /// <summary>The extractor that the options describe.</summary>
    internal ChatExtractor Create(ParseResult parsed, string model, CancellationToken cancellation)
    {
        string? endpoint = parsed.GetValue(_endpoint);
        ChatSettings settings = new()
        {
            Endpoint = endpoint,
            Model = model,
            Key = Key(parsed, endpoint ?? ""),
            CacheOnly = parsed.GetValue(_cacheOnly),
            AllowHttp = parsed.GetValue(_allowHttp),
            RequestsPerMinute = parsed.GetValue(_requestsPerMinute),
            Concurrency = parsed.GetValue(_concurrency),
            TimeoutSeconds = parsed.GetValue(_timeout),
            Retries = parsed.GetValue(_retries),
            MostAnswerTokens = parsed.GetValue(_answerTokens),
            MostTokens = parsed.GetValue(_mostTokens),
            MostCost = parsed.GetValue(_mostCost),
            InputPrice = parsed.GetValue(_inputPrice),
            OutputPrice = parsed.GetValue(_outputPrice),
        };
        if (parsed.GetValue(_cache) is { } cache) settings = settings with { CacheDirectory = Path.GetFullPath(cache) };
        return new ChatExtractor(settings, cancellation: cancellation);
    }

    // A key that happens to be in the environment is meant for OpenAI or the like, not for whatever server runs on this computer.
    private ApiKey? Key(ParseResult parsed, string endpoint)
    {
        string variable = parsed.GetValue(_keyVariable)!;
        bool isNamed = parsed.GetResult(_keyVariable) is { Implicit: false };
        if (!isNamed && !endpoint.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) return null;
        ApiKey? key = ApiKey.FromEnvironment(variable);
        return key is null && isNamed ? throw CliErrors.NoSuchVariable(variable) : key;
    }
}
