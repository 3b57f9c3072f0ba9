using Papergraph.Core;

namespace Papergraph.Sources;

/// <summary>What a reader needs beside the bytes, and where its findings go.</summary>
/// <param name="file">What to call the input in diagnostics, usually its path.</param>
/// <param name="options">The user's settings.</param>
/// <param name="report">Receives one call for each finding, on the reading thread.</param>
public sealed class SourceContext(string file, SourceOptions options, Action<Diagnostic> report)
{
    /// <summary>What to call the input in diagnostics, usually its path.</summary>
    public string File { get; } = file;

    /// <summary>The user's settings.</summary>
    public SourceOptions Options { get; } = options;

    /// <summary>Records rejected so far.</summary>
    public long Rejected { get; private set; }

    /// <summary>Passes on a finding about a record that is kept, or about the input as a whole.</summary>
    public void Report(Diagnostic finding) => report(finding);

    /// <summary>Passes on why a record is skipped, and counts it.</summary>
    public void Reject(Diagnostic finding)
    {
        Rejected++;
        report(finding);
    }
}
