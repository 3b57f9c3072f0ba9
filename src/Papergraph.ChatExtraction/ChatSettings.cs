using Papergraph.Core;

namespace Papergraph.ChatExtraction;

/// <summary>Which endpoint is asked, and within which bounds.</summary>
public sealed record ChatSettings
{
    /// <summary>Where the endpoint's API begins, as a rule with <c>/v1</c> at the end: <c>http://localhost:11434/v1</c>. May be null where
    /// <see cref="CacheOnly"/> is set.</summary>
    public required string? Endpoint { get; init; }

    /// <summary>Name of the model, as the endpoint knows it; 1 to 200 characters.</summary>
    public required string Model { get; init; }

    /// <summary>What proves to the endpoint who asks; null where it wants no proof.</summary>
    public ApiKey? Key { get; init; }

    /// <summary>Where answers are kept; made when it is missing.</summary>
    public string CacheDirectory { get; init; } = DefaultCacheDirectory;

    /// <summary>Whether only kept answers are used and nothing is asked.</summary>
    public bool CacheOnly { get; init; }

    /// <summary>Whether a server other than this computer may be asked without encryption.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Most requests that begin within a minute, evenly spaced, 1 to 1,000,000; null for as many as there are.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Most requests under way at once, 1 to 1,024.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Seconds until an answer must be complete, 1 to 3,600.</summary>
    public int TimeoutSeconds { get; init; } = 300;

    /// <summary>How often a request that failed for a passing reason is repeated, 0 to 20. The first wait is a second, each further one
    /// twice as long, at most a minute; a server that names a time is obeyed.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>Most tokens of one answer, 16 to 1,000,000. An answer that is longer is cut short and cannot be used.</summary>
    public int MostAnswerTokens { get; init; } = 8_192;

    /// <summary>Tokens, of requests and answers together, after which nothing more is asked; at least 1; null for no bound.</summary>
    public long? MostTokens { get; init; }

    /// <summary>Cost after which nothing more is asked, in the currency of the prices; more than 0; null for no bound.</summary>
    public decimal? MostCost { get; init; }

    /// <summary>Price of a million tokens of requests; 0 to 1,000,000.</summary>
    public decimal InputPrice { get; init; }

    /// <summary>Price of a million tokens of answers; 0 to 1,000,000.</summary>
    public decimal OutputPrice { get; init; }

    /// <summary>The user's folder for what may be deleted at any time, by the XDG Base Directory Specification 0.8:
    /// <c>$XDG_CACHE_HOME/papergraph/chat</c>, else <c>~/.cache/papergraph/chat</c>.</summary>
    public static string DefaultCacheDirectory
    {
        get
        {
            string? cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            if (string.IsNullOrEmpty(cache) || !Path.IsPathRooted(cache))
                cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(cache, "papergraph", "chat");
        }
    }

    /// <summary>These settings, if each is within its range.</summary>
    /// <exception cref="PapergraphException">One is not.</exception>
    internal ChatSettings Validated()
    {
        if (Model.Trim().Length is 0 or > 200 || Model.Any(char.IsControl)) throw ChatErrors.UnfitModel();
        Require("requests per minute", RequestsPerMinute ?? 1, 1, 1_000_000);
        Require("concurrency", Concurrency, 1, 1_024);
        Require("timeout in seconds", TimeoutSeconds, 1, 3_600);
        Require("number of retries", Retries, 0, 20);
        Require("most tokens of an answer", MostAnswerTokens, 16, 1_000_000);
        Require("most tokens of a run", MostTokens ?? 1, 1, long.MaxValue);
        Require("price of a million input tokens", InputPrice, 0, 1_000_000);
        Require("price of a million output tokens", OutputPrice, 0, 1_000_000);
        if (MostCost is not { } cost) return this;
        Require("most cost of a run", cost, 0.000_001m, 1_000_000_000);
        return InputPrice + OutputPrice > 0 ? this : throw ChatErrors.CostWithoutPrices();
    }

    private static void Require(string what, decimal value, decimal least, decimal most)
    {
        if (value < least || value > most) throw ChatErrors.OutOfRange(what, value, least, most);
    }
}
