using System.Buffers;
using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Core.Tests;

public class BufferedOutputTests
{
    // Sizes around the buffer's own, in every mixture of the ways to write.
    [Fact]
    public void What_is_written_in_pieces_arrives_in_order()
    {
        Gen<int> sizes = Gen.OneOf(Gen.Choose(0, 9), Gen.Choose(65_530, 65_540), Gen.Choose(0, 200_000));
        Prop.ForAll(Gen.Zip(Gen.Choose(0, 2), sizes).ListOf(12).ToArbitrary(), pieces =>
            {
                List<byte> expected = [];
                using MemoryStream stream = new();
                using BufferedOutput output = new(stream);
                foreach ((int way, int size) in pieces)
                {
                    byte[] bytes = [.. Enumerable.Range(expected.Count, size).Select(i => (byte)i)];
                    expected.AddRange(bytes);
                    if (way == 0) output.Write(bytes.AsSpan());
                    else if (way == 1) BuffersExtensions.Write(output, bytes);
                    else foreach (byte value in bytes) output.Write(value);
                }

                output.Flush();
                return stream.ToArray().AsSpan().SequenceEqual(expected.ToArray());
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Nothing_reaches_the_stream_unasked()
    {
        using MemoryStream stream = new();
        using (BufferedOutput output = new(stream)) output.Write("half"u8);
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void Only_what_was_reserved_can_be_taken()
    {
        using BufferedOutput output = new(Stream.Null);
        int room = output.GetSpan(10).Length;
        Assert.Throws<ArgumentOutOfRangeException>(() => output.Advance(room + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => output.Advance(-1));
    }
}
