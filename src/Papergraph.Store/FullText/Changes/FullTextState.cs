using System.Collections.Immutable;

namespace Papergraph.Store;

/// <summary>A full-text index of one state of the graph.</summary>
/// <remarks>A change keeps the texts only. They are divided into terms when the index is next asked, all at once, and the states that
/// follow build on the result: so a transaction that is not searched pays for no index.</remarks>
internal sealed class FullTextState : IndexState
{
    private readonly Lazy<FullTextContent> _stored;
    private readonly FullTextChanges _workedOut;
    private readonly ImmutableDictionary<int, IReadOnlyList<string>?[]> _pending;
    private volatile FullTextChanges? _changes;

    /// <param name="definition">What is indexed.</param>
    /// <param name="stored">The index of the segment, or of what a segment without it has.</param>
    public FullTextState(FullTextDefinition definition, Lazy<FullTextContent> stored)
        : this(definition, stored, FullTextChanges.None(definition.Fields.Count), ImmutableDictionary<int, IReadOnlyList<string>?[]>.Empty)
    {
    }

    /// <summary>The index as the segment has it.</summary>
    public static FullTextState Of(FullTextContent stored) => new(stored.Definition, new Lazy<FullTextContent>(stored));

    /// <summary>An index of texts that a segment has, and has no index of: it is built in memory when it is first asked for.</summary>
    public static FullTextState Of(FullTextDefinition definition, IReadOnlyList<NodeTable> tables) => new(
        definition,
        new Lazy<FullTextContent>(() => new FullTextBuilder(definition, tables) { Threads = Environment.ProcessorCount }.ToMemory()));

    private FullTextState(
        FullTextDefinition definition, Lazy<FullTextContent> stored, FullTextChanges workedOut,
        ImmutableDictionary<int, IReadOnlyList<string>?[]> pending) =>
        (Definition, _stored, _workedOut, _pending, _changes) =
            (definition, stored, workedOut, pending, pending.IsEmpty ? workedOut : null);

    public FullTextDefinition Definition { get; }

    public FullTextContent Stored => _stored.Value;

    /// <summary>What changed since the segment was written.</summary>
    /// <remarks>Two threads that ask first at once compute the same; a lock would only make one wait for the other.</remarks>
    public FullTextChanges Changes => _changes ??= _workedOut.With(Stored, _pending.OrderBy(change => change.Key));

    /// <summary>For each field its values in this state, or null.</summary>
    public IReadOnlyList<IReadOnlyList<string>?> TextsOf(int node) =>
        Changes.Documents.TryGetValue(node, out ChangedDocument? changed) ? changed.Texts : Stored.TextsOf(node);

    internal override IndexState With(EntityKind kind, long id, IEntityImage? before, IEntityImage? after)
    {
        if (kind != EntityKind.Node) return this;
        IReadOnlyList<string>?[] texts = Texts(after);
        if (AreEqual(Texts(before), texts)) return this;
        return _changes is { } changes
            ? new(Definition, _stored, changes, _pending.Clear().SetItem((int)id, texts))
            : new FullTextState(Definition, _stored, _workedOut, _pending.SetItem((int)id, texts));
    }

    private IReadOnlyList<string>?[] Texts(IEntityImage? image)
    {
        IReadOnlyList<string>?[] texts = new IReadOnlyList<string>?[Definition.Fields.Count];
        for (int i = 0; image is not null && i < texts.Length; i++)
        {
            FullTextField field = Definition.Fields[i];
            if (image.Has(field.Label)) texts[i] = FullTextValues.Of(image.Value(field.Property));
        }

        return texts;
    }

    private static bool AreEqual(IReadOnlyList<string>?[] a, IReadOnlyList<string>?[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (!(a[i] ?? []).SequenceEqual(b[i] ?? [], StringComparer.Ordinal)) return false;
        }

        return true;
    }
}
