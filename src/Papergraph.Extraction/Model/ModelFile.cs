using System.Buffers.Binary;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The parts of a model by name, as they lie in its file.</summary>
/// <remarks>Layout, little-endian: the 8 bytes <c>PGMODEL1</c>; the number of sections (4); for each section, in ordinal order of names,
/// the
/// length of its name (2), its name in UTF-8, the offset of its data (8), their length (8) and their XXH64 (8); XXH64 of all
/// that so far (8); the data, each at a multiple of 64.</remarks>
internal sealed class ModelFile
{
    private const int Alignment = 64, MostSections = 1_000, LongestName = 200;
    private static readonly byte[] Magic = "PGMODEL1"u8.ToArray();
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _sections = new(StringComparer.Ordinal);

    /// <summary>Names in ordinal order.</summary>
    public IEnumerable<string> Names => _sections.Keys;

    /// <summary>Adds or replaces a section.</summary>
    public void Put(string name, ReadOnlyMemory<byte> data) => _sections[name] = data;

    /// <summary>The data of a section, or null when there is none of that name.</summary>
    public ReadOnlyMemory<byte>? Find(string name) =>
        _sections.TryGetValue(name, out ReadOnlyMemory<byte> data) ? data : (ReadOnlyMemory<byte>?)null;

    /// <summary>The whole file.</summary>
    public byte[] ToBytes()
    {
        List<byte[]> names = [.. _sections.Keys.Select(Encoding.UTF8.GetBytes)];
        int head = Magic.Length + 4 + names.Sum(name => 2 + name.Length + 24) + 8;
        long end = Aligned(head);
        foreach (ReadOnlyMemory<byte> data in _sections.Values) end = Aligned(end + data.Length);
        byte[] file = new byte[end];
        Magic.CopyTo(file, 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), _sections.Count);
        int at = 12, index = 0;
        long offset = Aligned(head);
        foreach (ReadOnlyMemory<byte> data in _sections.Values)
        {
            byte[] name = names[index++];
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), checked((ushort)name.Length));
            name.CopyTo(file, at + 2);
            at += 2 + name.Length;
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(at), offset);
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(at + 8), data.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(at + 16), StableHash.Hash64(data.Span));
            at += 24;
            data.Span.CopyTo(file.AsSpan((int)offset));
            offset = Aligned(offset + data.Length);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(at), StableHash.Hash64(file.AsSpan(0, at)));
        return file;
    }

    /// <summary>Reads a file; the sections refer to its memory.</summary>
    /// <param name="file">All bytes.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <exception cref="PapergraphException">It is no model, of another version, or damaged.</exception>
    public static ModelFile Read(ReadOnlyMemory<byte> file, string name)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        if (bytes.Length < 20 || !bytes.StartsWith(Magic)) throw ExtractionErrors.NoModel(name);
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (count is < 0 or > MostSections) throw ExtractionErrors.DamagedModel(name, "its table of sections");
        ModelFile model = new();
        int at = 12;
        List<(string Name, long Offset, long Length, ulong Hash)> table = [];
        for (int i = 0; i < count; i++)
        {
            int length = at + 2 <= bytes.Length ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : LongestName + 1;
            if (length > LongestName || at + 2 + length + 24 + 8 > bytes.Length) throw ExtractionErrors.DamagedModel(name, "its table of sections");
            string section = Encoding.UTF8.GetString(bytes.Slice(at + 2, length));
            at += 2 + length;
            table.Add((section, BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[(at + 8)..]),
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[(at + 16)..])));
            at += 24;
        }

        if (at + 8 > bytes.Length || BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]) != StableHash.Hash64(bytes[..at]))
            throw ExtractionErrors.DamagedModel(name, "its table of sections");
        foreach ((string section, long offset, long length, ulong hash) in table)
        {
            if (offset < 0 || length < 0 || offset > bytes.Length - length || StableHash.Hash64(bytes.Slice((int)offset, (int)length)) != hash)
                throw ExtractionErrors.DamagedModel(name, $"section '{section}'");
            model._sections[section] = file.Slice((int)offset, (int)length);
        }

        return model;
    }

    private static long Aligned(long offset) => (offset + Alignment - 1) / Alignment * Alignment;
}
