using System.CommandLine;
using System.CommandLine.Parsing;
using Papergraph.Extraction;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Commands;

/// <summary>Which extractor reads the texts, and how sure it has to be: the same options for every verb that extracts.</summary>
internal sealed class ExtractorOptions
{
    private const string Patterns = "patterns", Learned = "learned", Llm = "llm", Fast = "fast", Best = "best";

    private readonly ChatOptions _chat = new();
    private readonly Option<string> _extractor = new("--extractor")
    {
        Description = "What finds knowledge in the texts: learned, by a trained model; patterns, by rules and word lists; "
            + "llm, by a language model behind an endpoint.",
        DefaultValueFactory = _ => Learned,
        HelpName = "NAME",
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "Model of the learned extractor, as `train` writes it, in place of the one that comes with the program; "
            + "for llm the name of the model that is asked.",
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
        _extractor.AcceptOnlyFromAmong(Learned, Patterns, Llm);
        _quality.AcceptOnlyFromAmong(Fast, Best);
    }

    /// <summary>Adds the options to a verb.</summary>
    internal void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_extractor, _model, _quality, _minConfidence, .. _chat.All]) command.Add(option);
        command.Validators.Add(Validate);
    }

    /// <summary>The extractor that the options choose.</summary>
    internal ChosenExtractor Create(ParseResult parsed, CancellationToken cancellation)
    {
        IExtractor extractor = parsed.GetValue(_extractor) switch
        {
            Llm => _chat.Create(parsed, parsed.GetValue(_model)!, cancellation),
            Patterns => new PatternExtractor(),
            _ => new LearnedExtractor(Model(parsed), Quality(parsed)),
        };
        return new ChosenExtractor(extractor, parsed.GetValue(_minConfidence));
    }

    /// <summary>The learned extractor as what marks papers with the labels of its model; null when another one is chosen.</summary>
    internal Annotator? LearnedAnnotator(ParseResult parsed) => parsed.GetValue(_extractor) == Learned
        ? Annotator.Of(Model(parsed), Quality(parsed), parsed.GetValue(_minConfidence))
        : null;

    /// <summary>Most threads to use: threads that wait for an endpoint are as many as may ask it, unless the user says otherwise.</summary>
    internal int Threads(ParseResult parsed, Option<int> threads) =>
        IsLlm(parsed.CommandResult) && parsed.GetResult(threads) is null or { Implicit: true }
            ? _chat.Concurrency(parsed) : parsed.GetValue(threads);

    private bool IsLlm(CommandResult result) => result.GetValue(_extractor) == Llm;

    private ExtractionModel Model(ParseResult parsed) =>
        parsed.GetValue(_model) is { } file ? ExtractionModel.Load(file) : ExtractionModel.Shipped;

    private ExtractionQuality Quality(ParseResult parsed) =>
        parsed.GetValue(_quality) == Best ? ExtractionQuality.Best : ExtractionQuality.Fast;

    private void Validate(CommandResult result)
    {
        if (IsLlm(result))
        {
            if (result.GetValue(_model) is null) result.AddError("--extractor llm needs --model NAME.");
            if (_chat.Missing(result) is { } missing) result.AddError(missing);
            return;
        }

        foreach (Option option in _chat.All)
            if (result.GetResult(option) is { Implicit: false }) result.AddError($"{option.Name} is for --extractor llm.");
        if (result.GetValue(_extractor) == Patterns && result.GetValue(_model) is not null)
            result.AddError("--model is for the extractors learned and llm.");
    }
}
