using System.CommandLine;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Commands;

/// <summary>Which extractor a verb uses, and how sure it has to be.</summary>
internal sealed class ExtractorOptions
{
    private const string Patterns = "patterns", Learned = "learned", Fast = "fast", Best = "best";

    private readonly Option<string?> _extractor = new("--extractor")
    {
        Description = "What finds knowledge in the texts: patterns, by rules and word lists; learned, by a trained model. "
            + "Standard: learned with --model, else patterns.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "Model of the learned extractor, as `train` writes it; without it, the one that comes with the program.",
        HelpName = "FILE",
    };

    private readonly Option<string> _quality = new("--quality")
    {
        Description = "What the learned extractor spends on a paper: fast, or best where the model has more to give.",
        DefaultValueFactory = _ => Fast,
        HelpName = "NAME",
    };

    private readonly Option<double> _minConfidence = Arguments.Probability(
        "--min-confidence", "Leave out what the extractor is less sure of, 0 to 1.");

    internal ExtractorOptions()
    {
        _extractor.AcceptOnlyFromAmong(Patterns, Learned);
        _quality.AcceptOnlyFromAmong(Fast, Best);
    }

    /// <summary>Adds the options to a verb.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_extractor);
        command.Add(_model);
        command.Add(_quality);
        command.Add(_minConfidence);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_model) is not null && result.GetValue(_extractor) == Patterns)
                result.AddError("--model is for the learned extractor; leave it out, or --extractor patterns.");
        });
    }

    /// <summary>The extractor that the options ask for.</summary>
    internal IExtractor Create(ParseResult parsed)
    {
        IExtractor extractor = Model(parsed) is { } model ? new LearnedExtractor(model, Quality(parsed)) : new PatternExtractor();
        double least = parsed.GetValue(_minConfidence);
        return least > 0 ? new ConfidentExtractor(extractor, least) : extractor;
    }

    /// <summary>The same, to be scored with the labels of its model.</summary>
    internal Annotator CreateAnnotator(ParseResult parsed) =>
        Model(parsed) is { } model
            ? Annotator.Of(model, Quality(parsed), parsed.GetValue(_minConfidence))
            : Annotator.Of(Create(parsed));

    private ExtractionModel? Model(ParseResult parsed) =>
        parsed.GetValue(_model) is { } file ? ExtractionModel.Load(file)
        : parsed.GetValue(_extractor) == Learned ? ExtractionModel.Shipped
        : null;

    private ExtractionQuality Quality(ParseResult parsed) =>
        parsed.GetValue(_quality) == Best ? ExtractionQuality.Best : ExtractionQuality.Fast;
}
