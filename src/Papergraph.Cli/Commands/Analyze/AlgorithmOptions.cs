using System.CommandLine;
using Papergraph.Engine.Analysis;

namespace Papergraph.Cli.Commands.Analyze;

/// <summary>The options of all algorithms, of which each takes its own.</summary>
internal sealed class AlgorithmOptions
{
    private readonly List<Option<string[]>> _valued = [];
    private readonly List<Option<bool>> _flags = [];

    internal void AddTo(Command command)
    {
        foreach (AlgorithmOption option in GraphAlgorithms.Options)
        {
            string takers = string.Join(", ", GraphAlgorithms.All.Where(a => a.Options.Contains(option)).Select(a => a.Name));
            string description = $"{option.Description} ({takers})";
            if (option.Kind == OptionKind.Flag)
            {
                _flags.Add(new("--" + option.Name) { Description = description });
                command.Add(_flags[^1]);
            }
            else
            {
                _valued.Add(new("--" + option.Name) { Description = description, HelpName = Placeholder(option.Kind) });
                command.Add(_valued[^1]);
            }
        }
    }

    /// <summary>The options that were given, by name without the dashes.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Given(ParseResult parsed)
    {
        Dictionary<string, IReadOnlyList<string>> given = new(StringComparer.Ordinal);
        foreach (Option<string[]> option in _valued)
            if (parsed.GetValue(option) is { Length: > 0 } values) given.Add(option.Name[2..], values);
        foreach (Option<bool> flag in _flags)
            if (parsed.GetValue(flag)) given.Add(flag.Name[2..], []);
        return given;
    }

    private static string Placeholder(OptionKind kind) => kind switch
    {
        OptionKind.Number => "X",
        OptionKind.Whole => "N",
        OptionKind.Word => "WORD",
        OptionKind.Property => "PROPERTY",
        _ => "NODE",
    };
}
