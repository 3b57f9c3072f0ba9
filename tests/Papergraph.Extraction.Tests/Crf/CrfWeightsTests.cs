using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;

namespace Papergraph.Extraction.Tests;

public class CrfWeightsTests
{
    // Oracle: a dictionary. Few high bits, so that many attributes share a word of the index, and some a bit of it.
    [Fact]
    public void Known_attributes_add_their_weights_and_others_nothing()
    {
        Gen<uint> crowded = from high in Gen.Choose(0, 3) from low in Gen.Choose(0, 1 << 14) select ((uint)high << 30) | ((uint)low << 10);
        Gen<uint> any = from high in Gen.Choose(0, 0xFFFF) from low in Gen.Choose(0, 0xFFFF) select ((uint)high << 16) | (uint)low;
        Gen<(uint[] Known, uint[] Asked)> samples =
            from known in Gen.OneOf(crowded, any).ArrayOf()
            from asked in Gen.OneOf(crowded, any).ArrayOf()
            select (known.Distinct().ToArray(), asked.Concat(known.Take(20)).ToArray());
        Prop.ForAll(samples.ToArbitrary(), sample =>
        {
            TagSet tags = new(1);
            Dictionary<uint, float[]> rows = sample.Known.ToDictionary(known => known, known => Row(tags, known));
            CrfWeights weights = CrfWeights.Of(
                tags, sample.Known, sample.Known.SelectMany(known => rows[known]).ToArray(), new float[tags.Count * tags.Stride]);
            float[] expected = new float[tags.Stride], actual = new float[tags.Stride];
            foreach (uint asked in sample.Asked)
            {
                if (!rows.TryGetValue(asked, out float[]? row)) continue;
                for (int tag = 0; tag < tags.Count; tag++) expected[tag] += row[tag];
            }

            WeightSum sum = new(weights, stackalloc uint[8], stackalloc int[8], actual);
            foreach (uint asked in sample.Asked) sum.Add(asked);
            sum.Flush();
            return expected.SequenceEqual(actual);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Two_attributes_with_one_fingerprint_are_refused()
    {
        TagSet tags = new(1);
        float[] rows = [.. Row(tags, 5), .. Row(tags, 6)];
        Assert.Throws<ArgumentException>(() => CrfWeights.Of(tags, [7, 7], rows, new float[tags.Count * tags.Stride]));
    }

    [Fact]
    public void A_section_is_read_as_it_was_written_and_not_when_it_is_cut_or_out_of_order()
    {
        TagSet tags = new(2);
        uint[] known = [3, 0x80000000, 0x80000001, uint.MaxValue];
        float[] transitions = [.. Enumerable.Range(0, tags.Count * tags.Stride).Select(i => i % tags.Stride < tags.Count ? i / 100f : 0)];
        CrfWeights weights = CrfWeights.Of(tags, known, known.SelectMany(k => Row(tags, k)).ToArray(), transitions);
        byte[] bytes = CrfSection.ToBytes(weights);
        CrfWeights? read = CrfSection.Read(bytes);
        Assert.NotNull(read);
        Assert.Equal(bytes, CrfSection.ToBytes(read));
        Assert.Equal(transitions, read.TransitionWeights);
        for (int length = 0; length < bytes.Length; length++) Assert.Null(CrfSection.Read(bytes.AsMemory(0, length)));
        int last = bytes.Length - CrfWeights.RowBytes(tags);
        bytes.AsSpan(last, 4).Clear();
        Assert.Null(CrfSection.Read(bytes));
    }

    // Multiples of a power of two, of which a byte and a scale hold each exactly; the first is the largest.
    private static float[] Row(TagSet tags, uint attribute)
    {
        Xoshiro256 random = new(attribute);
        float[] row = new float[tags.Stride];
        for (int tag = 0; tag < tags.Count; tag++) row[tag] = (random.Next(255) - 127) / 512f;
        row[0] = 127 / 512f;
        return row;
    }
}
