using Papergraph.ChatExtraction;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Commands;

/// <summary>The extractor of a run, and what it has to say at the end of it.</summary>
/// <param name="extractor">The extractor.</param>
/// <param name="minConfidence">What it is less sure of is left out, 0 to 1.</param>
internal sealed class ChosenExtractor(IExtractor extractor, double minConfidence) : IDisposable
{
    internal IExtractor Extractor { get; } = minConfidence > 0 ? new ConfidentExtractor(extractor, minConfidence) : extractor;

    /// <summary>What was asked and dropped; null for an extractor that asks nobody.</summary>
    internal ChatUsage? Chat => (extractor as ChatExtractor)?.Usage;

    /// <summary>Whether a paper went without what the extractor should have found.</summary>
    internal bool HasFailed => Chat is { Failed: > 0 };

    /// <summary>The report with the papers that the extractor failed on among its findings.</summary>
    internal BuildReport Complete(BuildReport report) => Chat is not { } chat ? report : report with
    {
        Diagnostics = [.. report.Diagnostics, .. chat.FailedPapers.Select(paper => paper.Finding)],
        DiagnosticsOmitted = report.DiagnosticsOmitted + Math.Max(0, chat.Failed - chat.FailedPapers.Count),
    };

    public void Dispose() => (extractor as IDisposable)?.Dispose();
}
