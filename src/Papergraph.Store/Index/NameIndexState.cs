using System.Text;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>A name index in one state of the graph.</summary>
internal sealed class NameIndexState : IndexState
{
    private NameIndexState(string name, IReadOnlyList<(string Label, string Property)> of, TermEntries names, TermEntries words) =>
        (Name, Of, Names, Words) = (name, of, names, words);

    public NameIndexState(SegmentSections sections, NameIndexLayout layout, int nodeCount)
        : this(
            layout.Name, layout.Of,
            new(new TermIndex(sections, layout.Names, nodeCount, $"name index {layout.Name}, names")),
            new(new TermIndex(sections, layout.Words, nodeCount, $"name index {layout.Name}, words")))
    {
    }

    public string Name { get; }

    /// <summary>The properties whose values are indexed.</summary>
    public IReadOnlyList<(string Label, string Property)> Of { get; }

    public TermEntries Names { get; }

    public TermEntries Words { get; }

    internal override IndexState With(EntityKind kind, long id, IEntityImage? before, IEntityImage? after)
    {
        if (kind != EntityKind.Node) return this;
        (byte[][] namesBefore, byte[][] wordsBefore) = TermsOf(before);
        (byte[][] namesAfter, byte[][] wordsAfter) = TermsOf(after);
        TermEntries names = Names.With((int)id, namesBefore, namesAfter), words = Words.With((int)id, wordsBefore, wordsAfter);
        return ReferenceEquals(names, Names) && ReferenceEquals(words, Words) ? this : new NameIndexState(Name, Of, names, words);
    }

    private (byte[][] Names, byte[][] Words) TermsOf(IEntityImage? image)
    {
        if (image is null) return ([], []);
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((string label, string property) in Of)
        {
            if (!image.Has(label)) continue;
            foreach (string text in Texts(image.Value(property)))
            {
                string folded = TextFolding.Fold(text);
                if (folded.Length > 0) names.Add(folded);
            }
        }

        return (InOrder(names), InOrder(names.SelectMany(name => name.Split(' '))));
    }

    private static string[] Texts(object? value) => value switch
    {
        string text => [text],
        string[] texts => texts,
        _ => [],
    };

    private static byte[][] InOrder(IEnumerable<string> terms) =>
        [.. terms.Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes).Order(KeyBytes.Comparer)];
}
