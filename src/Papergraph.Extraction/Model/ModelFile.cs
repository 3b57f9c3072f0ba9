using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>The parts of a model by name, as they lie in its file.</summary>
/// <remarks>Layout, little-endian: the 8 bytes <c>PGMODEL2</c>; the first 16 bytes of SHA-256 of all that follows, which name the content;
/// the length of the table (4); the table: for each section, in ordinal order of names, the length of its name (2), its name in UTF-8, the
/// length of its data (8) and their XXH64 (8); the data in the same order, each at a multiple of 64, with zeros between and
/// behind.</remarks>
internal sealed class ModelFile
{
    private const int Alignment = 64, MostSections = 1_000, LongestName = 200, IdentityLength = 16;
    private const int TableLengthAt = 8 + IdentityLength, TableAt = TableLengthAt + 4, LongestTable = 1 << 18;
    private static readonly byte[] Magic = "PGMODEL2"u8.ToArray();
    private readonly SortedDictionary<string, Lazy<ReadOnlyMemory<byte>>> _sections = new(StringComparer.Ordinal);

    /// <summary>Names in ordinal order.</summary>
    public IEnumerable<string> Names => _sections.Keys;

    /// <summary>Adds or replaces a section.</summary>
    public void Put(string name, ReadOnlyMemory<byte> data) => _sections[name] = new Lazy<ReadOnlyMemory<byte>>(data);

    /// <summary>The data of a section, or null when there is none of that name.</summary>
    public ReadOnlyMemory<byte>? Find(string name) =>
        _sections.TryGetValue(name, out Lazy<ReadOnlyMemory<byte>>? data) ? data.Value : (ReadOnlyMemory<byte>?)null;

    /// <summary>The same sections once more.</summary>
    public ModelFile Copy()
    {
        ModelFile copy = new();
        foreach ((string name, Lazy<ReadOnlyMemory<byte>> data) in _sections) copy._sections.Add(name, data);
        return copy;
    }

