namespace Papergraph.ChatExtraction;

/// <summary>Counts what is asked, paid and dropped, and keeps the budget. May be used from any number of threads.</summary>
internal sealed class Ledger(ChatSettings settings)
{
    private const int MostNamed = 1_000;
    private const decimal Million = 1_000_000;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, FailedPaper> _failed = new(StringComparer.Ordinal);
    private ChatUsage _usage = new();

    /// <summary>What was counted until now.</summary>
    public ChatUsage Usage
    {
        get
        {
            lock (_lock) return _usage with { FailedPapers = [.. _failed.Values] };
        }
    }

    /// <summary>Whether the endpoint must say how many tokens it used.</summary>
    public bool NeedsTokens => settings.MostTokens is not null || settings.MostCost is not null;

    /// <summary>Counts a request that is about to be sent.</summary>
    /// <exception cref="Papergraph.Core.PapergraphException">The budget is used up.</exception>
    public void Begin(bool isRetry)
    {
        lock (_lock)
        {
            if (settings.MostTokens is { } tokens && _usage.InputTokens + _usage.OutputTokens >= tokens)
                throw ChatErrors.BudgetSpent("--max-tokens-total", _usage, settings.CacheDirectory);
            if (settings.MostCost is { } cost && _usage.Cost >= cost)
                throw ChatErrors.BudgetSpent("--max-cost", _usage, settings.CacheDirectory);
            _usage = _usage with { Requests = _usage.Requests + 1, Retries = _usage.Retries + (isRetry ? 1 : 0) };
        }
    }

    public void AddTokens(int input, int output)
    {
        lock (_lock)
        {
            long inputs = _usage.InputTokens + input, outputs = _usage.OutputTokens + output;
            decimal cost = ((inputs * settings.InputPrice) + (outputs * settings.OutputPrice)) / Million;
            _usage = _usage with { InputTokens = inputs, OutputTokens = outputs, Cost = cost };
        }
    }

    public void AddCacheHit()
    {
        lock (_lock) _usage = _usage with { CacheHits = _usage.CacheHits + 1 };
    }

    public void Add(AnswerCounts counts)
    {
        lock (_lock) _usage = _usage with { Answers = _usage.Answers.Plus(counts) };
    }

    public void Add(FailedPaper paper)
    {
        lock (_lock)
        {
            _usage = _usage with { Failed = _usage.Failed + 1 };
            _failed[paper.Name] = paper;
            if (_failed.Count > MostNamed) _failed.Remove(_failed.Keys.Last());
        }
    }
}
