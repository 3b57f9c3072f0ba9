using System.Net;
using Papergraph.Core;
using Polly;

namespace Papergraph.ChatExtraction;

/// <summary>Asks an endpoint: as often as the pace allows, as long as the budget lasts, again where a failure may pass.</summary>
/// <remarks>What cannot be mended by asking again ends the run: every request under way or to come fails with the same error.</remarks>
internal sealed class ChatClient : IDisposable
{
    private static readonly string[] SaysTooLong = ["context_length_exceeded", "exceed_context_size", "maximum context length"];

    private readonly ChatSettings _settings;
    private readonly Ledger _ledger;
    private readonly ChatEndpoint _endpoint;
    private readonly ResiliencePipeline<Reply> _retries;
    private readonly Pace _pace;
    private readonly SemaphoreSlim _places;
    private readonly CancellationTokenSource _end;
    private PapergraphException? _endedBy;
    private volatile RequestForm _form = RequestForm.Full;
    private volatile bool _hasAnswered;

    public ChatClient(ChatSettings settings, Ledger ledger, TimeProvider time, CancellationToken cancellation)
    {
        _settings = settings;
        _ledger = ledger;
        _endpoint = new ChatEndpoint(settings, time);
        _retries = RetryPolicy.Create(settings.Retries, time);
        _pace = new Pace(settings.RequestsPerMinute, time);
        _places = new SemaphoreSlim(settings.Concurrency);
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>The endpoint's answer to a question.</summary>
    /// <param name="question">What the user says, in the words of the protocol.</param>
    /// <param name="isKeepable">Whether the answer is the model's and would be the same another time.</param>
    /// <exception cref="PapergraphException">The run cannot go on.</exception>
    /// <exception cref="OperationCanceledException">The user ended it.</exception>
    public Completion Ask(string question, out bool isKeepable)
    {
        bool hasPlace = false;
        try
        {
            _places.Wait(_end.Token);
            hasPlace = true;
            Reply reply = Send(question);
            isKeepable = reply.Kind == ReplyKind.Answer;
            return isKeepable ? Read(reply) : new Completion("", FaultOfText(reply) ?? throw Error(reply));
        }
        catch (PapergraphException e)
        {
            PapergraphException first = Interlocked.CompareExchange(ref _endedBy, e, null) ?? e;
            _end.Cancel();
            throw first;
        }
        catch (OperationCanceledException) when (_endedBy is { } reason)
        {
            throw reason;
        }
        finally
        {
            if (hasPlace) _places.Release();
        }
    }

    public void Dispose()
    {
        _endpoint.Dispose();
        _places.Dispose();
        _end.Dispose();
    }

    // In a form that the endpoint takes: each refusal of a parameter takes one away, so this ends.
    private Reply Send(string question)
    {
        while (true)
        {
            RequestForm form = _form;
            byte[] body = RequestBody.Write(form, _settings.Model, _settings.MostAnswerTokens, question);
            int attempts = 0;
            Reply reply = _retries.Execute(_ => Attempt(body, isRetry: attempts++ > 0), _end.Token);
            bool isOfForm = reply is { Kind: ReplyKind.Refusal, Status: HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity };
            if (!isOfForm || FaultOfText(reply) is not null || form.Without(reply.Body) is not { } plainer) return reply;
            _form = plainer;
        }
    }

    private Reply Attempt(byte[] body, bool isRetry)
    {
        _pace.Wait(_end.Token);
        _ledger.Begin(isRetry);
        Reply reply = _endpoint.Post(body, _end.Token);
        if (reply.Kind == ReplyKind.Answer) _hasAnswered = true;

        // A server that has answered before comes back, perhaps; one that never did is misspelled or not started.
        return reply.Kind == ReplyKind.Unreachable && _hasAnswered ? reply with { Kind = ReplyKind.Passing } : reply;
    }

    private Completion Read(Reply reply)
    {
        Completion completion = Completion.Parse(reply.Body) ?? throw ChatErrors.NoCompletion(_endpoint.Name, ErrorText.Of(reply.Body));
        bool isCounted = completion is { InputTokens: not null, OutputTokens: not null };
        if (!isCounted && _ledger.NeedsTokens) throw ChatErrors.NoUsage(_endpoint.Name);
        _ledger.AddTokens(completion.InputTokens ?? 0, completion.OutputTokens ?? 0);
        return completion;
    }

    // Failures that say something of this text, not of the endpoint.
    private static AnswerFault? FaultOfText(Reply reply)
    {
        if (reply.Kind == ReplyKind.TooLarge) return AnswerFault.TooLarge;
        if (reply.Kind != ReplyKind.Refusal) return null;
        if (reply.Status == HttpStatusCode.RequestEntityTooLarge) return AnswerFault.TextTooLong;
        if (reply.Status != HttpStatusCode.BadRequest) return null;
        if (Array.Exists(SaysTooLong, words => reply.Body.Contains(words, StringComparison.Ordinal))) return AnswerFault.TextTooLong;
        return reply.Body.Contains("content_filter", StringComparison.Ordinal) ? AnswerFault.Refused : null;
    }

    private PapergraphException Error(Reply reply)
    {
        string name = _endpoint.Name, cause = ErrorText.Of(reply.Body);
        if (reply.Kind == ReplyKind.Unreachable) return ChatErrors.Unreachable(name, cause);
        if (reply.Kind == ReplyKind.Passing) return ChatErrors.KeepsFailing(name, _settings.Retries + 1, Described(reply, cause));
        return (int)reply.Status switch
        {
            >= 300 and < 400 => ChatErrors.Redirected(name, reply.Status),
            401 or 403 => ChatErrors.NotAllowed(name, reply.Status, cause),
            404 => ChatErrors.NotThere(name, reply.Status, cause),
            _ => ChatErrors.Refused(name, reply.Status, cause),
        };
    }

    private static string Described(Reply reply, string cause) => reply.Status == 0 ? cause : $"{(int)reply.Status}: {cause}";
}
