using System.Runtime.ExceptionServices;

namespace Papergraph.Store;

/// <summary>Inverts the texts of a graph, several chunks at once, and merges them into parts.</summary>
/// <remarks>In memory are the runs of one part and one chunk a thread: a run takes about half of the bytes of its texts.</remarks>
internal sealed class FullTextBuilder(FullTextDefinition definition, IReadOnlyList<NodeTable> tables)
{
    private readonly List<TextLength>[] _lengths = [.. definition.Fields.Select(_ => new List<TextLength>())];

    /// <summary>Bytes of text that are inverted in one go.</summary>
    public int ChunkBytes { get; init; } = 1 << 22;

    /// <summary>Chunks that become one part: 256 MiB of text.</summary>
    public int ChunksPerPart { get; init; } = 64;

    public int Threads { get; init; } = 1;

    /// <summary>Number of nodes that have a word in any field.</summary>
    public int DocumentCount { get; private set; }

    /// <summary>The lengths of each field, by ascending nodes; complete when all parts were built.</summary>
    public IReadOnlyList<IReadOnlyList<TextLength>> Lengths => _lengths;

    /// <summary>Builds the parts one after another.</summary>
    /// <param name="merge">Merges the runs of a part.</param>
    /// <param name="cancellation">Observed between chunks.</param>
    public void Build(Action<IReadOnlyList<InvertedRun>> merge, CancellationToken cancellation)
    {
        ParallelOptions bounded = new() { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation };
        foreach (TextChunk[] chunks in TextChunk.Divide(definition, tables, ChunkBytes).Chunk(ChunksPerPart))
        {
            InvertedRun[] runs = Invert(chunks, bounded);
            foreach (InvertedRun run in runs) CountLengths(run.Lengths);
            merge(runs);
        }
    }

    /// <summary>Builds the index in memory.</summary>
    public FullTextContent ToMemory()
    {
        int nodeCount = tables.Count > 0 ? tables[^1].FirstNode + tables[^1].Count : 0;
        List<FullTextPart> parts = [];
        Build(
            runs =>
            {
                MemoryPart part = new(nodeCount, definition.Fields.Count);
                RunMerger.Merge(runs, part, CancellationToken.None);
                parts.Add(part);
            },
            CancellationToken.None);
        return new(definition, parts, [.. _lengths.Select(LengthsInMemory)], DocumentCount, tables, "memory");
    }

    private InvertedRun[] Invert(TextChunk[] chunks, ParallelOptions bounded)
    {
        InvertedRun[] runs = new InvertedRun[chunks.Length];
        try
        {
            Parallel.For(0, chunks.Length, bounded, i => runs[i] = ChunkInverter.Invert(definition, chunks[i]));
        }
        catch (AggregateException several) when (several.InnerExceptions[0] is StoreException damage)
        {
            ExceptionDispatchInfo.Throw(damage);
        }

        return runs;
    }

    private static FieldLengths LengthsInMemory(List<TextLength> texts)
    {
        (int first, int[] words) = Spread(texts);
        return new(first, words.Length, place => words[place], texts.Count, texts.Sum(text => (long)text.Words));
    }

    /// <summary>The lengths as an array over the nodes from the first to the last that has any.</summary>
    public static (int FirstNode, int[] Words) Spread(IReadOnlyList<TextLength> texts)
    {
        if (texts.Count == 0) return (0, []);
        int first = texts[0].Node;
        int[] words = new int[texts[^1].Node - first + 1];
        foreach (TextLength text in texts) words[text.Node - first] = text.Words;
        return (first, words);
    }

    private void CountLengths(IReadOnlyList<TextLength> texts)
    {
        int last = -1;
        foreach (TextLength text in texts)
        {
            _lengths[text.Field].Add(text);
            if (text.Node != last) DocumentCount++;
            last = text.Node;
        }
    }
}
