namespace Papergraph.ChatExtraction;

/// <summary>What an extractor has asked, got, paid and thrown away so far.</summary>
public sealed record ChatUsage
{
    /// <summary>Requests sent, repeated ones included.</summary>
    public long Requests { get; init; }

    /// <summary>Those of them that repeated one that had failed for a passing reason.</summary>
    public long Retries { get; init; }

    /// <summary>Papers whose answer was kept from before.</summary>
    public long CacheHits { get; init; }

    /// <summary>Tokens of requests, as the endpoint counted them.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens of answers, as the endpoint counted them.</summary>
    public long OutputTokens { get; init; }

    /// <summary>What these tokens cost, in the currency of the prices; 0 when no prices were given.</summary>
    public decimal Cost { get; init; }

    /// <summary>What was dropped from answers, or mended.</summary>
    public AnswerCounts Answers { get; init; } = new();

    /// <summary>Papers without a usable answer.</summary>
    public long Failed { get; init; }

    /// <summary>The first 1,000 of them by name, in the order of their names.</summary>
    public IReadOnlyList<FailedPaper> FailedPapers { get; init; } = [];
}
