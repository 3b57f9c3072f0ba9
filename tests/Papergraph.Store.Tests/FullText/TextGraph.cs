using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>The texts of one node as plain lists, and how they are written as a graph: papers first, then notes.</summary>
internal sealed record TextNode(bool IsPaper, string? Title, string[] Tags)
{
    public static readonly FullTextField[] Fields =
        [new("Paper", "title", 2.5), new("Paper", "tags"), new("Note", "title", 0.5), new("Note", "missing")];

    public static FullTextDefinition Definition { get; } = FullTextDefinition.Checked("texts", Fields);

    /// <summary>For each field its values.</summary>
    public string[][] Texts =>
        [IsPaper ? Values(Title) : [], IsPaper ? Tags : [], IsPaper ? [] : Values(Title), []];

    public IEntityImage Image => new TextImage(this);

    private static string[] Values(string? text) => text is null ? [] : [text];

    private sealed class TextImage(TextNode node) : IEntityImage
    {
        public bool Has(string labelOrType) => labelOrType == (node.IsPaper ? "Paper" : "Note");

        public object? Value(string property) => property switch
        {
            "title" => node.Title,
            "tags" => node.Tags.Length > 0 ? node.Tags : null,
            _ => null,
        };
    }
}

/// <summary>A graph of texts in a temporary folder.</summary>
internal sealed class TextGraph : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TextGraph(IReadOnlyList<TextNode> nodes)
    {
        TestGraph.Publish(Path, writer => Write(writer, nodes));
        Reader = GraphDirectory.OpenRead(Path);
    }

    public string Path => _folder.File("g");

    public GraphReader Reader { get; }

    public static void Write(SegmentWriter writer, IReadOnlyList<TextNode> nodes, bool indexed = true)
    {
        foreach (bool papers in (bool[])[true, false])
        {
            NodeTableWriter table = writer.AddNodeTable(papers ? "Paper" : "Note");
            StringColumnWriter title = table.String("title");
            StringListColumnWriter tags = table.StringList("tags");
            foreach (TextNode node in nodes.Where(node => node.IsPaper == papers))
            {
                table.AddNode();
                if (node.Title is not null) title.Append(node.Title);
                if (node.Tags.Length > 0) tags.Append(node.Tags);
            }
        }

        if (indexed) writer.AddFullTextIndex("texts", TextNode.Fields);
    }

    /// <summary>An index of the graph in memory, in parts and chunks as small as wanted.</summary>
    public FullTextState InMemory(int chunkBytes, int chunksPerPart, int threads = 1)
    {
        FullTextBuilder builder = new(TextNode.Definition, Reader.NodeTables)
        {
            ChunkBytes = chunkBytes,
            ChunksPerPart = chunksPerPart,
            Threads = threads,
        };
        FullTextContent content = builder.ToMemory();
        return new(TextNode.Definition, new Lazy<FullTextContent>(content));
    }

    public void Dispose()
    {
        Reader.Dispose();
        _folder.Dispose();
    }
}
