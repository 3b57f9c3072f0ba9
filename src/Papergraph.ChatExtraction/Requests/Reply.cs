using System.Net;

namespace Papergraph.ChatExtraction;

/// <summary>How one attempt to send a request ended.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Body">What came back; or, where nothing did, what went wrong.</param>
/// <param name="Status">Status of the answer, where there is one.</param>
/// <param name="RetryAfter">How long the endpoint asks to wait, where it does.</param>
internal sealed record Reply(ReplyKind Kind, string Body, HttpStatusCode Status = 0, TimeSpan? RetryAfter = null);

/// <summary>What to make of an attempt.</summary>
internal enum ReplyKind
{
    /// <summary>The endpoint answered with success.</summary>
    Answer,

    /// <summary>The endpoint refused, and would do so again.</summary>
    Refusal,

    /// <summary>The answer is larger than any that could be used.</summary>
    TooLarge,

    /// <summary>A failure that may be gone next time: too many requests, trouble within the server, a time-out, a broken
    /// connection.</summary>
    Passing,

    /// <summary>No connection to the server.</summary>
    Unreachable,
}
