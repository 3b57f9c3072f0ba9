using System.Text;
using Papergraph.Core;

namespace Papergraph.Store;

/// <summary>A name index in one state of the graph.</summary>
internal sealed class NameIndexState : IndexState
{
    private NameIndexState(NameIndexState before, TermEntries names) =>
        (Name, Of, StoredWords, Names) = (before.Name, before.Of, before.StoredWords, names);

    public NameIndexState(SegmentSections sections, NameIndexLayout layout, int nodeCount)
    {
        (Name, Of) = (layout.Name, layout.Of);
        Names = new(new TermIndex(sections, layout.Names, nodeCount, $"name index {layout.Name}, names"));
        if (layout.Words is { } words) StoredWords = new(sections, words, nodeCount, $"name index {layout.Name}, words");
    }

    public string Name { get; }

    /// <summary>The properties whose values are indexed.</summary>
    public IReadOnlyList<(string Label, string Property)> Of { get; }

    public TermEntries Names { get; }

    /// <summary>The words in the names, which a segment of format 1 has beside them: to be verified, not to be searched.</summary>
    public TermIndex? StoredWords { get; }

    internal override IndexState With(EntityKind kind, long id, IEntityImage? before, IEntityImage? after)
    {
        if (kind != EntityKind.Node) return this;
        TermEntries names = Names.With((int)id, NamesOf(before), NamesOf(after));
        return ReferenceEquals(names, Names) ? this : new NameIndexState(this, names);
    }

    private byte[][] NamesOf(IEntityImage? image)
    {
        if (image is null) return [];
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

        return [.. names.Select(Encoding.UTF8.GetBytes).Order(KeyBytes.Comparer)];
    }

    private static string[] Texts(object? value) => value switch
    {
        string text => [text],
        string[] texts => texts,
        _ => [],
    };
}
