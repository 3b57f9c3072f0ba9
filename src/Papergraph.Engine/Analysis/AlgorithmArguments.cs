using System.Globalization;

namespace Papergraph.Engine.Analysis;

/// <summary>The values that a user gave for options of an algorithm. Those that were not given are null: the algorithm has its own
/// defaults.</summary>
public sealed class AlgorithmArguments
{
    private readonly GraphAlgorithm _algorithm;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _given;

    /// <param name="algorithm">Whose options they are.</param>
    /// <param name="given">The values by the name of their option; a flag has none.</param>
    /// <exception cref="Core.PapergraphException">The algorithm has no such option.</exception>
    internal AlgorithmArguments(GraphAlgorithm algorithm, IReadOnlyDictionary<string, IReadOnlyList<string>> given)
    {
        (_algorithm, _given) = (algorithm, given);
        string[] taken = [.. algorithm.Options.Select(option => option.Name)];
        foreach (string name in given.Keys.Order(StringComparer.Ordinal))
            if (!taken.Contains(name)) throw EngineErrors.OptionNotTaken(algorithm.Name, name, taken);
    }

    /// <summary>What was given, one option each, in the order in which the algorithm declares them: <c>damping: 0.9</c>.</summary>
    public IReadOnlyList<(string Name, string? Value)> Given =>
        [.. _algorithm.Options.Where(option => _given.ContainsKey(option.Name)).SelectMany(option => ValuesOf(option.Name))];

    internal bool Flag(AlgorithmOption option) => Declared(option, OptionKind.Flag) is not null;

    internal double? Number(AlgorithmOption option)
    {
        if (Declared(option, OptionKind.Number) is not [.., string text]) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw EngineErrors.UnfitValue(option.Name, text, "a number with a decimal point");
    }

    internal int? Whole(AlgorithmOption option)
    {
        if (Declared(option, OptionKind.Whole) is not [.., string text]) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw EngineErrors.UnfitValue(option.Name, text, "a whole number below 2,147,483,648");
    }

    internal ulong? Seed()
    {
        if (Declared(OptionCatalog.Seed, OptionKind.Whole) is not [.., string text]) return null;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw EngineErrors.UnfitValue(OptionCatalog.Seed.Name, text, "a whole number from 0 on");
    }

    /// <summary>What a word stands for.</summary>
    internal T? Word<T>(AlgorithmOption option, params (string Word, T Meaning)[] words) where T : struct
    {
        if (Declared(option, OptionKind.Word) is not [.., string text]) return null;
        foreach ((string word, T meaning) in words)
            if (word == text) return meaning;
        throw EngineErrors.UnfitValue(option.Name, text, string.Join(" or ", words.Select(word => word.Word)));
    }

    internal string? Property(AlgorithmOption option) => Declared(option, OptionKind.Property)?[^1];

    internal string RequiredProperty(AlgorithmOption option) =>
        Property(option) ?? throw EngineErrors.MissingOption(_algorithm.Name, option.Name, option.Description);

    /// <summary>The node that an option names.</summary>
    internal int RequiredNode(AlgorithmOption option, AnalysisGraph graph) => RequiredNodes(option, graph) is [int only]
        ? only
        : throw EngineErrors.UnfitValue(option.Name, string.Join(", ", Declared(option, option.Kind)!), $"one node for {_algorithm.Name}");

    internal IReadOnlyList<int> Nodes(AlgorithmOption option, AnalysisGraph graph) =>
        Declared(option, option.Kind) is { } names ? [.. names.Select(graph.Find)] : [];

    internal IReadOnlyList<int> RequiredNodes(AlgorithmOption option, AnalysisGraph graph) =>
        Nodes(option, graph) is { Count: > 0 } nodes ? nodes : throw EngineErrors.MissingOption(_algorithm.Name, option.Name, option.Description);

    private IEnumerable<(string Name, string? Value)> ValuesOf(string option) =>
        _given[option].Count == 0 ? [(option, null)] : _given[option].Select(value => (option, (string?)value));

    private IReadOnlyList<string>? Declared(AlgorithmOption option, OptionKind kind)
    {
        System.Diagnostics.Debug.Assert(option.Kind == kind && _algorithm.Options.Contains(option), $"{_algorithm.Name} declares --{option.Name}.");
        return _given.GetValueOrDefault(option.Name);
    }
}
