using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Store.Tests.Transactions;

public class IdMapTests
{
    // Ids that share beginnings, and ids far apart.
    private static readonly Gen<long> Ids = Gen.OneOf(
        Gen.Choose(0, 40).Select(i => (long)i), Gen.Choose(0, 5000).Select(i => (long)i), Gen.Choose(0, 59).Select(i => 1L << i));

    [Fact]
    public void A_map_holds_what_a_sorted_dictionary_holds_and_old_versions_stay()
    {
        Gen<(long Id, bool Put)[]> runs = (from id in Ids from put in Gen.Choose(0, 2) select (id, put > 0)).ArrayOf();
        Prop.ForAll(runs.ToArbitrary(), run =>
        {
            SortedDictionary<long, string> expected = [];
            IdMap<string> map = IdMap<string>.Empty;
            List<(IdMap<string> Map, KeyValuePair<long, string>[] Entries)> versions = [];
            foreach ((long id, bool put) in run)
            {
                if (put) expected[id] = $"{id} of {versions.Count}";
                else expected.Remove(id);
                map = put ? map.With(id, $"{id} of {versions.Count}") : map.Without(id);
                versions.Add((map, [.. expected]));
            }

            foreach ((IdMap<string> version, KeyValuePair<long, string>[] entries) in versions) Check(entries, version);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Many_entries_put_at_once_are_those_put_one_by_one()
    {
        Gen<long[][]> runs = Ids.ArrayOf().Where(ids => ids.Length > 0).Select(ids => ids.Distinct().Order().ToArray()).ArrayOf();
        Prop.ForAll(runs.ToArbitrary(), run =>
        {
            SortedDictionary<long, string> expected = [];
            IdMap<string> map = IdMap<string>.Empty;
            foreach ((int step, long[] ids) in run.Index())
            {
                foreach (long id in ids) expected[id] = $"{id} of {step}";
                map = map.With(ids.Select(id => (id, $"{id} of {step}")).ToArray());
                Check([.. expected], map);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Ids_beyond_sixty_bits_and_below_zero_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => IdMap<string>.Empty.With(-1, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => IdMap<string>.Empty.With(1L << 60, ""));
    }

    private static void Check(KeyValuePair<long, string>[] expected, IdMap<string> map)
    {
        Assert.Equal(expected.Length, map.Count);
        Assert.Equal(expected.Length == 0, map.IsEmpty);
        Assert.Equal(expected.Select(e => (e.Key, e.Value)), map.Entries());
        foreach ((long id, string value) in expected) Assert.Equal(value, map.Find(id));
        foreach (long id in (long[])[0, 1, 31, 32, 33, 1023, 1024, 1L << 40, (1L << 60) - 1])
        {
            Assert.Equal(expected.FirstOrDefault(e => e.Key == id).Value, map.Find(id));
            Assert.Equal(expected.FirstOrDefault(e => e.Key >= id).Value, map.Ceiling(id).Value);
        }
    }
}
