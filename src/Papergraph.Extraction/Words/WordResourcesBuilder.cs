using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Puts what was learned into the form in which it is kept.</summary>
internal static class WordResourcesBuilder
{
    /// <summary>The resources of a vocabulary.</summary>
    /// <param name="corpus">The vocabulary.</param>
    /// <param name="sets">Vectors and clusterings, set by set.</param>
    /// <param name="mostVectors">Words that keep a vector of their own.</param>
    public static WordResources Build(WordCorpus corpus, IReadOnlyList<WordVectors> sets, int mostVectors)
    {
        WordTable words = corpus.Words;
        int textLength = Enumerable.Range(0, words.Count).Sum(word => words[word].Length);
        int[] sizes = [.. sets.SelectMany(set => set.Clusterings).Select(c => c.Centres.Count)];
        WordResourcesLayout layout = new(
            words.Count, sets[0].Vectors.Length, sets.Count, Math.Min(words.Count, mostVectors), textLength, sizes);
        byte[] data = new byte[layout.Length];
        WriteWords(data, layout, corpus);
        WriteClusters(data.AsSpan(layout.Clusters), sets, words.Count);
        for (int set = 0; set < sets.Count; set++) WriteVectors(data, layout, set, sets[set]);
        WriteHeader(data, layout);
        return WordResources.Read(data);
    }

    private static void WriteHeader(Span<byte> data, WordResourcesLayout layout)
    {
        WordResourcesLayout.Magic.CopyTo(data);
        BinaryPrimitives.WriteInt32LittleEndian(data[WordResourcesLayout.Magic.Length..], WordResourcesLayout.Version);
        Span<byte> at = data[WordResourcesLayout.CheckedFrom..];
        int[] numbers = [layout.Words, layout.Dimensions, layout.Sets, layout.ClusterSizes.Length, layout.OwnVectors, layout.TextLength];
        foreach (int number in numbers.Concat(layout.ClusterSizes))
        {
            BinaryPrimitives.WriteInt32LittleEndian(at, number);
            at = at[sizeof(int)..];
        }

        ulong checksum = StableHash.Hash64(data[WordResourcesLayout.CheckedFrom..]);
        BinaryPrimitives.WriteUInt64LittleEndian(data[WordResourcesLayout.ChecksumAt..], checksum);
    }

    private static void WriteWords(Span<byte> data, WordResourcesLayout layout, WordCorpus corpus)
    {
        corpus.CapitalShares.CopyTo(data[layout.Capitals..]);
        Span<byte> text = data[layout.Text..], frequencies = data[layout.Frequencies..];
        for (int word = 0; word < layout.Words; word++)
        {
            ReadOnlySpan<byte> form = corpus.Words[word];
            data[layout.Lengths + word] = (byte)form.Length;
            form.CopyTo(text);
            text = text[form.Length..];
            BinaryPrimitives.WriteUInt32LittleEndian(frequencies[(word * sizeof(uint))..], corpus.Frequencies[word]);
        }
    }

    private static void WriteClusters(Span<byte> at, IReadOnlyList<WordVectors> sets, int words)
    {
        for (int word = 0; word < words; word++)
        {
            foreach (Clustering clustering in sets.SelectMany(set => set.Clusterings))
            {
                BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)clustering.Cluster[word]);
                at = at[sizeof(ushort)..];
            }
        }
    }

    private static void WriteVectors(Span<byte> data, WordResourcesLayout layout, int set, WordVectors learned)
    {
        Span<byte> scales = data[layout.ScalesOf(set)..];
        Span<sbyte> values = MemoryMarshal.Cast<byte, sbyte>(data.Slice(layout.ValuesOf(set), layout.RowsOf(set) * layout.Dimensions));
        FloatRows centres = learned.Clusterings[^1].Centres;
        for (int row = 0; row < layout.RowsOf(set); row++)
        {
            ReadOnlySpan<float> vector = row < layout.OwnVectors ? learned.Vectors.Values(row) : centres.Values(row - layout.OwnVectors);
            float most = 0;
            foreach (float value in vector) most = Math.Max(most, Math.Abs(value));
            float scale = most / sbyte.MaxValue;
            BinaryPrimitives.WriteSingleLittleEndian(scales[(row * sizeof(float))..], scale);
            Span<sbyte> quantized = values.Slice(row * vector.Length, vector.Length);
            for (int i = 0; i < vector.Length && scale > 0; i++) quantized[i] = (sbyte)MathF.Round(vector[i] / scale);
        }
    }
}
