using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>Publishes over a graph that nobody can read any more.</summary>
public class RebuildingTests
{
    public static TheoryData<string, string> Damages => DamagesOf();

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_graph_can_be_replaced_by_a_new_version(string file, string damage)
    {
        using TemporaryFolder folder = new();
        for (int seed = 1; seed <= 2; seed++) TestGraph.Publish(folder.FullName, GraphModel.Random(seed).Write);
        Damage(folder.File(file), damage);
        TestGraph.Publish(folder.FullName, GraphModel.Random(3).Write);
        TestGraph.AssertSound(folder.FullName);
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        ModelComparison.Check(GraphModel.Random(3), reader);
        Assert.Equal(
            ["CURRENT", "LOCK", $"manifest-{reader.Version}", $"segment-{reader.Version}.pgs"],
            System.IO.Directory.GetFiles(folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Whoever_does_not_replace_a_damaged_graph_is_told_and_changes_nothing(string file, string damage)
    {
        using TemporaryFolder folder = new();
        for (int seed = 1; seed <= 2; seed++) TestGraph.Publish(folder.FullName, GraphModel.Random(seed).Write);
        Damage(folder.File(file), damage);
        string[] before = Contents(folder);
        using (GraphWriteLock held = GraphDirectory.Lock(folder.FullName))
        {
            Assert.Equal(2, held.Version);
            // The reader looks at a block of the segment when it needs it, and not before.
            if ((file, damage) != ("segment-2.pgs", "flipped")) Assert.Contains("--replace", Refusal(held), StringComparison.Ordinal);
            using SegmentWriter writer = held.BeginVersion();
            GraphModel.Random(3).Write(writer);
        }

        Assert.Equal(before, Contents(folder));
    }

    [Fact]
    public void The_number_after_a_lost_one_is_not_taken_from_hostile_names()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, GraphModel.Random(1).Write);
        File.WriteAllText(folder.File("CURRENT"), "");
        foreach (string name in (string[])["manifest-9223372036854775807", "segment-99999999999999999999.pgs", "manifest-0004"])
            folder.Write(name, "");
        Assert.Equal(2, TestGraph.Publish(folder.FullName, GraphModel.Random(2).Write));
        TestGraph.AssertSound(folder.FullName);
    }

    private static TheoryData<string, string> DamagesOf()
    {
        TheoryData<string, string> damages = [];
        foreach (string file in (string[])["CURRENT", "manifest-2", "segment-2.pgs"])
        {
            foreach (string damage in (string[])["flipped", "cut", "emptied", "deleted", "zeros"]) damages.Add(file, damage);
        }

        return damages;
    }

    private static string Refusal(GraphWriteLock held) => Assert.Throws<StoreException>(() => held.OpenRead()?.Dispose()).Message;

    private static void Damage(string file, string damage)
    {
        byte[] bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "flipped":
                bytes[bytes.Length / 2] ^= 1;
                break;
            case "cut":
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case "emptied":
                bytes = [];
                break;
            case "zeros":
                Array.Clear(bytes);
                break;
            default:
                File.Delete(file);
                return;
        }

        File.WriteAllBytes(file, bytes);
    }

    private static string[] Contents(TemporaryFolder folder) =>
        [.. System.IO.Directory.GetFiles(folder.FullName).Order(StringComparer.Ordinal)
            .Select(file => file + " " + Convert.ToHexString(File.ReadAllBytes(file)))];
}
