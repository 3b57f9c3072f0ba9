using System.Text;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

public class DamageTests
{
    [Fact]
    public void Every_flipped_byte_is_reported_and_misleads_no_reader()
    {
        using TemporaryFolder folder = new();
        string sound = WriteSmallGraph(folder.FullName);
        foreach (string file in FilesOf(folder))
        {
            byte[] bytes = File.ReadAllBytes(file);
            for (int i = 0; i < bytes.Length; i++)
            {
                byte flip = (byte)(1 << (i % 8));
                Overwrite(file, i, (byte)(bytes[i] ^ flip));
                AssertReported(folder.FullName, sound, $"{file} with byte {i} changed by {flip}");
                Overwrite(file, i, bytes[i]);
            }
        }

        TestGraph.AssertSound(folder.FullName);
    }

    [Fact]
    public void Every_shortened_or_lengthened_file_is_reported_and_misleads_no_reader()
    {
        using TemporaryFolder folder = new();
        string sound = WriteSmallGraph(folder.FullName);
        foreach (string file in FilesOf(folder))
        {
            byte[] bytes = File.ReadAllBytes(file);
            for (int length = 0; length < bytes.Length; length += length < bytes.Length - 100 ? 37 : 1)
            {
                File.WriteAllBytes(file, bytes[..length]);
                AssertReported(folder.FullName, sound, $"{file} cut to {length}");
            }

            File.WriteAllBytes(file, [.. bytes, 0]);
            AssertReported(folder.FullName, sound, $"{file} with one byte more");
            File.WriteAllBytes(file, [.. bytes, .. bytes]);
            AssertReported(folder.FullName, sound, $"{file} doubled");
            File.WriteAllBytes(file, bytes);
        }
    }

