using System.CommandLine;
using System.CommandLine.Parsing;
using Papergraph.Extraction;

namespace Papergraph.Cli.Commands;

/// <summary>Which extractor reads the texts: the same options for every verb that extracts.</summary>
internal sealed class ExtractorOptions
{
    private const string Patterns = "patterns", Llm = "llm";

    private readonly ChatOptions _chat = new();
    private readonly Option<string> _extractor = new("--extractor")
    {
        Description = "What finds knowledge in the texts: patterns (rules and word lists), or llm (a language model behind an endpoint).",
        DefaultValueFactory = _ => Patterns,
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "Name of the model that --extractor llm asks.",
        HelpName = "NAME",
    };

    internal ExtractorOptions() => _extractor.AcceptOnlyFromAmong(Patterns, Llm);

    /// <summary>Adds the options to a verb.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_extractor);
        command.Add(_model);
        foreach (Option option in _chat.All) command.Add(option);
        command.Validators.Add(Validate);
    }

    /// <summary>The extractor that the options choose.</summary>
    internal ChosenExtractor Create(ParseResult parsed, CancellationToken cancellation) => IsLlm(parsed.CommandResult)
        ? new ChosenExtractor(_chat.Create(parsed, parsed.GetValue(_model)!, cancellation))
        : new ChosenExtractor(new PatternExtractor());

    /// <summary>Most threads to use: threads that wait for an endpoint are as many as may ask it, unless the user says otherwise.</summary>
    internal int Threads(ParseResult parsed, Option<int> threads) =>
        IsLlm(parsed.CommandResult) && parsed.GetResult(threads) is null or { Implicit: true }
            ? _chat.Concurrency(parsed) : parsed.GetValue(threads);

    private bool IsLlm(CommandResult result) => result.GetValue(_extractor) == Llm;

    private void Validate(CommandResult result)
    {
        if (IsLlm(result))
        {
            if (result.GetValue(_model) is null) result.AddError("--extractor llm needs --model NAME.");
            if (_chat.Missing(result) is { } missing) result.AddError(missing);
            return;
        }

        foreach (Option option in _chat.All.Prepend(_model))
            if (result.GetResult(option) is { Implicit: false }) result.AddError($"{option.Name} is for --extractor llm.");
    }
}
