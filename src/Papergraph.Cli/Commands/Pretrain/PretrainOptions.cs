using System.CommandLine;
using Papergraph.Cli.Output;
using Papergraph.Core;
using Papergraph.Export;
using Papergraph.Pipeline;
using Papergraph.Sources;

namespace Papergraph.Cli.Commands.Pretrain;

/// <summary>What the verbs that learn from papers without annotations have in common: their options, and how they end.</summary>
/// <param name="standardSeed">The seed when none is given.</param>
internal sealed class PretrainOptions(ulong standardSeed)
{
    private readonly Argument<string[]> _inputs = Arguments.Inputs();
    private readonly Option<string> _output = new("--output", "-o") { Description = "File to write.", HelpName = "FILE", Required = true };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace the file if it is there." };
    private readonly Option<string?> _format = Arguments.Format();
    private readonly Option<int?> _listingYear = Arguments.ListingYear();
    private readonly Option<int> _threads = Arguments.Threads();
    private readonly Option<bool> _json = Arguments.Json();
    private readonly Option<bool> _strict = Arguments.Strict();
    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Where the random numbers begin.",
        DefaultValueFactory = _ => standardSeed,
        HelpName = "N",
    };

    /// <summary>Reads the inputs and learns from them.</summary>
    internal delegate (T Learned, BuildReport Read) Learning<T>(
        IReadOnlyList<string> inputs, SourceOptions sources, IProgress<ProgressUpdate>? progress);

    /// <summary>An option that is a whole number.</summary>
    internal static Option<int> Number(string name, string description, int standard) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => standard,
        HelpName = "N",
    };

    /// <summary>Adds the inputs and options to a verb that has its own already.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_inputs);
        command.Add(_output);
        command.Add(_overwrite);
        command.Add(_format);
        command.Add(_listingYear);
        command.Add(_seed);
        command.Add(_threads);
        command.Add(_json);
        command.Add(_strict);
    }

    internal ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);

    internal int Threads(ParseResult parsed) => parsed.GetValue(_threads);

    /// <summary>Learns, writes the file, and says what was learned.</summary>
    /// <returns>The exit code.</returns>
    internal int Execute<T>(
        ParseResult parsed, Learning<T> learn, Action<T, Stream> write, Action<T, BuildReport> print, Action<T, BuildReport> writeJson)
    {
        SourceOptions sources = new() { Format = parsed.GetValue(_format), ListingYear = parsed.GetValue(_listingYear) };
        string file = parsed.GetRequiredValue(_output);
        using ExportTarget target = ExportTarget.ToFile(file, parsed.GetValue(_overwrite));
        (T learned, BuildReport report) = ProgressDisplay.During(
            progress => learn(parsed.GetRequiredValue(_inputs), sources, progress));
        write(learned, target.OpenFile());
        target.Complete();
        if (parsed.GetValue(_json))
        {
            writeJson(learned, report);
        }
        else
        {
            print(learned, report);
            Screen.Line($"time       {Screen.Number(Seconds(report), 2)} s");
            Screen.Line($"file       {file}");
        }

        ReportSummary.PrintRejected(report);
        return report.Rejected + report.FilesLost > 0 && parsed.GetValue(_strict) ? ExitCode.Rejected : ExitCode.Done;
    }

    /// <summary>How long a run took.</summary>
    internal static double Seconds(BuildReport report) => report.Seconds.Sum(s => s.Seconds);
}
