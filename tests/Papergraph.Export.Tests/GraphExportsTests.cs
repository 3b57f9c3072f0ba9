using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;
using Papergraph.Store;
using Papergraph.TestKit;
using Papergraph.TestKit.Graphs;

namespace Papergraph.Export.Tests;

public sealed class GraphExportsTests : IDisposable
{
    private static readonly ModelGraph OnePaper = new([new(["Paper"], new Dictionary<string, object> { ["id"] = "doi:10.1000/1" })], []);

    private readonly TemporaryFolder _folder = new();
    private readonly GraphReader _graph;

    public GraphExportsTests() => _graph = OnePaper.Open(_folder);

    public static TheoryData<string> Formats => [.. GraphExports.All.Select(e => e.Name)];

    public void Dispose()
    {
        _graph.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Formats_are_found_by_name_in_any_case()
    {
        Assert.Equal(["graphml", "jsonl", "neo4j-admin", "ntriples", "turtle"], GraphExports.All.Select(e => e.Name));
        Assert.All(GraphExports.All, e => Assert.Same(e, GraphExports.Find(e.Name.ToUpperInvariant())));
        Assert.Null(GraphExports.Find("rtf"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_graph_gives_the_same_bytes(string format) =>
        Prop.ForAll(ModelGraph.Any.ToArbitrary(), model =>
        {
            if (GraphExports.Find(format)!.IsFolder) Assert.Equal(Exported.Folder(model, format), Exported.Folder(model, format));
            else Assert.Equal(Exported.Bytes(model, format), Exported.Bytes(model, format));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_target_of_the_wrong_kind_is_refused(string format)
    {
        using ExportTarget target = GraphExports.Find(format)!.IsFolder
            ? ExportTarget.ToFile(_folder.File("x"))
            : ExportTarget.ToFolder(_folder.File("x"));
        Assert.Equal("PGX001", Assert.Throws<PapergraphException>(() => Write(format, target)).Code);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_cancelled_export_leaves_nothing(string format)
    {
        using (ExportTarget target = Target(format, "out", overwrite: false))
            Assert.Throws<OperationCanceledException>(() =>
                GraphExports.Write(GraphExports.Find(format)!, _graph, target, cancellation: new CancellationToken(canceled: true)));
        Assert.Equal([_folder.File("graph")], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_there_is_replaced_only_when_that_is_allowed(string format)
    {
        Export(overwrite: false);
        Assert.Equal("PGX003", Assert.Throws<PapergraphException>(() => Export(overwrite: false)).Code);
        Export(overwrite: true);
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.FullName).Length);   // the graph and the export

        void Export(bool overwrite)
        {
            using ExportTarget target = Target(format, "out", overwrite);
            Write(format, target);
        }
    }

    [Fact]
    public void A_folder_with_other_things_is_never_replaced()
    {
        _folder.Write("mine/notes.md", "keep me");
        Assert.Equal("PGX004", Assert.Throws<PapergraphException>(() => ExportTarget.ToFolder(_folder.File("mine"), overwrite: true)).Code);
        Assert.True(File.Exists(_folder.File("mine", "notes.md")));
    }

    [Fact]
    public void A_failure_halfway_leaves_the_file_that_was_there()
    {
        string path = _folder.Write("out.nt", "before");
        using (ExportTarget target = ExportTarget.ToFile(path, overwrite: true))
        {
            PapergraphException fault = Assert.Throws<PapergraphException>(() => GraphExports.Write(new Failing(), _graph, target));
            Assert.Equal("PGX002", fault.Code);
            Assert.Contains("out.nt", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', fault.Message);
        }

        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.FullName).Length);
    }

    [Fact]
    public void A_folder_that_cannot_be_put_in_place_leaves_the_one_that_was_there()
    {
        string path = _folder.File("out");
        using (ExportTarget first = ExportTarget.ToFolder(path)) Write("neo4j-admin", first);
        string[] before = Directory.GetFiles(path);
        using (ExportTarget target = ExportTarget.ToFolder(path, overwrite: true))
        {
            target.OpenFile("nodes.csv").Write("half"u8);
            Directory.Delete(_folder.File(".out.papergraph-tmp"), recursive: true);   // now there is nothing to be moved
            Assert.ThrowsAny<IOException>(target.Complete);
        }

        Assert.Equal(before, Directory.GetFiles(path));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.FullName).Length);
    }

    [Fact]
    public void A_folder_that_a_killed_run_moved_aside_goes_with_the_next_export()
    {
        string path = _folder.File("out"), aside = _folder.File(".out.papergraph-old");
        using (ExportTarget first = ExportTarget.ToFolder(path)) Write("neo4j-admin", first);
        Directory.Move(path, aside);
        for (int run = 0; run < 2; run++)
        {
            using ExportTarget target = ExportTarget.ToFolder(path, overwrite: true);
            Write("neo4j-admin", target);
            Assert.True(Directory.Exists(path));
            Assert.False(Directory.Exists(aside));
            _folder.Write(".out.papergraph-old/nodes.csv", "left");
        }
    }

    [Fact]
    public void Other_writers_may_use_a_target_too()
    {
        string path = _folder.Write("report.json", "before");
        using (ExportTarget target = ExportTarget.ToFile(path, overwrite: true))
        {
            target.OpenFile().Write("after"u8);
            Assert.Throws<InvalidOperationException>(target.OpenFile);
            Assert.Equal("before", File.ReadAllText(path));
            target.Complete();
        }

        Assert.Equal("after", File.ReadAllText(path));
        using ExportTarget folder = ExportTarget.ToFolder(_folder.File("new"));
        Assert.Throws<InvalidOperationException>(folder.OpenFile);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Formats_say_whether_the_evidence_can_be_left_out(string format)
    {
        ModelGraph model = new(
            [new(["Paper"], new Dictionary<string, object>())],
            [new("CITES", 0, 0, new Dictionary<string, object> { ["reference"] = "[1]" })]);
        using TemporaryFolder folder = new();
        using GraphReader graph = model.Open(folder);
        bool differs = !Written(includeEvidence: true).SequenceEqual(Written(includeEvidence: false));
        Assert.Equal(differs, GraphExports.Find(format)!.HasEvidenceOption);

        IEnumerable<string> Written(bool includeEvidence)
        {
            string path = folder.File(includeEvidence ? "with" : "without");
            IGraphExport export = GraphExports.Find(format)!;
            using ExportTarget target = export.IsFolder ? ExportTarget.ToFolder(path) : ExportTarget.ToFile(path);
            GraphExports.Write(export, graph, target, new ExportOptions { IncludeEvidence = includeEvidence });
            string[] files = export.IsFolder ? Directory.GetFiles(path) : [path];
            return files.Order(StringComparer.Ordinal).Select(File.ReadAllText);
        }
    }

    [SkippableTheory]
    [InlineData("graphml")]
    [InlineData("jsonl")]
    [InlineData("ntriples")]
    [InlineData("turtle")]
    public void A_full_device_is_one_line(string format)
    {
        Skip.IfNot(File.Exists("/dev/full"), "there is no /dev/full here");
        using ExportTarget target = ExportTarget.ToFile("/dev/full");
        Assert.Equal("PGX002", Assert.Throws<PapergraphException>(() => Write(format, target)).Code);
    }

    [Fact]
    public void A_place_that_does_not_exist_is_one_line()
    {
        using ExportTarget target = ExportTarget.ToFile(_folder.File("no", "such", "folder.nt"));
        Assert.Equal("PGX002", Assert.Throws<PapergraphException>(() => Write("ntriples", target)).Code);
    }

    [Fact]
    public void A_link_stays_a_link_and_its_file_is_replaced()
    {
        string file = _folder.Write("real.nt", "before"), link = _folder.File("link.nt");
        File.CreateSymbolicLink(link, file);
        using (ExportTarget target = ExportTarget.ToFile(link, overwrite: true)) Write("ntriples", target);
        Assert.NotNull(File.ResolveLinkTarget(link, returnFinalTarget: true));
        Assert.Contains("doi:10.1000", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_evidence_the_RDF_is_of_version_1_1()
    {
        ModelGraph model = new(
            [new(["Paper"], new Dictionary<string, object>())],
            [new("CITES", 0, 0, new Dictionary<string, object> { ["reference"] = "[1]" })]);
        using TemporaryFolder folder = new();
        using GraphReader graph = model.Open(folder);
        foreach (string format in GraphExports.All.Select(e => e.Name).Where(n => n is "ntriples" or "turtle"))
        {
            using MemoryStream stream = new();
            using ExportTarget target = ExportTarget.ToStream(stream);
            GraphExports.Write(GraphExports.Find(format)!, graph, target, new ExportOptions { IncludeEvidence = false });
            string text = Encoding.UTF8.GetString(stream.ToArray());
            Assert.Contains("cites", text, StringComparison.Ordinal);
            Assert.DoesNotContain("[1]", text, StringComparison.Ordinal);
            Assert.DoesNotContain("reifies", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Progress_ends_at_the_number_of_nodes_and_edges()
    {
        foreach (string format in GraphExports.All.Select(e => e.Name))
        {
            Last last = new();
            using ExportTarget target = Target(format, "progress-" + format, overwrite: false);
            GraphExports.Write(GraphExports.Find(format)!, _graph, target, progress: last);
            Assert.Equal((1, 1), (last.Update.Done, last.Update.Total));
        }
    }

    private ExportTarget Target(string format, string name, bool overwrite) => GraphExports.Find(format)!.IsFolder
        ? ExportTarget.ToFolder(_folder.File(name), overwrite)
        : ExportTarget.ToFile(_folder.File(name), overwrite);

    private void Write(string format, ExportTarget target) => GraphExports.Write(GraphExports.Find(format)!, _graph, target);

    private sealed class Last : IProgress<ProgressUpdate>
    {
        public ProgressUpdate Update { get; private set; }

        public void Report(ProgressUpdate value) => Update = value;
    }

    private sealed class Failing : IGraphExport
    {
        public string Name => "failing";

        public string Description => "writes a little and fails as a full disk does";

        public bool IsFolder => false;

        public bool HasEvidenceOption => false;

        public void Write(
            GraphReader graph, ExportTarget target, ExportOptions options, IProgress<ProgressUpdate>? progress,
            CancellationToken cancellation)
        {
            target.OpenFile().Write("half"u8);
            throw new IOException("No space left on device");
        }
    }
}
