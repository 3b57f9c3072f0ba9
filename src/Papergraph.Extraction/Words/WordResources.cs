using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>What unlabelled text teaches about words: how frequent each is, which words are used like it, and a vector for each.</summary>
/// <remarks>
/// <para>A word is looked up by its form: lower case, every digit as <c>0</c>, typographic hyphens and apostrophes as plain ones. A token
/// with joints (<c>-</c>, <c>/</c>, <c>_</c>, <c>@</c>, <c>^</c>) that is unknown as a whole stands for its longest known end, else for its
/// last known part; parts without a letter count only for themselves.</para>
/// <para>There are one or more sets of vectors, learned with windows of different width, and for each set as many clusterings, coarse
/// ones first: clustering <c>c</c> belongs to set <c>c / (ClusterCount / SetCount)</c>. Vectors are kept as one byte a number; a rare
/// word has the vector of the centre of its finest cluster.</para>
/// <para>Immutable; for any number of threads. Made by <see cref="WordPretraining"/>. Layout: <c>docs/formats/words.md</c>.</para>
/// </remarks>
public sealed class WordResources
{
    private readonly ReadOnlyMemory<byte> _data;
    private readonly WordResourcesLayout _layout;
    private readonly WordTable _words;

    private WordResources(ReadOnlyMemory<byte> data, WordResourcesLayout layout, WordTable words) =>
        (_data, _layout, _words) = (data, layout, words);

    /// <summary>Number of words, which are numbered from 0 by falling frequency.</summary>
    public int Count => _layout.Words;

    /// <summary>Numbers in a vector.</summary>
    public int VectorLength => _layout.Dimensions;

    /// <summary>Sets of vectors, narrow window first.</summary>
    public int SetCount => _layout.Sets;

    /// <summary>Number of clusterings.</summary>
    public int ClusterCount => _layout.ClusterSizes.Length;

    /// <summary>The number of the word that a token stands for, or −1 when nothing is known of it.</summary>
    /// <param name="token">One token in any spelling.</param>
    public int IndexOf(ReadOnlySpan<char> token)
    {
        Span<byte> form = stackalloc byte[WordFolding.LongestWord];
        int length = WordFolding.Fold(token, form);
        return length == 0 ? -1 : WordParts.Find(_words, form[..length]);
    }

    /// <summary>How often the word occurs in the text.</summary>
    /// <param name="word">0 to below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such word.</exception>
    public uint Frequency(int word)
    {
        int at = _layout.Frequencies + (Checked(word) * sizeof(uint));
        return BinaryPrimitives.ReadUInt32LittleEndian(_data.Span[at..]);
    }

    /// <summary>How often the word begins with a capital in running text: the share of its places in abstracts other than the first of a
    /// sentence, to 1/255. A word that is spelled large in a title or at the beginning of a sentence only has a small one.</summary>
    /// <param name="word">0 to below <see cref="Count"/>.</param>
    /// <returns>0 to 1; 0 also for a word without such a place.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such word.</exception>
    public float CapitalShare(int word) => _data.Span[_layout.Capitals + Checked(word)] / 255f;

    /// <summary>The cluster of a word.</summary>
    /// <param name="word">0 to below <see cref="Count"/>.</param>
    /// <param name="clustering">0 to below <see cref="ClusterCount"/>.</param>
    /// <returns>0 to below <see cref="ClusterSize"/> of the clustering.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such word or clustering.</exception>
    public int Cluster(int word, int clustering)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)clustering, (uint)ClusterCount, nameof(clustering));
        int at = _layout.Clusters + (((Checked(word) * ClusterCount) + clustering) * sizeof(ushort));
        return BinaryPrimitives.ReadUInt16LittleEndian(_data.Span[at..]);
    }

    /// <summary>The number of clusters of a clustering.</summary>
    /// <param name="clustering">0 to below <see cref="ClusterCount"/>.</param>
    public int ClusterSize(int clustering) => _layout.ClusterSizes[clustering];

    /// <summary>Writes the vector of a word; over all words of a set the mean square of a vector's length is 1.</summary>
    /// <param name="word">0 to below <see cref="Count"/>.</param>
    /// <param name="set">0 to below <see cref="SetCount"/>.</param>
    /// <param name="into">Receives <see cref="VectorLength"/> numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such word or set.</exception>
    /// <exception cref="ArgumentException"><paramref name="into"/> is too short.</exception>
    public void CopyVector(int word, int set, Span<float> into)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)set, (uint)SetCount, nameof(set));
        if (into.Length < VectorLength) throw new ArgumentException($"A vector has {VectorLength} numbers.", nameof(into));
        int row = Checked(word) < _layout.OwnVectors ? word : _layout.OwnVectors + Cluster(word, _layout.FinestOf(set));
        ReadOnlySpan<byte> data = _data.Span;
        float scale = BinaryPrimitives.ReadSingleLittleEndian(data[(_layout.ScalesOf(set) + (row * sizeof(float)))..]);
        ReadOnlySpan<byte> stored = data.Slice(_layout.ValuesOf(set) + (row * VectorLength), VectorLength);
        ReadOnlySpan<sbyte> values = MemoryMarshal.Cast<byte, sbyte>(stored);
        for (int i = 0; i < values.Length; i++) into[i] = values[i] * scale;
    }

    /// <summary>Writes the resources; the same ones always give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <exception cref="IOException">The stream refused.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(_data.Span);
    }

    /// <summary>Reads a file of resources.</summary>
    /// <param name="path">What <see cref="Write"/> wrote.</param>
    /// <exception cref="PapergraphException">There is no such file (PGM610), it is damaged (PGM600) or of a newer version
    /// (PGM601).</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WordResources Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path)) throw ExtractionErrors.NoSuchWords(path);
        try
        {
            return Read(File.ReadAllBytes(path));
        }
        catch (PapergraphException e)
        {
            throw new PapergraphException(e.Code, $"{path}: {e.Message}", e);
        }
    }

    /// <summary>Reads resources.</summary>
    /// <param name="data">What <see cref="Write"/> wrote; kept, not copied, so it must not change any more.</param>
    /// <exception cref="PapergraphException">The data are damaged (PGM600) or of a newer version (PGM601).</exception>
    public static WordResources Read(ReadOnlyMemory<byte> data)
    {
        WordResourcesLayout layout = WordResourcesLayout.Read(data.Span);
        layout.Check(data.Span);
        return new WordResources(data, layout, layout.ReadWords(data.Span));
    }

    /// <summary>Reads resources that are known to be whole.</summary>
    internal static WordResources ReadSound(ReadOnlyMemory<byte> data)
    {
        WordResourcesLayout layout = WordResourcesLayout.Read(data.Span);
        return new WordResources(data, layout, layout.ReadWords(data.Span));
    }

    private int Checked(int word)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)word, (uint)Count, nameof(word));
        return word;
    }
}
