using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Extraction.Tests;

public class WordResourcesTests
{
    private static readonly string[] Vocabulary =
        ["network", "context-free", "free", "c++", "café", "gpt-0", "0", "recall", "'s", "don't", "u.s.a", "μ", "\U00010428", "pre"];

    private static readonly WordResources Words = Learn(Vocabulary);

    [Theory]
    [InlineData("Network", "network")]
    [InlineData("NETWORK", "network")]
    [InlineData("C++", "c++")]
    [InlineData("CAFÉ", "café")]
    [InlineData("GPT-4", "gpt-0")]
    [InlineData("7", "0")]
    [InlineData("٧", "0")]
    [InlineData("’s", "'s")]
    [InlineData("U.S.A", "u.s.a")]
    [InlineData("Μ", "μ")]
    [InlineData("\U00010400", "\U00010428")]
    [InlineData("context‑free", "context-free")]
    [InlineData("trans-context-free", "context-free")]
    [InlineData("sugar-free", "free")]
    [InlineData("recall@x", "recall")]
    [InlineData("Recall@10", "recall")]
    [InlineData("pre-zzz", "pre")]
    [InlineData("network-free-zzz", "free")]
    [InlineData("free/network", "network")]
    public void A_token_is_found_under_its_form_or_its_last_known_part(string token, string word) =>
        Assert.Equal(Words.IndexOf(word), Words.IndexOf(token));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("networks")]
    [InlineData("zzz-7")]
    [InlineData("a--b")]
    public void What_is_unknown_has_no_number(string token) => Assert.Equal(-1, Words.IndexOf(token));

    [Fact]
    public void Half_a_surrogate_pair_makes_a_word_unknown() =>
        Assert.All(["\uD800", "free\uDC00", "free-\uD801"], token => Assert.Equal(-1, Words.IndexOf(token)));

    [Fact]
    public void A_word_of_any_length_is_looked_up()
    {
        Assert.Equal(-1, Words.IndexOf(new string('a', 1 << 20)));
        Assert.Equal(-1, Words.IndexOf(new string('-', 1 << 20)));
        Assert.Equal(-1, Words.IndexOf(new string('é', 64)));
        Assert.Equal(Words.IndexOf("free"), Words.IndexOf(new string('x', 59) + "-free"));
    }

    // Oracle: string operations of .NET on whole texts.
    [Fact]
    public void No_text_is_found_that_holds_none_of_the_words() =>
        Prop.ForAll(HostileText.Any, text =>
        {
            int found = Words.IndexOf(text);
            string plain = text.ToLowerInvariant().Replace('‑', '-').Replace('’', '\'');
            return found >= -1 && found < Words.Count && (found < 0 || Vocabulary.Any(word => word.Contains('0', StringComparison.Ordinal)
                || plain.Contains(word, StringComparison.Ordinal)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Looking_up_allocates_nothing()
    {
        int found = Words.IndexOf("trans-Context-Free") + Words.IndexOf("zz-zz-zz");
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++) found += Words.IndexOf("trans-Context-Free") + Words.IndexOf("zz-zz-zz");
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(found > 0);
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        byte[] bytes = Bytes(Words);
        WordResources read = WordResources.Read(bytes);
        Assert.Equal(bytes, Bytes(read));
        Assert.Equal((Words.Count, Words.VectorLength), (read.Count, read.VectorLength));
        Assert.Equal((Words.SetCount, Words.ClusterCount), (read.SetCount, read.ClusterCount));
        Assert.All(Vocabulary, word => Assert.Equal(Words.IndexOf(word), read.IndexOf(word)));
        float[] a = new float[12], b = new float[12];
        for (int word = 0; word < Words.Count; word++)
        {
            for (int set = 0; set < Words.SetCount; set++)
            {
                Words.CopyVector(word, set, a);
                read.CopyVector(word, set, b);
                Assert.Equal(a, b);
            }

            Assert.Equal((Words.Frequency(word), Words.CapitalShare(word)), (read.Frequency(word), read.CapitalShare(word)));
            Assert.All(Enumerable.Range(0, Words.ClusterCount), c => Assert.Equal(Words.Cluster(word, c), read.Cluster(word, c)));
        }
    }

    [Fact]
    public void The_mean_square_of_the_lengths_of_vectors_is_one()
    {
        float[] vector = new float[12];
        double squares = 0;
        for (int word = 0; word < Words.Count; word++)
        {
            Words.CopyVector(word, 0, vector);
            squares += vector.Sum(x => (double)x * x);
        }

        Assert.Equal(1, squares / Words.Count, 0.02);
    }

    [Fact]
    public void Any_changed_byte_and_any_cut_is_noticed()
    {
        byte[] bytes = Bytes(Words);
        for (int at = 0; at < bytes.Length; at++)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x41;
            Assert.Contains(Refused(damaged), new[] { "PGM600", "PGM601" });
            Assert.Equal("PGM600", Refused(bytes.AsMemory(0, at)));
        }

        byte[] longer = [.. bytes, 0];
        Assert.Equal("PGM600", Refused(longer));
        Assert.Equal("PGM600", Refused(new byte[1000]));
    }

    // A checksum that fits keeps nobody from writing numbers that do not.
    [Fact]
    public void Numbers_that_cannot_be_are_refused_although_the_checksum_fits()
    {
        byte[] bytes = Bytes(Words);
        int refused = 0;
        for (int at = 20; at < bytes.Length; at++)
        {
            foreach (byte value in new byte[] { 0x00, 0x7F, 0xFF })
            {
                byte[] forged = [.. bytes];
                forged[at] = value;
                BitConverter.TryWriteBytes(forged.AsSpan(12), StableHash.Hash64(forged.AsSpan(20)));
                if (!TryUse(forged)) refused++;
            }
        }

        Assert.True(refused > 100, $"{refused} refused");
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.Frequency(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.Frequency(Words.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.CapitalShare(Words.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.Cluster(Words.Count, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.Cluster(0, Words.ClusterCount));
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.CopyVector(0, 2, new float[12]));
        Assert.Throws<ArgumentException>(() => Words.CopyVector(0, 0, new float[11]));
    }

    private static bool TryUse(byte[] data)
    {
        try
        {
            WordResources words = WordResources.Read(data);
            float[] vector = new float[words.VectorLength];
            for (int word = 0; word < words.Count; word++)
            {
                for (int set = 0; set < words.SetCount; set++) words.CopyVector(word, set, vector);
            }

            return true;
        }
        catch (PapergraphException refusal) when (refusal.Code == "PGM600")
        {
            return false;
        }
    }

    private static string Refused(ReadOnlyMemory<byte> data) =>
        Assert.Throws<PapergraphException>(() => WordResources.Read(data)).Code;

    private static WordResources Learn(string[] vocabulary)
    {
        string text = string.Join(' ', vocabulary);
        return WordPretraining.Train([new(text, ""), new("", text)], TwinWordTexts.Options with { Epochs = 1 }).Words;
    }

    private static byte[] Bytes(WordResources words)
    {
        using MemoryStream stream = new();
        words.Write(stream);
        return stream.ToArray();
    }
}
