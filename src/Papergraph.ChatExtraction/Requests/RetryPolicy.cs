using Polly;
using Polly.Retry;

namespace Papergraph.ChatExtraction;

/// <summary>Repeats attempts that failed for a passing reason: after 1, 2, 4 … seconds, at most a minute, or when the endpoint
/// says.</summary>
internal static class RetryPolicy
{
    public static ResiliencePipeline<Reply> Create(int retries, TimeProvider time)
    {
        ResiliencePipelineBuilder<Reply> pipeline = new() { TimeProvider = time };
        if (retries == 0) return pipeline.Build();
        return pipeline.AddRetry(new RetryStrategyOptions<Reply>
        {
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { Kind: ReplyKind.Passing }),
            MaxRetryAttempts = retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromMinutes(1),
            UseJitter = false,
            DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.RetryAfter),
        }).Build();
    }
}
