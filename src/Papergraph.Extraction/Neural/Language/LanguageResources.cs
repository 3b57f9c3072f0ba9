using System.Buffers.Binary;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>What unlabelled text teaches about language: networks that foretell the next word and the one before, on which taggers are
/// built.</summary>
/// <remarks>Immutable; for any number of threads. Made by <see cref="LanguagePretraining"/>. Layout:
/// <c>docs/formats/language.md</c>.</remarks>
public sealed class LanguageResources
{
    private const int Version = 1, VersionAt = 8, ChecksumAt = 12, CheckedFrom = 20;

    internal LanguageResources(LanguageModel model) => Model = model;

    /// <summary>Words that are known one by one; others are known by their spelling.</summary>
    public int Words => Model.Words.Vocabulary.Words.Count;

    internal LanguageModel Model { get; }

    private static ReadOnlySpan<byte> Magic => "PGLANG\0\0"u8;

    /// <summary>Reads a file that <see cref="Write"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PapergraphException">There is no such file, it holds something else, or it is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static LanguageResources Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return File.Exists(path) ? Read(File.ReadAllBytes(path), path) : throw ExtractionErrors.NoSuchLanguage(path);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="file">All of it.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="PapergraphException">It is something else, of another version, or damaged.</exception>
    public static LanguageResources Read(ReadOnlySpan<byte> file, string name)
    {
        if (!file.StartsWith(Magic)) throw ExtractionErrors.NoLanguage(name);
        if (file.Length < CheckedFrom) throw ExtractionErrors.DamagedLanguage(name);
        int version = BinaryPrimitives.ReadInt32LittleEndian(file[VersionAt..]);
        if (version != Version) throw ExtractionErrors.OtherVersionOfLanguage(name, version, Version);
        ReadOnlySpan<byte> content = file[CheckedFrom..];
        if (BinaryPrimitives.ReadUInt64LittleEndian(file[ChecksumAt..]) != StableHash.Hash64(content))
            throw ExtractionErrors.DamagedLanguage(name);
        return new LanguageResources(LanguageLayout.Read(content, () => ExtractionErrors.DamagedLanguage(name)));
    }

    /// <summary>Writes the resources; the same ones always give the same bytes.</summary>
    /// <param name="output">Where to.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        byte[] content = LanguageLayout.ToBytes(Model);
        Span<byte> head = stackalloc byte[CheckedFrom];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[VersionAt..], Version);
        BinaryPrimitives.WriteUInt64LittleEndian(head[ChecksumAt..], StableHash.Hash64(content));
        output.Write(head);
        output.Write(content);
    }
}