    /// <summary>The whole file.</summary>
    public byte[] ToBytes()
    {
        List<byte[]> names = [.. _sections.Keys.Select(Encoding.UTF8.GetBytes)];
        int tableLength = names.Sum(name => 2 + name.Length + 16), at = TableAt, index = 0;
        long offset = Aligned(TableAt + tableLength), end = offset;
        foreach (Lazy<ReadOnlyMemory<byte>> data in _sections.Values) end += Aligned(data.Value.Length);
        byte[] file = new byte[end];
        Magic.CopyTo(file, 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(TableLengthAt), tableLength);
        foreach (Lazy<ReadOnlyMemory<byte>> section in _sections.Values)
        {
            ReadOnlySpan<byte> data = section.Value.Span;
            byte[] name = names[index++];
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), checked((ushort)name.Length));
            name.CopyTo(file, at + 2);
            at += 2 + name.Length;
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(at), data.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(at + 8), StableHash.Hash64(data));
            at += 16;
            data.CopyTo(file.AsSpan((int)offset));
            offset += Aligned(data.Length);
        }

        IdentityOf(file).CopyTo(file, Magic.Length);
        return file;
    }

    /// <summary>The 32 hexadecimal digits that name the content of a file, as its beginning gives them.</summary>
    /// <param name="head">At least the first 24 bytes of a model file.</param>
    public static string HashOf(ReadOnlySpan<byte> head) => Convert.ToHexStringLower(head.Slice(Magic.Length, IdentityLength));

    /// <summary>Reads a file and checks every byte of it; the sections refer to its memory.</summary>
    /// <param name="file">All bytes.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <exception cref="PapergraphException">It is no model, of another version, or damaged.</exception>
    public static ModelFile Read(ReadOnlyMemory<byte> file, string name)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        List<Section> table = ReadTable(bytes, bytes.Length, name);
        ModelFile model = new();
        foreach (Section section in table)
        {
            ReadOnlyMemory<byte> data = file.Slice((int)section.Offset, (int)section.Length);
            if (StableHash.Hash64(data.Span) != section.Hash) throw ExtractionErrors.DamagedModel(name, $"section '{section.Name}'");
            model.Put(section.Name, data);
        }

        if (!bytes.Slice(Magic.Length, IdentityLength).SequenceEqual(IdentityOf(bytes)))
            throw ExtractionErrors.DamagedModel(name, "its content, which is not what its name says,");
        return model;
    }

    /// <summary>Reads a file that is known to be sound: the table at once, each section when it is asked for.</summary>
    /// <param name="open">Opens the file; called anew for each section.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <param name="hash">The name of its content, as the file says.</param>
    /// <exception cref="PapergraphException">It is no model, or one of another version.</exception>
    public static ModelFile Open(Func<Stream> open, string name, out string hash)
    {
        using Stream stream = open();
        byte[] head = ReadAt(stream, 0, (int)Math.Min(TableAt, stream.Length));
        if (head.Length < TableAt) throw ExtractionErrors.NoModel(name);
        int tableLength = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(TableLengthAt));
        byte[] beginning = ReadAt(stream, 0, (int)Math.Clamp((long)TableAt + tableLength, TableAt, stream.Length));
        ModelFile model = new();
        foreach (Section section in ReadTable(beginning, stream.Length, name))
            model._sections[section.Name] = new Lazy<ReadOnlyMemory<byte>>(() => ReadSection(open, section));
        hash = HashOf(head);
        return model;
    }

    private static byte[] ReadSection(Func<Stream> open, Section section)
    {
        using Stream stream = open();
        return ReadAt(stream, section.Offset, (int)section.Length);
    }

    private static byte[] ReadAt(Stream stream, long offset, int length)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(length);
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static List<Section> ReadTable(ReadOnlySpan<byte> beginning, long fileLength, string name)
    {
        if (beginning.Length < TableAt || !beginning.StartsWith(Magic)) throw ExtractionErrors.NoModel(name);
        int tableLength = BinaryPrimitives.ReadInt32LittleEndian(beginning[TableLengthAt..]);
        if (tableLength is < 0 or > LongestTable || tableLength > beginning.Length - TableAt) throw DamagedTable(name);
        List<Section> table = [];
        ReadOnlySpan<byte> rest = beginning.Slice(TableAt, tableLength);
        long offset = Aligned(TableAt + tableLength);
        while (rest.Length > 0)
        {
            int length = rest.Length < 2 ? LongestName + 1 : BinaryPrimitives.ReadUInt16LittleEndian(rest);
            if (length > LongestName || rest.Length < 2 + length + 16 || table.Count == MostSections) throw DamagedTable(name);
            string section = Encoding.UTF8.GetString(rest.Slice(2, length));
            rest = rest[(2 + length)..];
            long dataLength = BinaryPrimitives.ReadInt64LittleEndian(rest);
            if (dataLength < 0 || dataLength > Math.Min(fileLength, Array.MaxLength) - offset) throw DamagedTable(name);
            if (table.Count > 0 && string.CompareOrdinal(table[^1].Name, section) >= 0) throw DamagedTable(name);
            table.Add(new Section(section, offset, dataLength, BinaryPrimitives.ReadUInt64LittleEndian(rest[8..])));
            rest = rest[16..];
            offset += Aligned(dataLength);
        }

        return offset == fileLength ? table : throw DamagedTable(name);
    }

    private static PapergraphException DamagedTable(string name) => ExtractionErrors.DamagedModel(name, "its table of sections");

    private static byte[] IdentityOf(ReadOnlySpan<byte> file) => SHA256.HashData(file[TableLengthAt..])[..IdentityLength];

    private static long Aligned(long length) => (length + Alignment - 1) / Alignment * Alignment;

    /// <summary>An entry of the table.</summary>
    private readonly record struct Section(string Name, long Offset, long Length, ulong Hash);
}
