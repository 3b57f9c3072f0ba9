using Papergraph.Core;
using Papergraph.Linking;
using Papergraph.Pipeline.Stages;
using Papergraph.Sources;

namespace Papergraph.Pipeline;

/// <summary>What a run read, made and could not use.</summary>
public sealed record BuildReport
{
    /// <summary>Directory of the graph; empty when the run made none.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Version that the directory holds now; 0 when the run made none.</summary>
    public long Version { get; init; }

    /// <summary>Whether a version was published; false when the graph held everything already.</summary>
    public bool Changed { get; init; }

    /// <summary>Each file read.</summary>
    public required IReadOnlyList<InputSummary> Inputs { get; init; }

    /// <summary>Records read in this run, rejected ones not counted.</summary>
    public required long RecordsRead { get; init; }

    /// <summary>How many of them were there already, in the graph or earlier in the inputs.</summary>
    public required long Repeated { get; init; }

    /// <summary>Records that could not be used.</summary>
    public required long Rejected { get; init; }

    /// <summary>For each analysis whose results were kept in the graph and went, as the graph is another now: the algorithm and its options as
    /// they are typed, to compute it again.</summary>
    public IReadOnlyList<string> DroppedAnalyses { get; init; } = [];

    /// <summary>The extractor that had read the texts of the graph before, where it was another one: they were read anew; else null.</summary>
    public string? FormerExtractor { get; init; }

    /// <summary>Files of which something was lost as a whole: not read, not recognised or cut short.</summary>
    public int FilesLost => Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Source).Distinct().Count();

    /// <summary>Findings about the input, the first 10,000 of each severity in order of input.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Findings beyond those kept.</summary>
    public required long DiagnosticsOmitted { get; init; }

    /// <summary>What is in the graph now; null when nothing was built.</summary>
    public GraphContents? Contents { get; init; }

    /// <summary>Seconds by stage, in the order of the stages.</summary>
    public required IReadOnlyList<(string Stage, double Seconds)> Seconds { get; init; }

    internal static BuildReport Of(InputReading reading, StageClock clock) => new()
    {
        Inputs = reading.Files,
        RecordsRead = reading.Records,
        Repeated = reading.Repeated,
        Rejected = reading.Rejected,
        Diagnostics = reading.Findings.Kept,
        DiagnosticsOmitted = reading.Findings.Omitted,
        Seconds = clock.Seconds,
    };
}

/// <summary>What a graph was made of and what it holds.</summary>
/// <param name="Records">Distinct records behind the graph.</param>
/// <param name="Papers">Papers that came as records.</param>
/// <param name="Abstracts">Papers with an abstract.</param>
/// <param name="Placeholders">Papers that are only cited.</param>
/// <param name="References">What became of each reference.</param>
/// <param name="Authors">Authors.</param>
/// <param name="Entities">Methods, data sets, tasks, metrics and concepts.</param>
/// <param name="Mentions">Occurrences of entities.</param>
/// <param name="Statements">Stated relations between entities.</param>
/// <param name="Results">Stated values of metrics.</param>
/// <param name="Decisions">Merges, each in the log.</param>
public sealed record GraphContents(
    long Records, long Papers, long Abstracts, long Placeholders, ReferenceCounts References, long Authors, long Entities, long Mentions,
    long Statements, long Results, long Decisions);
