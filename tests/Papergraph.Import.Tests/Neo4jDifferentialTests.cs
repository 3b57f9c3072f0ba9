using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Import.Tests;

/// <summary>The importer of Neo4j itself reads the same files and counts the same.</summary>
public partial class Neo4jDifferentialTests
{
    private const int PatienceSeconds = 120;

    // No row ends in a column that is ignored: Neo4j then goes on reading in the next row.
    private static readonly string[] Nodes =
    [
        "id:ID(P),skip:IGNORE,,:LABEL,name,year:int,tags:string[],good:boolean,score:double,on:date,at:datetime",
        "1,x,y,A,plain,2020,a;b,true,0.5,2024-02-29,2024-02-29T12:30:00Z",
        "2,\"x,y\",,B;A,\"with, \"\"all\"\"; of it\", 7 ,;,no,NaN,20240229,2024-02-29T12:30:00.123456+02:00",
        "",
        "3,,,\"C\",\"over",
        "",
        "lines\",,,,,,",
        "3,,,A,a second node of this id",
        "\"4\",,,A,\"\",\"5\"",
        ",,,A,a node without an id",
        "5,,,A,a\"b, -3 ,x;;y",
        "05,,,A, blanks around ",
        "6;7,,,A,\"\"\"\"",
        "x\\,,,A,back\\slash\\",
    ];

    private static readonly string[] Relationships =
    [
        ":START_ID(P),:TYPE,:END_ID(Q),since:long,note",
        "1,R,1,2020,\"a \"\"note\"\"\"",
        "\"2\",S,7,,\"\"",
        "05,R,12",
        "5,R,12,-1,last",
        "9,R,1,1,unknown start",
        "1,R,99,1,unknown end",
        ",R,1,1,no start",
        "1,R,,1,no end",
        "6;7,R,-8",
    ];

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void Neo4j_counts_the_same_nodes_relationships_properties_and_bad_rows()
    {
        const string End = "\r\n";
        string admin = Repo.Shared("neo4j", "bin", "neo4j-admin");
        using Imported import = new()
        {
            Options = new() { MultilineFields = true, SkipBadRelationships = true, SkipDuplicateNodes = true, ChunkBytes = 100 },
        };
        import.Add("n.csv", Encoding.UTF8.GetBytes("\uFEFF" + string.Join(End, Nodes)));
        import.Add("q-header.csv", "key:ID(Q)|:IGNORE|list:long[]|x:string".Replace('|', ','));
        import.Add("q-1.csv.gz", Gzip("1,,1;2,a" + End + "7,z,3" + End));
        import.Add("q-2.csv", "12" + End + "12,again,5" + End + "-8,,,\"b\"");
        import.Add("r.csv", string.Join(End, Relationships) + End);
        string[] nodes = ["n.csv", "Q:Q2=q-header.csv,q-.*[0-9].csv.*"], relationships = ["r.csv"];
        import.Run(nodes, relationships);

        string[] groups = [.. nodes.Select(n => "--nodes=" + n), .. relationships.Select(r => "--relationships=" + r)];
        string output = RunNeo4j(admin, import, groups);
        using GraphReader graph = GraphDirectory.OpenRead(import.Directory);
        long properties = graph.NodeTables.Cast<Table>().Concat(graph.EdgeTables)
            .Sum(table => table.Columns.Sum(c => c.Count - c.NullCount));
        Assert.Equal(Count(output, "nodes"), import.Report!.Nodes);
        Assert.Equal(Count(output, "relationships"), import.Report.Relationships);
        Assert.Equal(Count(output, "properties"), properties);
        Assert.Equal(File.ReadAllLines(import.Path("import.report")).Length, import.Report.Rejected);
        Assert.Equal((13, 5, 6), (import.Report.Nodes, import.Report.Relationships, import.Report.Rejected));
    }

    private static string RunNeo4j(string admin, Imported import, string[] groups)
    {
        Directory.CreateDirectory(import.Path("home/conf"));
        ProcessStartInfo start = new(admin)
        {
            WorkingDirectory = import.Path("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NEO4J_HOME"] = import.Path("home");
        start.Environment["NEO4J_HEAP"] = "512m";
        string[] options = ["--multiline-fields=true", "--skip-bad-relationships", "--skip-duplicate-nodes"];
        foreach (string argument in (string[])["database", "import", "full", "neo4j", .. options, .. groups])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(PatienceSeconds)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("neo4j-admin did not end.");
        }

        Assert.True(process.ExitCode == 0, output.Result + errors.Result);
        return output.Result;
    }

    private static long Count(string output, string what) =>
        long.Parse(Counts().Matches(output).Single(m => m.Groups[2].Value == what).Groups[1].Value, CultureInfo.InvariantCulture);

    private static byte[] Gzip(string text)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    [GeneratedRegex(@"^\s+([0-9]+) (nodes|relationships|properties)\s*$", RegexOptions.Multiline)]
    private static partial Regex Counts();
}
