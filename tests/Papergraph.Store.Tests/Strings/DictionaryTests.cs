using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class DictionaryTests
{
    // Oracle: a sorted list of byte strings, searched from its beginning.
    [Fact]
    public void Codes_number_the_distinct_texts_in_the_order_of_their_bytes()
    {
        Gen<string> text =
            from prefix in Gen.Elements("", "a", "proceedings of the ", "proceedings of ü", "日本", "\0")
            from number in Gen.Choose(0, 150)
            from suffix in Gen.Elements("", "x", "workshop")
            select prefix + number + suffix;
        Prop.ForAll(text.ArrayOf(300).ToArbitrary(), texts =>
        {
            byte[][] distinct = [.. texts.Distinct().Select(Encoding.UTF8.GetBytes)];
            Array.Sort(distinct, (a, b) => a.AsSpan().SequenceCompareTo(b));
            using TemporaryFolder folder = new();
            StringColumn column = Open(folder, [.. texts, .. texts, .. texts], out GraphReader reader);
            using (reader)
            {
                Assert.Equal(distinct.Length, column.CodeCount);
                long[] codes = new long[texts.Length];
                column.ReadCodes(0, codes);
                for (int i = 0; i < texts.Length; i++)
                {
                    Assert.Equal(Encoding.UTF8.GetBytes(texts[i]), column.CodeText((int)codes[i]).ToArray());
                    Assert.Equal(codes[i], column.CodeOf(Encoding.UTF8.GetBytes(texts[i])));
                }

                for (int i = 0; i < distinct.Length; i++) Assert.Equal(distinct[i], column.CodeText(i).ToArray());
                foreach (string asked in (string[])["", "a", "a7", "proceedings of the 9", "q", "日本1x", "\0", "￿"])
                {
                    byte[] utf8 = Encoding.UTF8.GetBytes(asked);
                    int before = distinct.Count(d => d.AsSpan().SequenceCompareTo(utf8) < 0);
                    Assert.Equal(before, column.LowerCode(utf8));
                    Assert.Equal(texts.Contains(asked) ? before : -1, column.CodeOf(utf8));
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1000)]
    public void Groups_of_every_size_read_back_from_either_end(int count)
    {
        string[] texts = [.. Enumerable.Range(0, count).Select(i => $"proceedings of the annual meeting number {i:d4}")];
        using TemporaryFolder folder = new();
        StringColumn column = Open(folder, [.. texts, .. texts], out GraphReader reader);
        using (reader)
        {
            Assert.Equal(count, column.CodeCount);
            for (int i = 2 * count - 1; i >= 0; i--) Assert.Equal(texts[i % count], column[i]);
            for (int i = 0; i < count; i++) Assert.Equal(texts[i], Encoding.UTF8.GetString(column.CodeText(i)));
        }

        TestGraph.AssertSound(folder.FullName);
    }

    [Fact]
    public void Texts_of_a_dictionary_share_their_prefixes_on_the_disk()
    {
        string prefix = "https://example.org/a/rather/long/path/to/what/is/named/";
        string[] texts = [.. Enumerable.Range(0, 4000).Select(i => $"{prefix}{i:d5}")];
        using TemporaryFolder folder = new();
        Open(folder, [.. texts, .. texts], out GraphReader reader);
        reader.Dispose();
        // 12 bits a code, a prefix for every sixteenth text, and some five bytes a text: a tenth of what the texts have.
        Assert.InRange(new FileInfo(folder.File("segment-1.pgs")).Length, 1, (8000 * 12 / 8) + (250 * 64) + (4000 * 6) + 4000);
    }

    [Fact]
    public void Reading_a_dictionary_again_allocates_nothing()
    {
        string[] texts = [.. Enumerable.Range(0, 500).Select(i => $"proceedings of the annual meeting number {i}")];
        using TemporaryFolder folder = new();
        StringColumn column = Open(folder, [.. texts, .. texts], out GraphReader reader);
        using (reader)
        {
            long bytes = Sum(column);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long again = Sum(column), allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal((bytes, 0L), (again, allocated));
        }
    }

    [Fact]
    public void Bytes_that_are_no_group_do_not_decode_and_none_decode_to_too_much()
    {
        Random random = new(17);
        int decodedOnes = 0;
        for (int i = 0; i < 200_000; i++)
        {
            byte[] bytes = new byte[random.Next(12)];
            for (int b = 0; b < bytes.Length; b++) bytes[b] = (byte)(random.Next(4) == 0 ? random.Next(256) : random.Next(4));
            int count = random.Next(1, 4);
            if (!FrontCoding.TryDecode(bytes, count, out DecodedTexts? texts)) continue;
            decodedOnes++;
            Assert.Equal(count, texts.Count);
            for (int t = 0; t < count; t++) Assert.InRange(texts[t].Length, 0, bytes.Length);
        }

        Assert.InRange(decodedOnes, 100, 199_900);
        // Sixteen texts, each of which repeats the one before, of more bytes than a group may have.
        byte[] repeating = [.. Enumerable.Repeat((byte[])[0xFF, 0xFF, 0xFF, 0x07, 0], 15).SelectMany(bytes => bytes)];
        Assert.False(FrontCoding.TryDecode([0xFF, 0xFF, 0xFF, 0x07, .. new byte[0xFFFFFF], .. repeating], 16, out _));
    }

    [Fact]
    public void A_column_without_a_dictionary_has_no_codes()
    {
        using TemporaryFolder folder = new();
        StringColumn column = Open(folder, ["one", "two", "three"], out GraphReader reader);
        using (reader)
        {
            Assert.Equal((false, 0), (column.IsDictionary, column.CodeCount));
            Assert.Throws<InvalidOperationException>(() => column.ReadCodes(0, new long[1]));
            Assert.Throws<InvalidOperationException>(() => column.CodeOf("one"u8));
            Assert.Throws<InvalidOperationException>(() => column.LowerCode("one"u8));
            Assert.Throws<ArgumentOutOfRangeException>(() => column.CodeText(0).Length);
        }
    }

    private static long Sum(StringColumn column)
    {
        long bytes = 0;
        for (long row = 0; row < column.Count; row++) bytes += column.Utf8(row).Length;
        return bytes;
    }

    private static StringColumn Open(TemporaryFolder folder, string[] texts, out GraphReader reader)
    {
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            foreach (string text in texts)
            {
                table.AddNode();
                table.String("p").Append(text);
            }
        });
        reader = GraphDirectory.OpenRead(folder.FullName);
        return reader.NodeTables[0].Strings("p")!;
    }
}
