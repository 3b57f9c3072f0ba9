namespace Papergraph.Extraction;

/// <summary>Adds up agreement label by label.</summary>
internal sealed class LabelTally
{
    private readonly SortedDictionary<string, Agreement> _byLabel = new(StringComparer.Ordinal);

    /// <summary>Adds the agreement of two sets of labelled things of one paper.</summary>
    /// <returns>The agreement on this paper, all labels together.</returns>
    internal Agreement Add<T>(HashSet<(string Label, T Thing)> found, HashSet<(string Label, T Thing)> wanted)
    {
        foreach ((string label, T thing) in found) Add(label, new Agreement(wanted.Contains((label, thing)) ? 1 : 0, 1, 0));
        foreach ((string label, _) in wanted) Add(label, new Agreement(0, 0, 1));
        return Agreement.Of(found, wanted);
    }

    internal void Add(string label, Agreement counted) => _byLabel[label] = _byLabel.GetValueOrDefault(label) + counted;

    internal LabelledAgreement Total()
    {
        List<Agreement> wanted = [.. _byLabel.Values.Where(a => a.Wanted > 0)];
        MacroAverage macro = wanted.Count == 0
            ? default
            : new MacroAverage(wanted.Average(a => a.Precision), wanted.Average(a => a.Recall), wanted.Average(a => a.F1));
        return new LabelledAgreement(_byLabel.Values.Aggregate(default(Agreement), (sum, a) => sum + a), macro, [.. _byLabel]);
    }
}
