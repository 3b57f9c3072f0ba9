using System.Collections.Concurrent;
using Papergraph.Core;

namespace Papergraph.ChatExtraction;

/// <summary>Gives the answer to each question: from the cache, else from the endpoint, and then it is in the cache.</summary>
/// <remarks>Threads that have the same question at the same time share one answer.</remarks>
internal sealed class AnswerSource(ChatSettings settings, Ledger ledger, ChatClient? client)
{
    private readonly AnswerCache _cache = new(settings.CacheDirectory);
    private readonly ConcurrentDictionary<string, Lazy<Completion>> _underWay = new(StringComparer.Ordinal);

    /// <summary>What the model says.</summary>
    /// <exception cref="PapergraphException">The run cannot go on.</exception>
    public Completion Answer(string question)
    {
        string key = Prompt.Key(settings.Model, settings.MostAnswerTokens, question);
        bool isNew = false;
        Lazy<Completion> own = new(() => _cache.Find(key) ?? Ask(key, question, out isNew));
        Lazy<Completion> shared = _underWay.GetOrAdd(key, own);
        try
        {
            Completion answer = shared.Value;
            if (!isNew && answer.Fault != AnswerFault.NotInCache) ledger.AddCacheHit();
            return answer;
        }
        finally
        {
            if (shared == own) _underWay.TryRemove(key, out _);
        }
    }

    private Completion Ask(string key, string question, out bool isNew)
    {
        isNew = true;
        if (client is null) return new Completion("", AnswerFault.NotInCache);
        Completion answer = client.Ask(question, out bool isKeepable);
        if (isKeepable) _cache.Keep(key, answer);
        return answer;
    }
}
