using Papergraph.Core;

namespace Papergraph.Import;

/// <summary>What an import did.</summary>
/// <param name="Directory">The graph directory.</param>
/// <param name="Version">Number of the version that was published.</param>
/// <param name="Nodes">Nodes imported.</param>
/// <param name="Relationships">Relationships imported.</param>
/// <param name="Rejected">Rows that were not.</param>
/// <param name="Files">Files read, in order.</param>
/// <param name="Bytes">Bytes read, as stored.</param>
/// <param name="Seconds">How long each stage took, in the order in which they ran.</param>
/// <param name="Findings">Every rejected row and whatever else is worth knowing, in the order of the files, at most
/// <see cref="MostFindings"/>.</param>
/// <param name="FindingsOmitted">Findings beyond those.</param>
public sealed record ImportReport(
    string Directory, long Version, long Nodes, long Relationships, long Rejected, IReadOnlyList<string> Files, long Bytes,
    IReadOnlyList<(string Stage, double Seconds)> Seconds, IReadOnlyList<Diagnostic> Findings, long FindingsOmitted)
{
    /// <summary>Most findings that are kept.</summary>
    public const int MostFindings = 10_000;
}
