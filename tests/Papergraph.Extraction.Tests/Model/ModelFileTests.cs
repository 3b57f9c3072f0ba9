using Papergraph.Core;

namespace Papergraph.Extraction.Tests;

public class ModelFileTests
{
    [Fact]
    public void What_was_written_is_read_by_both_ways_in()
    {
        byte[] bytes = Sample().ToBytes();
        ModelFile read = ModelFile.Read(bytes, "x"), opened = ModelFile.Open(() => new MemoryStream(bytes), "x", out string hash);
        Assert.Equal(ModelFile.HashOf(bytes), hash);
        foreach (ModelFile file in (ModelFile[])[read, opened])
        {
            Assert.Equal(["empty", "one", "two"], file.Names);
            Assert.Equal(Bytes(100, 1), file.Find("one")!.Value.ToArray());
            Assert.Equal(Bytes(1000, 2), file.Find("two")!.Value.ToArray());
            Assert.Equal(0, file.Find("empty")!.Value.Length);
            Assert.Null(file.Find("three"));
            Assert.Equal(bytes, file.ToBytes());
        }
    }

    [Fact]
    public void The_name_of_the_content_depends_on_names_and_data_and_not_on_the_order_of_putting()
    {
        ModelFile other = new();
        other.Put("two", Bytes(1000, 2));
        other.Put("empty", Array.Empty<byte>());
        other.Put("one", Bytes(100, 3));
        string changed = ModelFile.HashOf(other.ToBytes());
        other.Put("one", Bytes(100, 1));
        Assert.Equal(Sample().ToBytes(), other.ToBytes());
        Assert.NotEqual(ModelFile.HashOf(Sample().ToBytes()), changed);
    }

    [Fact]
    public void No_byte_can_change_unseen()
    {
        byte[] bytes = Sample().ToBytes();
        for (int at = 0; at < bytes.Length; at++)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x10;
            PapergraphException refused = Assert.Throws<PapergraphException>(() => ModelFile.Read(damaged, "x"));
            Assert.Equal(at < 8 ? "PGM001" : "PGM002", refused.Code);
        }
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_by_both_ways_in()
    {
        byte[] bytes = Sample().ToBytes();
        for (int length = 0; length < bytes.Length; length++)
        {
            byte[] cut = bytes[..length];
            Assert.Throws<PapergraphException>(() => ModelFile.Read(cut, "x"));
            Assert.Throws<PapergraphException>(() => ModelFile.Open(() => new MemoryStream(cut), "x", out _));
        }
    }

    [Theory]
    [InlineData(24, int.MaxValue)]
    [InlineData(24, -1)]
    [InlineData(24, 0)]
    public void A_table_that_cannot_be_is_refused_by_both_ways_in(int at, int value)
    {
        byte[] bytes = Sample().ToBytes();
        BitConverter.TryWriteBytes(bytes.AsSpan(at), value);
        Assert.Throws<PapergraphException>(() => ModelFile.Read(bytes, "x"));
        Assert.Throws<PapergraphException>(() => ModelFile.Open(() => new MemoryStream(bytes), "x", out _));
    }

    private static ModelFile Sample()
    {
        ModelFile file = new();
        file.Put("one", Bytes(100, 1));
        file.Put("two", Bytes(1000, 2));
        file.Put("empty", Array.Empty<byte>());
        return file;
    }

    private static byte[] Bytes(int count, ulong seed)
    {
        Xoshiro256 random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(256))];
    }
}