    // Behind checksums that are right anything may stand: a broken writer or an enemy can compute them too. The reader may then
    // read other data, but must neither crash nor hang, and raise nothing but StoreException.
    [Fact]
    public void Garbage_with_right_checksums_ends_in_nothing_worse_than_a_StoreException()
    {
        using TemporaryFolder folder = new();
        WriteSmallGraph(folder.FullName);
        ResealedSegment segment = new(folder.FullName);
        Random random = new(99);
        int reported = 0, tried = 0;
        for (int i = 0; i < segment.ContentLength; i++)
        {
            if (!segment.TryWriteWithByte(i, (byte)random.Next(256))) continue;
            tried++;
            try
            {
                using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
                GraphDump.Of(reader, mostRows: 500);
                AssertNeighboursAreNodes(reader, mostNodes: 500);
            }
            catch (StoreException)
            {
            }

            if (!GraphVerifier.Verify(folder.FullName).IsSound) reported++;
        }

        // Offsets, ids, codes and the directory are most of a small graph, so most changes contradict something.
        Assert.True(tried > 1000 && reported > tried / 3, $"{reported} of {tried} reported");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFFFD")]
    public void A_name_that_no_writer_takes_is_damage(string name)
    {
        using TemporaryFolder folder = new();
        WriteSmallGraph(folder.FullName);
        ResealedSegment segment = new(folder.FullName);
        Func<SegmentLayout, SegmentLayout>[] changes =
        [
            layout => layout with { NodeTables = [layout.NodeTables[0] with { Labels = [name] }, .. layout.NodeTables.Skip(1)] },
            layout => layout with { EdgeTables = [layout.EdgeTables[0] with { Type = name }, .. layout.EdgeTables.Skip(1)] },
            layout => layout with { Metadata = [KeyValuePair.Create(name, "value")] },
        ];
        foreach (Func<SegmentLayout, SegmentLayout> change in changes)
        {
            segment.ReplaceLayout(change);
            Assert.Equal("PGT006", Assert.Throws<StoreException>(() => GraphDirectory.OpenRead(folder.FullName).Dispose()).Code);
        }
    }

    [Fact]
    public void Faults_are_listed_up_to_a_limit()
    {
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter papers = writer.AddNodeTable("Paper");
            for (int i = 0; i < 3000; i++)
            {
                papers.AddNode();
                papers.Date("date").Append(DateOnly.MinValue.AddDays(i % 200));
            }
        });
        ResealedSegment segment = new(folder.FullName);
        // The least date of the column is one day before the first that there is: some of the rows are no dates any more.
        segment.ReplaceLayout(layout => layout with
        {
            NodeTables = [layout.NodeTables[0] with
            {
                Columns = [layout.NodeTables[0].Columns[0] with
                {
                    Values = (PackedLayout)layout.NodeTables[0].Columns[0].Values with { Least = Epoch.DaysOf(DateOnly.MinValue) - 100 },
                }],
            }],
        });
        VerificationReport report = GraphVerifier.Verify(folder.FullName);
        Assert.Equal((1000, true), (report.Faults.Count, report.MoreFaults));
        Assert.All(report.Faults, fault => Assert.Contains("property date", fault.Message, StringComparison.Ordinal));
    }

    // Algorithms index arrays by the ids that they are given.
    private static void AssertNeighboursAreNodes(GraphReader reader, int mostNodes)
    {
        foreach (Adjacency adjacency in reader.EdgeTables.SelectMany(table => (Adjacency[])[table.Outgoing, table.Incoming]))
        {
            for (int node = 0; node < Math.Min(mostNodes, reader.NodeCount); node++)
            {
                foreach (int neighbour in adjacency.Neighbours(node)) Assert.InRange(neighbour, 0, reader.NodeCount - 1);
            }
        }
    }

    private static IEnumerable<string> FilesOf(TemporaryFolder folder) =>
        System.IO.Directory.GetFiles(folder.FullName).Where(file => Path.GetFileName(file) != "LOCK").Order(StringComparer.Ordinal);

    private static void AssertReported(string path, string sound, string what)
    {
        Assert.False(GraphVerifier.Verify(path).IsSound, what + " was not reported");
        try
        {
            using GraphReader reader = GraphDirectory.OpenRead(path);
            Assert.True(sound == GraphDump.Of(reader), what + " gave other data");
        }
        catch (StoreException fault)
        {
            Assert.DoesNotContain('\n', fault.Message);
        }
    }

    private static void Overwrite(string file, int at, byte value)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Write);
        stream.Position = at;
        stream.WriteByte(value);
    }

    private static string WriteSmallGraph(string path)
    {
        TestGraph.Publish(path, writer =>
        {
            NodeTableWriter papers = writer.AddNodeTable("Paper", "Work");
            for (int i = 0; i < 9; i++)
            {
                papers.AddNode();
                papers.String("id").Append($"doi:10.1/{i}");
                papers.String("kind").Append(i % 2 == 0 ? "a rather long kind of paper" : "another long kind of paper");
                papers.Int64("year").Append(2000 + (i * i));
                if (i != 3) papers.Double("score").Append(i / 3.0);
                papers.Boolean("open").Append(i % 3 == 0);
                papers.Date("date").Append(new(2000 + i, 1, 1));
                papers.DateTime("seen").Append(new(2020, 1, 1, 0, 0, i, TimeSpan.Zero));
                papers.StringList("aliases").Append([$"Paper {i}", "The Same"]);
                papers.Int64List("numbers").Append(Enumerable.Range(0, i % 4).Select(n => n * 300L));
                papers.DoubleList("weights").Append([i, 0.5]);
                papers.BooleanList("flags").Append([true, i > 4]);
            }

            NodeTableWriter authors = writer.AddNodeTable("Author");
            for (int i = 0; i < 3; i++) authors.AddNode();
            EdgeTableWriter cites = writer.AddEdgeTable("CITES");
            foreach ((int source, int target) in ((int, int)[])[(8, 1), (3, 3), (0, 5), (0, 5), (4, 0), (2, 7)])
            {
                cites.Add(source, target);
                cites.Int64("line").Append(source * 1000);
            }

            writer.AddEdgeTable("AUTHORED").Add(9, 0);
            writer.AddBlobs("records", Enumerable.Range(0, 4).Select(i => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes($"record {i}")));
            writer.AddKeyIndex("Paper", "id");
            writer.AddIndex(new(IndexKind.Range, EntityKind.Node, "Paper", "score"));
            writer.AddIndex(new(IndexKind.Range, EntityKind.Node, "Work", "kind"));
            writer.AddIndex(new(IndexKind.Hash, EntityKind.Edge, "CITES", "line"));
            writer.AddConstraint(ConstraintDefinition.Unique("Paper", ["id", "year"]));
            writer.AddConstraint(ConstraintDefinition.Exists(EntityKind.Edge, "CITES", "line"));
            writer.AddNameIndex("names", [("Paper", "aliases")]);
            writer.AddFullTextIndex("texts", [new("Paper", "aliases"), new("Paper", "kind")]);
            writer.SetMetadata("made by", "a test");
        });
        TestGraph.AssertSound(path);
        using GraphReader reader = GraphDirectory.OpenRead(path);
        return GraphDump.Of(reader);
    }
}
