using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.Export;
using Papergraph.Store;
using Papergraph.TestKit;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Import.Tests;

/// <summary>The import is the inverse of the export for neo4j-admin.</summary>
public partial class ExportRoundTripTests
{
    [Fact]
    public void What_is_exported_is_imported_as_the_same_graph() =>
        Prop.ForAll(ModelGraph.Any.Where(m => m.Nodes.Count > 0).ToArbitrary(), model =>
        {
            using TemporaryFolder folder = new();
            string[] nodes, edges;
            using (GraphReader graph = model.Open(folder))
            {
                nodes = [.. Imported.NodesOf(graph).Select(WithoutListsOfOneEmptyText)];
                edges = [.. Imported.EdgesOf(graph).Select(WithoutListsOfOneEmptyText)];
                Export(graph, folder.File("export"));
            }

            ImportExport(folder.File("export"), folder.File("again"));
            using GraphReader again = GraphDirectory.OpenRead(folder.File("again"));
            Assert.Equal(nodes, Imported.NodesOf(again));
            Assert.Equal(edges, Imported.EdgesOf(again));
            Assert.True(GraphVerifier.Verify(folder.File("again")).IsSound);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void What_was_imported_is_exported_as_the_same_files() =>
        Prop.ForAll(ModelGraph.Any.Where(m => m.Nodes.Count > 0).ToArbitrary(), model =>
        {
            using TemporaryFolder folder = new();
            using (GraphReader graph = model.Open(folder)) Export(graph, folder.File("first"));
            ImportExport(folder.File("first"), folder.File("imported"));
            using (GraphReader graph = GraphDirectory.OpenRead(folder.File("imported"))) Export(graph, folder.File("second"));
            Assert.Equal(Contents(folder.File("first")), Contents(folder.File("second")));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static void Export(GraphReader graph, string path)
    {
        using ExportTarget target = ExportTarget.ToFolder(path);
        GraphExports.Write(GraphExports.Find("neo4j-admin")!, graph, target);
    }

    /// <summary>Imports an exported folder with the options that its script has.</summary>
    private static void ImportExport(string folder, string directory)
    {
        string script = File.ReadAllText(Path.Combine(folder, "import.sh"));
        string delimiter = Delimiter().Match(script).Groups[1].Value;
        ImportOptions options = new()
        {
            IdType = IdType.Integer,
            ArrayDelimiter = delimiter.StartsWith("U+", StringComparison.Ordinal)
                ? (char)int.Parse(delimiter.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                : delimiter[0],
            MultilineFields = script.Contains("--multiline-fields=true", StringComparison.Ordinal),
            ChunkBytes = 200,
            Threads = 2,
            NameProperties = ["title", "id"],
        };
        GraphImporter.Import(directory, Groups("nodes"), Groups("relationships"), options);

        FileGroup[] Groups(string option) =>
        [
            .. Files().Matches(script).Where(m => m.Groups[1].Value == option)
                .Select(m => new FileGroup([], [Path.Combine(folder, m.Groups[2].Value), Path.Combine(folder, m.Groups[3].Value)])),
        ];
    }

    private static string[] Contents(string folder) =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f) + "\n" + File.ReadAllText(f))];

    /// <summary>Those are written like empty lists, which the page on exports says.</summary>
    private static string WithoutListsOfOneEmptyText(string line) => line.Replace("aliases=['']", "aliases=[]", StringComparison.Ordinal);

    [GeneratedRegex("--array-delimiter='([^']+)'")]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"--(nodes|relationships)=(\S+),(\S+)")]
    private static partial Regex Files();
}
