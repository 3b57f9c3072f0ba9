using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Core;
using Papergraph.Pipeline;
using Papergraph.Sources;

namespace Papergraph.Cli.Commands;

/// <summary>What the verbs that write a graph have in common: their options, their progress and how they report.</summary>
/// <param name="readsInputs">Whether the verb reads files of papers.</param>
internal sealed class RunOptions(bool readsInputs = true)
{
    private readonly Option<int> _threads = Arguments.Threads();
    private readonly Option<bool> _json = Arguments.Json();
    private readonly Option<bool> _strict = Arguments.Strict();
    private readonly Option<string?> _report = Arguments.Report();
    private readonly Option<int?> _listingYear = Arguments.ListingYear();
    private readonly Option<string?> _format = Arguments.Format();
    private readonly ExtractorOptions _extractor = new();
    private readonly Option<bool> _discardChanges = new("--discard-changes")
    {
        Description = "Lose the changes that transactions made to the graph; without it a graph that has any is refused.",
    };

    /// <summary>A run of the pipeline on a graph directory, for inputs or identifiers.</summary>
    internal delegate BuildReport Run(string directory, IReadOnlyList<string> what, IProgress<ProgressUpdate>? progress, CancellationToken cancellation);

    /// <summary>Adds the options to a verb.</summary>
    internal void AddTo(Command command)
    {
        if (readsInputs)
        {
            command.Add(_format);
            command.Add(_listingYear);
            command.Add(_strict);
        }

        _extractor.AddTo(command);
        command.Add(_discardChanges);
        command.Add(_threads);
        command.Add(_report);
        command.Add(_json);
    }

    /// <summary>Runs the pipeline as the options say and reports how it went.</summary>
    internal int Execute(
        ParseResult parsed, Func<BuildOptions, Run> pipeline, string directory, IReadOnlyList<string> what, CancellationToken cancellation)
    {
        using ChosenExtractor extractor = _extractor.Create(parsed, cancellation);
        BuildOptions options = new()
        {
            Extractor = extractor.Extractor,
            Threads = _extractor.Threads(parsed, _threads),
            DiscardChanges = parsed.GetValue(_discardChanges),
        };
        if (readsInputs)
            options = options with { Sources = new SourceOptions { ListingYear = parsed.GetValue(_listingYear), Format = parsed.GetValue(_format) } };
        using ReportFile? file = parsed.GetValue(_report) is { } path ? new ReportFile(path, what) : null;
        BuildReport report;
        try
        {
            Run run = pipeline(options);
            report = extractor.Complete(ProgressDisplay.During(progress => run(directory, what, progress, cancellation)));
        }
        catch (BuildFailedException e)
        {
            report = extractor.Complete(e.Report);
            file?.Write(report, extractor.Chat, e.Message);
            ReportSummary.PrintRejected(report);
            throw;
        }

        file?.Write(report, extractor.Chat, failure: null);
        if (parsed.GetValue(_json)) JsonOutput.Write(json => ReportJson.Write(json, report, extractor.Chat));
        else ReportSummary.Print(report, extractor.Chat);
        bool isIncomplete = report.Rejected + report.FilesLost > 0 || extractor.HasFailed;
        return readsInputs && isIncomplete && parsed.GetValue(_strict) ? ExitCode.Rejected : ExitCode.Done;
    }
}
