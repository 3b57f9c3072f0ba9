using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>Where the parts of word resources lie: <c>docs/formats/words.md</c>.</summary>
internal sealed class WordResourcesLayout
{
    /// <summary>The version that is written and read.</summary>
    public const int Version = 1;

    /// <summary>Bytes before the sizes of the clusterings.</summary>
    public const int HeaderLength = 44;

    /// <summary>Where the checksum stands, and where begins what it is of.</summary>
    public const int ChecksumAt = 12, CheckedFrom = 20;

    /// <summary>Words of the largest vocabulary.</summary>
    public const int MostWords = 1 << 20;

    // Far above what is made, low enough for offsets to fit.
    private const int MostDimensions = 1 << 10, MostSets = 8, MostClusterings = 64, MostClusters = 1 << 16;

    private readonly int[] _sets;

    /// <summary>Lays out parts of the sizes given.</summary>
    public WordResourcesLayout(int words, int dimensions, int sets, int ownVectors, int textLength, int[] clusterSizes)
    {
        (Words, Dimensions, Sets, OwnVectors, TextLength, ClusterSizes) = (words, dimensions, sets, ownVectors, textLength, clusterSizes);
        Lengths = HeaderLength + (clusterSizes.Length * sizeof(int));
        Text = Lengths + words;
        Frequencies = Text + textLength;
        Capitals = Frequencies + (words * sizeof(uint));
        Clusters = Capitals + words;
        long end = Clusters + ((long)words * clusterSizes.Length * sizeof(ushort));
        _sets = new int[sets];
        for (int set = 0; set < sets; set++)
        {
            _sets[set] = (int)Math.Min(end, int.MaxValue);
            end += (long)RowsOf(set) * (sizeof(float) + dimensions);
        }

        Length = end;
    }

    /// <summary>The signature at the beginning.</summary>
    public static ReadOnlySpan<byte> Magic => "PGWORDS\0"u8;

    /// <summary>Number of words, numbers in a vector, sets of vectors, words with a vector of their own, bytes of all words.</summary>
    public int Words { get; }

    /// <inheritdoc cref="Words"/>
    public int Dimensions { get; }

    /// <inheritdoc cref="Words"/>
    public int Sets { get; }

    /// <inheritdoc cref="Words"/>
    public int OwnVectors { get; }

    /// <inheritdoc cref="Words"/>
    public int TextLength { get; }

    /// <summary>Number of clusters of each clustering.</summary>
    public int[] ClusterSizes { get; }

    /// <summary>Where the lengths of words, their bytes, frequencies, shares of capitals and clusters begin.</summary>
    public int Lengths { get; }

    /// <inheritdoc cref="Lengths"/>
    public int Text { get; }

    /// <inheritdoc cref="Lengths"/>
    public int Frequencies { get; }

    /// <inheritdoc cref="Lengths"/>
    public int Capitals { get; }

    /// <inheritdoc cref="Lengths"/>
    public int Clusters { get; }

    /// <summary>Bytes of everything.</summary>
    public long Length { get; }

    /// <summary>The finest clustering of a set.</summary>
    public int FinestOf(int set) => ((set + 1) * (ClusterSizes.Length / Sets)) - 1;

    /// <summary>Vectors of a set: those of words and those of the centres of its finest clustering.</summary>
    public int RowsOf(int set) => OwnVectors + ClusterSizes[FinestOf(set)];

    /// <summary>Where the scales of the vectors of a set begin.</summary>
    public int ScalesOf(int set) => _sets[set];

    /// <summary>Where the numbers of the vectors of a set begin.</summary>
    public int ValuesOf(int set) => _sets[set] + (RowsOf(set) * sizeof(float));

    /// <summary>The layout that a header describes, which fits the length of the data.</summary>
    /// <exception cref="PapergraphException">PGM600, PGM601.</exception>
    public static WordResourcesLayout Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < HeaderLength || !data.StartsWith(Magic))
            throw ExtractionErrors.DamagedWords("they do not begin as they should");
        int version = BinaryPrimitives.ReadInt32LittleEndian(data[Magic.Length..]);
        if (version != Version) throw ExtractionErrors.OtherVersionOfWords(version, Version);
        int words = Number(data, 0, 1, MostWords), dimensions = Number(data, 1, 1, MostDimensions), sets = Number(data, 2, 1, MostSets);
        int clusterings = Number(data, 3, sets, MostClusterings), own = Number(data, 4, 0, words);
        int text = Number(data, 5, words, words * WordFolding.LongestWord);
        if (clusterings % sets != 0 || data.Length < HeaderLength + (clusterings * sizeof(int)))
            throw ExtractionErrors.DamagedWords("the clusterings do not fit the sets");
        int[] sizes = new int[clusterings];
        for (int i = 0; i < clusterings; i++) sizes[i] = Number(data, 6 + i, 1, MostClusters);
        WordResourcesLayout layout = new(words, dimensions, sets, own, text, sizes);
        if (layout.Length != data.Length)
            throw ExtractionErrors.DamagedWords($"they have {data.Length} bytes where {layout.Length} belong");
        return layout;
    }

    /// <summary>Checks all bytes of the data.</summary>
    /// <exception cref="PapergraphException">PGM600.</exception>
    public void Check(ReadOnlySpan<byte> data)
    {
        if (StableHash.Hash64(data[CheckedFrom..]) != BinaryPrimitives.ReadUInt64LittleEndian(data[ChecksumAt..]))
            throw ExtractionErrors.DamagedWords("their checksum does not fit");
        CheckClusters(data);
    }

    /// <summary>The words, in their order.</summary>
    /// <exception cref="PapergraphException">PGM600: a word is there twice, or lengths do not add up.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public WordTable ReadWords(ReadOnlySpan<byte> data)
    {
        WordTable words = new(Words);
        ReadOnlySpan<byte> text = data.Slice(Text, TextLength);
        foreach (byte length in data.Slice(Lengths, Words))
        {
            if (length is 0 or > WordFolding.LongestWord || length > text.Length)
                throw ExtractionErrors.DamagedWords("the lengths of words do not add up");
            words.Add(text[..length]);
            text = text[length..];
        }

        if (words.Count != Words || text.Length > 0) throw ExtractionErrors.DamagedWords("the words are not as many as there should be");
        return words;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CheckClusters(ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> clusters = data[Clusters..];
        for (int word = 0; word < Words; word++)
        {
            for (int i = 0; i < ClusterSizes.Length; i++, clusters = clusters[sizeof(ushort)..])
            {
                if (BinaryPrimitives.ReadUInt16LittleEndian(clusters) >= ClusterSizes[i])
                    throw ExtractionErrors.DamagedWords("a word belongs to a cluster that does not exist");
            }
        }
    }

    private static int Number(ReadOnlySpan<byte> data, int index, int least, int most)
    {
        int value = BinaryPrimitives.ReadInt32LittleEndian(data[(CheckedFrom + (index * sizeof(int)))..]);
        if (value < least || value > most) throw ExtractionErrors.DamagedWords($"{value} stands where {least} to {most} is possible");
        return value;
    }
}
