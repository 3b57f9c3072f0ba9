using System.Globalization;
using System.Text;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Import.Tests;

public class DeterminismTests
{
    [Fact]
    public void The_bytes_do_not_depend_on_the_number_of_threads()
    {
        Random random = new(7);
        StringBuilder nodes = new("id:ID,:LABEL,name,year:int,tags:string[]\n"), edges = new(":START_ID,:END_ID,:TYPE,w:double\n");
        for (int i = 0; i < 2000; i++)
            nodes.Append(CultureInfo.InvariantCulture, $"{Prefix(i)}{i},{(i % 5 == 0 ? "B;A" : "A")},name {i % 50},{i % 7},a;b{i % 3}\n");
        for (int i = 0; i < 6000; i++)
        {
            int from = random.Next(2100), to = random.Next(2000);
            edges.Append(CultureInfo.InvariantCulture, $"{Prefix(from)}{from},{Prefix(to)}{to},T{i % 2},{i * 0.5}\n");
        }

        HashSet<string> seen = [];
        foreach ((int threads, int chunk) in (ReadOnlySpan<(int, int)>)[(1, 1 << 20), (1, 500), (2, 500), (3, 1000), (8, 700)])
        {
            using Imported import = new()
            {
                Options = new() { Threads = threads, ChunkBytes = chunk, SkipBadRelationships = true, NameProperties = ["name"] },
            };
            import.Add("n.csv", nodes.ToString());
            import.Add("r.csv", edges.ToString());
            import.Run(["n.csv"], "r.csv");
            seen.Add(GraphBytes.Of(import.Directory));
            Assert.True(GraphVerifier.Verify(import.Directory).IsSound);
        }

        Assert.Single(seen);

        static string Prefix(int number) => number % 3 == 0 ? "x" : "";   // so that some ids are texts and others are numbers
    }

    [Fact]
    public void A_cancelled_import_leaves_nothing()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID\n1\n");
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            GraphImporter.Import(import.Directory, [new(["A"], [import.Path("n.csv")])], [], cancellation: source.Token));
        Assert.False(GraphDirectory.Exists(import.Directory));
        Assert.Empty(Directory.GetFiles(import.Directory, "segment-*"));
    }

    [Fact]
    public void Progress_ends_at_the_bytes_of_the_files()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID\n1\n2\n");
        Last last = new();
        GraphImporter.Import(import.Directory, [new(["A"], [import.Path("n.csv")])], [], progress: last);
        Assert.Equal((8, 8), (last.Update.Done, last.Update.Total));
    }

    [Fact]
    public void Nodes_are_found_by_their_ids_and_names()
    {
        using Imported import = new() { Options = new() { NameProperties = ["name"] } };
        import.Add("n.csv", "key:ID,name,id\na-1,Deep Residual Networks,x\nb,Trees,y\n");
        import.Run(["A=n.csv"]);
        using GraphReader graph = GraphDirectory.OpenRead(import.Directory);
        Assert.Equal([0], graph.FindNodes("A", "key", "a-1"));
        Assert.Equal([1], graph.FindNodes("A", "id", "y"));
        Assert.Equal([0], graph.NameIndex("names").NodesNamed("deep residual networks"));
    }

    private sealed class Last : IProgress<Core.ProgressUpdate>
    {
        public Core.ProgressUpdate Update { get; private set; }

        public void Report(Core.ProgressUpdate value) => Update = value;
    }
}
