using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.Import.Ids;

namespace Papergraph.Import.Tests;

public class MapTests
{
    [Fact]
    public void A_map_of_numbers_is_a_dictionary() =>
        Prop.ForAll(
            Gen.OneOf(
                    Gen.Choose(-5, 40_000).Select(i => (long)i), ArbMap.Default.GeneratorFor<long>(),
                    Gen.Elements(long.MinValue, long.MaxValue))
                .ArrayOf(3000).ToArbitrary(),
            keys =>
            {
                NumberMap map = new();
                Dictionary<long, int> expected = [];
                foreach (long key in keys) Assert.Equal(expected.TryAdd(key, expected.Count), map.TryAdd(key, map.Count));
                int[] squares = [.. Enumerable.Range(0, map.Count).Select(i => i * 3)];
                map.MapValues(squares);
                foreach (long key in keys.SelectMany(k => new[] { k, unchecked(k + 1) }))
                {
                    Assert.Equal(expected.TryGetValue(key, out int value), map.TryGet(key, out int found));
                    if (expected.ContainsKey(key)) Assert.Equal(value * 3, found);
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void A_map_of_texts_is_a_dictionary() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "").ArrayOf(500).ToArbitrary(), keys =>
        {
            TextMap map = new();
            Dictionary<string, int> expected = new(StringComparer.Ordinal);
            foreach (string key in keys.Select(k => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(k))))
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(key);
                Assert.Equal(expected.TryAdd(key, expected.Count), map.TryAdd(utf8, TextMap.HashOf(utf8), map.Count));
            }

            foreach ((string key, int value) in expected)
            {
                Assert.True(map.TryGet(Encoding.UTF8.GetBytes(key), out int found));
                Assert.Equal(value, found);
            }

            Assert.False(map.TryGet("no such key, whatever the others are"u8, out _));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
}
