using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public sealed class GraphRepairTests : IDisposable
{
    private const int BlockSize = 262_144;

    private readonly TemporaryFolder _folder = new();

    private string Graph => _folder.File("graph");

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void Each_section_damaged_in_turn_costs_at_most_what_the_report_says(int seed)
    {
        TestGraph.Publish(Graph, GraphModel.Random(seed).Write);
        List<string> original = LinesOf(Graph);
        foreach ((string name, long offset, long length) in SectionsOf("segment-1.pgs"))
        {
            if (length == 0) continue;
            string copy = Copied();
            Flip(Path.Combine(copy, "segment-1.pgs"), offset + (length / 2));
            RepairReport report = GraphRepair.Repair(copy);

            Assert.True(report.Repaired);
            Assert.NotEmpty(report.Faults);
            TestGraph.AssertSound(copy);
            List<string> repaired = LinesOf(copy);
            string? lostPart = LostPart(name);
            if (lostPart is null)
            {
                Assert.Empty(report.Losses);
                Assert.Equal(original, repaired);
            }
            else
            {
                // A section of these graphs is one block: all of the column or list is lost, and nothing else.
                Assert.Equal(Without(original, lostPart), Without(Without(repaired, lostPart), "metadata repaired:"));
                bool anyGone = original.Count(IsLost) > repaired.Count(IsLost);
                if (anyGone) Assert.Contains(lostPart.TrimEnd(':'), Assert.Single(report.Losses).Message, StringComparison.Ordinal);

                bool IsLost(string line) => line.StartsWith(lostPart, StringComparison.Ordinal);
            }

            byte[] aside = File.ReadAllBytes(Path.Combine(copy, report.Aside!, "CURRENT"));
            Assert.Equal(File.ReadAllBytes(Path.Combine(Graph, "CURRENT")), aside);
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public void A_damaged_block_of_a_long_column_costs_its_own_rows_only()
    {
        const int Rows = 70_000, RowsOfBlock = BlockSize / sizeof(double);
        TestGraph.Publish(Graph, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            for (int i = 0; i < Rows; i++)
            {
                table.AddNode();
                table.Double("score").Append(i / 7.0);
            }
        });
        (_, long offset, _) = SectionsOf("segment-1.pgs").Single(s => s.Name == "nodes Paper, property score");
        Flip(Path.Combine(Graph, "segment-1.pgs"), offset + BlockSize + 5);
        RepairReport report = GraphRepair.Repair(Graph);
        string told = $"{RowsOfBlock} values could not be read; rows {RowsOfBlock}–{(2 * RowsOfBlock) - 1} have none now";
        Assert.Contains(told, Assert.Single(report.Losses).Message, StringComparison.Ordinal);
        using GraphReader reader = GraphDirectory.OpenRead(Graph);
        DoubleColumn scores = reader.NodeTables[0].Doubles("score")!;
        for (int i = 0; i < Rows; i++) Assert.Equal(i / RowsOfBlock == 1 ? null : i / 7.0, scores[i]);
    }

    [Fact]
    public void Edges_are_lost_only_where_both_directions_are_damaged()
    {
        const int Nodes = 5_000, Edges = 100_000;
        (int Source, int Target)[] edges =
            [.. Enumerable.Range(0, Edges).Select(e => (e % Nodes, (int)(((e * 7919L) + (e / Nodes * 31)) % Nodes)))];
        TestGraph.Publish(Graph, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            for (int i = 0; i < Nodes; i++) table.AddNode();
            EdgeTableWriter cites = writer.AddEdgeTable("CITES");
            foreach ((int source, int target) in edges)
            {
                cites.Add(source, target);
                cites.Int64("check").Append((source * 1_000_000L) + target);
            }
        });
        (string Name, long Offset, long Length)[] sections = [.. SectionsOf("segment-1.pgs")];
        Flip(Path.Combine(Graph, "segment-1.pgs"), sections.Single(s => s.Name == "edges CITES, outgoing neighbours").Offset + 7);
        Flip(Path.Combine(Graph, "segment-1.pgs"), sections.Single(s => s.Name == "edges CITES, incoming neighbours").Offset + 7);
        RepairReport report = GraphRepair.Repair(Graph);
        TestGraph.AssertSound(Graph);

        using GraphReader reader = GraphDirectory.OpenRead(Graph);
        EdgeTable repaired = reader.Edges("CITES")!;
        Dictionary<(int, int), int> left = edges.GroupBy(e => e).ToDictionary(g => g.Key, g => g.Count());
        for (int node = 0; node < Nodes; node++)
        {
            ReadOnlySpan<int> targets = repaired.Outgoing.Neighbours(node);
            for (int i = 0; i < targets.Length; i++)
            {
                Assert.True(left[(node, targets[i])]-- > 0);
                Assert.Equal((node * 1_000_000L) + targets[i], repaired.Int64s("check")![repaired.Outgoing.Positions(node)[i]]);
            }
        }

        // A block has 65,536 neighbours: with both first blocks damaged some edges, and not nearly all of these, have neither.
        long lost = Edges - repaired.Count;
        Assert.InRange(lost, 1, 64_000);
        string told = $"edges CITES: {lost} could not be read in either direction";
        Assert.Contains(told, Assert.Single(report.Losses).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CURRENT")]
    [InlineData("manifest-2")]
    [InlineData("header")]
    [InlineData("CURRENT missing")]
    [InlineData("manifest-2 missing")]
    [InlineData("longer")]
    public void What_only_leads_to_the_data_can_be_found_out(string damage)
    {
        TestGraph.Publish(Graph, GraphModel.Random(4).Write);
        TestGraph.Publish(Graph, GraphModel.Random(5).Write);
        List<string> original = LinesOf(Graph);
        string file = damage.Split(' ')[0], segment = Path.Combine(Graph, "segment-2.pgs");
        if (damage == "header") Flip(segment, 20);
        else if (damage == "longer") File.AppendAllText(segment, "something behind the end");
        else if (damage.EndsWith("missing", StringComparison.Ordinal)) File.Delete(Path.Combine(Graph, file));
        else Flip(Path.Combine(Graph, file), 5);

        RepairReport report = GraphRepair.Repair(Graph);
        Assert.Empty(report.Losses);
        TestGraph.AssertSound(Graph);
        Assert.Equal(original, LinesOf(Graph));
    }

    [Fact]
    public void Without_its_directory_a_segment_is_lost_and_a_snapshot_stands_in()
    {
        TestGraph.Publish(Graph, GraphModel.Random(6).Write);
        List<string> older = LinesOf(Graph);
        using (GraphWriteLock held = GraphDirectory.Lock(Graph)) held.CreateSnapshot("older");
        TestGraph.Publish(Graph, GraphModel.Random(7).Write);
        byte[] damaged = File.ReadAllBytes(Path.Combine(Graph, "segment-2.pgs"));
        damaged[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(Graph, "segment-2.pgs"), damaged);

        RepairReport report = GraphRepair.Repair(Graph);
        Assert.Equal("PGT090", Assert.Single(report.Losses).Code);
        Assert.Equal(damaged, File.ReadAllBytes(Path.Combine(Graph, report.Aside!, "segment-2.pgs")));
        TestGraph.AssertSound(Graph);
        Assert.Equal(older, LinesOf(Graph));
        using GraphReader snapshot = GraphDirectory.OpenSnapshot(Graph, "older");
        Assert.Equal(older, GraphLines.Of(snapshot));
    }

    [Fact]
    public void Nothing_is_changed_where_nothing_can_be_read()
    {
        TestGraph.Publish(Graph, GraphModel.Random(8).Write);
        byte[] damaged = File.ReadAllBytes(Path.Combine(Graph, "segment-1.pgs"));
        damaged[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(Graph, "segment-1.pgs"), damaged);
        string[] before = [.. Directory.EnumerateFileSystemEntries(Graph).Order(StringComparer.Ordinal)];
        Assert.Equal("PGT093", Assert.Throws<StoreException>(() => GraphRepair.Repair(Graph)).Code);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(Graph).Order(StringComparer.Ordinal));
        Assert.Equal(damaged, File.ReadAllBytes(Path.Combine(Graph, "segment-1.pgs")));
    }

    [Theory]
    [InlineData("flipped", 3)]
    [InlineData("cut", 4)]
    [InlineData("missing", 0)]
    public void A_damaged_log_costs_the_commits_from_the_damage_on(string damage, int kept)
    {
        TestGraph.Publish(Graph, GraphModel.Random(9).Write);
        string log = Path.Combine(Graph, "log-1.pgl");
        List<long> ends = [];
        List<List<string>> states = [LinesOf(Graph)];
        using (GraphStore store = GraphStore.Open(Graph))
        {
            for (int i = 0; i < 5; i++)
            {
                using (GraphTransaction transaction = store.Begin())
                {
                    transaction.SetProperty(transaction.CreateNode("Late"), "number", (long)i);
                    transaction.Commit();
                }

                using GraphReader reader = store.OpenRead();
                states.Add(GraphLines.Of(reader));
                ends.Add(new FileInfo(log).Length);
            }
        }

        if (damage == "flipped") Flip(log, ends[2] + 40);
        else if (damage == "missing") File.Delete(log);
        else using (FileStream file = new(log, FileMode.Open)) file.SetLength(ends[3]);
        Assert.Throws<StoreException>(() => GraphDirectory.OpenRead(Graph));
        RepairReport report = GraphRepair.Repair(Graph);
        string told = $"beyond commit {kept}; what was committed after it is gone ({5 - kept} commits)";
        Assert.Contains(told, Assert.Single(report.Losses).Message, StringComparison.Ordinal);
        TestGraph.AssertSound(Graph);
        Assert.Equal(Without(states[kept], "metadata edited"), Without(LinesOf(Graph), "metadata edited"));
    }

    [Fact]
    public void A_damaged_snapshot_is_moved_aside_with_all_that_it_consists_of()
    {
        TestGraph.Publish(Graph, GraphModel.Random(10).Write);
        using (GraphWriteLock held = GraphDirectory.Lock(Graph)) held.CreateSnapshot("old");
        TestGraph.Publish(Graph, GraphModel.Random(11).Write);
        using (GraphWriteLock held = GraphDirectory.Lock(Graph)) held.CreateSnapshot("new");
        List<string> current = LinesOf(Graph);
        Flip(Path.Combine(Graph, "segment-1.pgs"), 64);
        byte[] damaged = File.ReadAllBytes(Path.Combine(Graph, "segment-1.pgs"));

        RepairReport report = GraphRepair.Repair(Graph);
        Assert.Equal("PGT091", Assert.Single(report.Losses).Code);
        TestGraph.AssertSound(Graph);
        Assert.Equal(current, LinesOf(Graph));
        Assert.Equal(["new"], GraphDirectory.Snapshots(Graph).Select(s => s.Name));
        Assert.Equal(damaged, File.ReadAllBytes(Path.Combine(Graph, report.Aside!, "segment-1.pgs")));
        Assert.True(File.Exists(Path.Combine(Graph, report.Aside!, "snapshots", "old")));
    }

    [Fact]
    public void A_constraint_that_lost_its_values_is_dropped_and_told()
    {
        TestGraph.Publish(Graph, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            for (int i = 0; i < 10; i++)
            {
                table.AddNode();
                table.String("id").Append($"paper {i * i}");
            }

            writer.AddConstraint(ConstraintDefinition.Exists(EntityKind.Node, "Paper", "id"));
        });
        const string Column = "nodes Paper, property id";
        (_, long offset, _) = SectionsOf("segment-1.pgs").First(s => s.Name.StartsWith(Column, StringComparison.Ordinal));
        Flip(Path.Combine(Graph, "segment-1.pgs"), offset);
        RepairReport report = GraphRepair.Repair(Graph);
        Assert.Equal(["PGT086", "PGT092"], report.Losses.Select(l => l.Code).Order());
        TestGraph.AssertSound(Graph);
    }

    [Fact]
    public void A_sound_graph_is_left_alone()
    {
        TestGraph.Publish(Graph, GraphModel.Random(12).Write);
        string[] before = [.. Directory.EnumerateFileSystemEntries(Graph)];
        RepairReport report = GraphRepair.Repair(Graph);
        Assert.Equal((1, false), (report.Version, report.Repaired));
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(Graph));
    }

    [Fact]
    public void Any_flipped_bit_ends_in_a_sound_graph_or_an_error_and_the_old_files_stay()
    {
        TestGraph.Publish(Graph, GraphModel.Random(13).Write);
        using (GraphStore store = GraphStore.Open(Graph))
        using (GraphTransaction transaction = store.Begin())
        {
            transaction.SetProperty(transaction.CreateNode("Late"), "number", 1L);
            transaction.Commit();
        }

        Random random = new(13);
        string[] files = [.. Directory.EnumerateFiles(Graph).Where(f => new FileInfo(f).Length > 0).Order(StringComparer.Ordinal)];
        for (int i = 0; i < 60; i++)
        {
            string copy = Copied(), file = Path.Combine(copy, Path.GetFileName(files[i % files.Length]));
            Flip(file, random.NextInt64(new FileInfo(file).Length));
            byte[] damaged = File.ReadAllBytes(file);
            try
            {
                RepairReport report = GraphRepair.Repair(copy);
                TestGraph.AssertSound(copy);
                Assert.Equal(damaged, File.ReadAllBytes(Path.Combine(copy, report.Aside!, Path.GetFileName(file))));
            }
            catch (StoreException)
            {
                Assert.Equal(damaged, File.ReadAllBytes(file));
            }

            Directory.Delete(copy, recursive: true);
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The beginning of the lines that a damaged section costs, or null when all of it is stored twice.</summary>
    private static string? LostPart(string section)
    {
        const string Property = ", property ";
        int name = section.IndexOf(Property, StringComparison.Ordinal) + Property.Length;
        if (name >= Property.Length) return section[..name] + section[name..].Split(',')[0] + ":";
        return section.StartsWith("blobs ", StringComparison.Ordinal) ? section.Split(',')[0] + ":" : null;
    }

    private static List<string> Without(List<string> lines, string beginning) =>
        [.. lines.Where(l => !l.StartsWith(beginning, StringComparison.Ordinal))];

    private static List<string> LinesOf(string path)
    {
        using GraphReader reader = GraphDirectory.OpenRead(path);
        return GraphLines.Of(reader);
    }

    private List<(string Name, long Offset, long Length)> SectionsOf(string segment)
    {
        using GraphReader reader = GraphDirectory.OpenRead(Graph);
        Assert.EndsWith(segment, reader.Content.Sections.Path, StringComparison.Ordinal);
        long offset = 64;
        List<(string Name, long Offset, long Length)> sections = [];
        foreach (Section section in reader.Content.Sections.Taken)
        {
            sections.Add((section.Name, offset, section.Length));
            offset = (offset + section.Length + 63) / 64 * 64;
        }

        return sections;
    }

    private string Copied()
    {
        string copy = _folder.File("copy");
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.EnumerateFiles(Graph)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    private static void Flip(string file, long at)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = at;
        int old = stream.ReadByte();
        stream.Position = at;
        stream.WriteByte((byte)(old ^ 4));
    }
}
