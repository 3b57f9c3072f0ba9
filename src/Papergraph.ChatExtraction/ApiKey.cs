using Papergraph.Core;

namespace Papergraph.ChatExtraction;

/// <summary>A secret that proves to an endpoint who asks. It shows itself nowhere: not as text, not in errors, not in the cache.</summary>
public sealed class ApiKey
{
    /// <summary>Takes a key.</summary>
    /// <param name="secret">Visible ASCII characters, as RFC 6750 §2.1 has them in a header.</param>
    /// <param name="source">Where it comes from, for errors: the name of an environment variable.</param>
    /// <exception cref="PapergraphException">It is empty or has a character that no header can carry.</exception>
    public ApiKey(string secret, string source)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length == 0 || secret.AsSpan().ContainsAnyExceptInRange('!', '~')) throw ChatErrors.UnfitKey(source);
        Secret = secret;
    }

    internal string Secret { get; }

    /// <summary>The key that an environment variable holds, or null when it is not set or empty.</summary>
    /// <exception cref="PapergraphException">It holds a character that no header can carry.</exception>
    public static ApiKey? FromEnvironment(string variable) =>
        Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } secret ? new ApiKey(secret, variable) : null;

    /// <summary>The text with every occurrence of the key taken out: servers like to quote what they were sent.</summary>
    internal string Redact(string text) => text.Replace(Secret, "[key]", StringComparison.Ordinal);

    /// <summary>Never the key.</summary>
    public override string ToString() => "[key]";
}
