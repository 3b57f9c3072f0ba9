using System.CommandLine;
using Papergraph.Extraction;

namespace Papergraph.Cli.Commands;

/// <summary>Which extractor a verb uses, and how sure it has to be.</summary>
internal sealed class ExtractorOptions
{
    private readonly Option<string> _extractor = new("--extractor")
    {
        Description = "What finds knowledge in the texts: patterns, by rules and word lists.",
        DefaultValueFactory = _ => "patterns",
        HelpName = "NAME",
    };

    private readonly Option<double> _minConfidence = Arguments.Probability(
        "--min-confidence", "Leave out what the extractor is less sure of, 0 to 1.");

    internal ExtractorOptions() => _extractor.AcceptOnlyFromAmong("patterns");

    /// <summary>Adds the options to a verb.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_extractor);
        command.Add(_minConfidence);
    }

    /// <summary>The extractor that the options ask for.</summary>
    internal IExtractor Create(ParseResult parsed)
    {
        IExtractor extractor = new PatternExtractor();
        double least = parsed.GetValue(_minConfidence);
        return least > 0 ? new ConfidentExtractor(extractor, least) : extractor;
    }
}
