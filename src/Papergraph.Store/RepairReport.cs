using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>What a repair of a graph directory did.</summary>
/// <param name="Version">The version that stands now.</param>
/// <param name="Repaired">Whether anything was wrong, and a new version was published.</param>
/// <param name="Aside">The directory, relative to that of the graph, with copies of the damaged files; null when nothing was wrong.</param>
/// <param name="Faults">What was wrong; at most 1000.</param>
/// <param name="Losses">What could not be had from anything that is left, and so is not in the graph any more. A fault without a loss was
/// mended: indexes, statistics, adjacency of one direction and the like were made anew.</param>
public sealed record RepairReport(
    long Version, bool Repaired, string? Aside, IReadOnlyList<Diagnostic> Faults, IReadOnlyList<Diagnostic> Losses);
