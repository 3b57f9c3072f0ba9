namespace Papergraph.Store;

/// <summary>A full-text index of the nodes of a segment: its parts, one after another by node, and how long the texts are.</summary>
/// <param name="Definition">What is indexed.</param>
/// <param name="Parts">Together they hold each node once.</param>
/// <param name="Lengths">For each field, the lengths of its texts.</param>
/// <param name="DocumentCount">Number of nodes that have a word in any field.</param>
/// <param name="Tables">The node tables that the texts come from.</param>
/// <param name="Path">The segment, for messages.</param>
internal sealed record FullTextContent(
    FullTextDefinition Definition, IReadOnlyList<FullTextPart> Parts, IReadOnlyList<FieldLengths> Lengths, int DocumentCount,
    IReadOnlyList<NodeTable> Tables, string Path)
{
    /// <exception cref="StoreException">The directory contradicts itself.</exception>
    public static FullTextContent Open(SegmentSections sections, FullTextLayout layout, IReadOnlyList<NodeTable> tables, int nodeCount)
    {
        string name = $"full-text index {layout.Definition.Name}";
        int fields = layout.Definition.Fields.Count;
        if (layout.Lengths.Count != fields)
            throw sections.Fault($"{name} has lengths of {layout.Lengths.Count} fields in place of {fields}");
        if (layout.DocumentCount > nodeCount) throw sections.Fault($"{name} has {layout.DocumentCount} documents in {nodeCount} nodes");
        return new(
            layout.Definition,
            [.. layout.Parts.Select((part, i) => new StoredPart(sections, part, $"{name}, part {i}", nodeCount, fields))],
            [.. layout.Lengths.Select((lengths, i) => lengths.Open(sections, $"{name}, lengths of field {i}", nodeCount))],
            layout.DocumentCount, tables, sections.Path);
    }

    public StoreException Fault(string what) => StoreErrors.Damaged(Path, $"full-text index {Definition.Name}", what);

    /// <summary>Whether the node has a word in any field.</summary>
    public bool Holds(int node)
    {
        foreach (FieldLengths lengths in Lengths)
        {
            if (lengths[node] > 0) return true;
        }

        return false;
    }
}
