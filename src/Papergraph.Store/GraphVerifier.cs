using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>Checks every byte and every invariant of a graph directory.</summary>
public static class GraphVerifier
{
    /// <summary>Checks the newest published version and reports all faults; damage is never thrown.</summary>
    /// <param name="path">The graph directory.</param>
    /// <param name="progress">Told what has been checked, in bytes; or null.</param>
    /// <param name="cancellation">Observed between blocks and tables.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public static VerificationReport Verify(
        string path, IProgress<ProgressUpdate>? progress = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
