using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>What a check of a graph directory found.</summary>
/// <param name="Version">The version checked, or null when it could not even be read.</param>
/// <param name="Bytes">Number of bytes checked.</param>
/// <param name="Faults">The faults, in the order of the files and of the places in them; at most 1000.</param>
/// <param name="MoreFaults">Whether there were more than are listed.</param>
public sealed record VerificationReport(long? Version, long Bytes, IReadOnlyList<Diagnostic> Faults, bool MoreFaults)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Faults.Count == 0;
}
