using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Collects what a verification finds, each fault once, up to a limit.</summary>
internal sealed class FaultList(string file, CancellationToken cancellation)
{
    public const int Limit = 1000;

    private const int ItemsBetweenCancellationChecks = 1 << 16;

    private readonly List<Diagnostic> _faults = [];
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);

    public IReadOnlyList<Diagnostic> Faults => _faults;

    /// <summary>What is being checked.</summary>
    public string File { get; set; } = file;

    /// <summary>Signalled when the verification is to stop.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Whether a fault was left out because there were too many.</summary>
    public bool More { get; private set; }

    public void Add(StoreException fault)
    {
        if (_messages.Contains(fault.Message)) return;
        if (_faults.Count == Limit)
        {
            More = true;
            return;
        }

        _messages.Add(fault.Message);
        _faults.Add(new(fault.Code, Severity.Error, File, 0, fault.Message));
    }

    /// <summary>Runs a check that raises what it finds.</summary>
    public void Check(Action check) => Each(1, _ => check());

    /// <summary>Runs a check for each number from 0 to below <paramref name="count"/>; a fault in one does not stop the others.</summary>
    public void Each(long count, Action<long> check)
    {
        long item = 0;
        while (item < count && !More)
        {
            cancellation.ThrowIfCancellationRequested();
            long pause = Math.Min(count, item + ItemsBetweenCancellationChecks);
            try
            {
                for (; item < pause; item++) check(item);
            }
            catch (StoreException fault)
            {
                Add(fault);
                item++;
            }
        }
    }
}
