namespace Papergraph.ChatExtraction;

/// <summary>Spaces requests evenly, so that no more begin within a minute than are allowed.</summary>
internal sealed class Pace(int? requestsPerMinute, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Waits for the caller's turn; turns are given in the order of the calls.</summary>
    public void Wait(CancellationToken cancellation)
    {
        if (requestsPerMinute is not { } most) return;
        TimeSpan wait;
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow(), turn = _next > now ? _next : now;
            _next = turn + (TimeSpan.FromMinutes(1) / most);
            wait = turn - now;
        }

        if (wait > TimeSpan.Zero) Task.Delay(wait, time, cancellation).GetAwaiter().GetResult();
    }
}
