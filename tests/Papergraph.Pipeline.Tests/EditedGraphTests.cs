using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Pipeline.Tests;

/// <summary>A graph that transactions have changed is more than its records.</summary>
public sealed class EditedGraphTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _papers, _more;

    public EditedGraphTests()
    {
        _papers = _folder.Write("papers.jsonl", """{"id":"one","title":"A First Paper","year":2020}""" + "\n" + """{"id":"two","title":"A Second Paper","year":2021}""");
        _more = _folder.Write("more.jsonl", """{"id":"three","title":"A Third Paper","year":2022}""");
        Builder().Build(Graph, [_papers]);
    }

    private string Graph => _folder.File("g");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Making_it_anew_is_refused_unless_the_changes_may_be_lost(bool compacted)
    {
        string built = GraphBytes.Of(Graph);
        Edit(compacted);
        foreach (Action run in (Action[])
            [
                () => Builder().Add(Graph, [_more]), () => Builder().Remove(Graph, ["local:one"]), () => Builder().Build(Graph, [_papers]),
                () => Builder(replace: true).Build(Graph, [_more]),
            ])
            Assert.Equal("PGP009", Assert.ThrowsAny<PapergraphException>(run).Code);
        Assert.True(Has(Graph, "note"));

        Builder(discard: true).Build(Graph, [_papers]);
        Assert.False(Has(Graph, "note"));
        Assert.Equal(built, GraphBytes.Of(Graph));
        Builder().Add(Graph, [_more]);
        Builder().Remove(Graph, ["local:three"]);
        Assert.Equal(built, GraphBytes.Of(Graph));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_paper_is_removed_with_its_records_wherever_it_lies_now(bool compacted)
    {
        Edit(compacted);
        Builder(discard: true).Remove(Graph, ["local:one"]);
        using GraphReader graph = GraphDirectory.OpenRead(Graph);
        Assert.Equal(["A Second Paper"], graph.TablesWithLabel(Labels.Paper).SelectMany(t => t.LiveRows.Select(row => t.Strings(Keys.Title)![row])));
    }

    /// <summary>Gives the first paper a label and a property, and makes another.</summary>
    private void Edit(bool compact)
    {
        using GraphStore store = GraphStore.Open(Graph);
        using (GraphTransaction transaction = store.Begin())
        {
            int one = Assert.Single(transaction.Read().FindNodes(Labels.Paper, Keys.Ids, "local:one"));
            transaction.AddLabel(one, "Favourite");
            transaction.SetProperty(one, "note", "read again");
            transaction.CreateNode(Labels.Paper);
            transaction.Commit();
        }

        if (compact) store.Compact();
    }

    private static bool Has(string path, string property)
    {
        using GraphReader graph = GraphDirectory.OpenRead(path);
        return graph.NodeTables.Any(table => table.Column(property) is { } column && column.NullCount < table.Count);
    }

    private static GraphBuilder Builder(bool replace = false, bool discard = false) =>
        new(new BuildOptions { Threads = 2, Replace = replace, DiscardChanges = discard });
}
