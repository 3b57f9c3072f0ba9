using System.Globalization;
using Papergraph.Store;

namespace Papergraph.Import.Tests;

public class IndexTests
{
    private static readonly ImportOptions Searchable = new()
    {
        NameProperties = ["name"],
        TextProperties = [("name", 3), ("description", 1)],
        Threads = 2,
    };

    [Fact]
    public void Ids_are_found_whether_they_are_texts_or_numbers()
    {
        using Imported import = new();
        import.Add("n.csv", "key:ID(N){id-type:long},id:string[]\n7,x;y\n8,z\n");
        import.Add("m.csv", "code:ID(M)\n7\n");
        import.Run(["A=n.csv", "B=m.csv"]);
        using GraphReader graph = GraphDirectory.OpenRead(import.Directory);
        Assert.Equal([("A", "id"), ("A", "key"), ("B", "code")], graph.KeyIndexes);
        Assert.Equal([0L], graph.Find(IndexOf(graph, "key"), 7L));
        Assert.Equal([2L], graph.Find(IndexOf(graph, "code"), "7"));
        Assert.Equal([0], graph.FindNodes("A", "id", "y"));
    }

    [Fact]
    public void The_texts_of_a_node_are_searched_once_by_its_first_label()
    {
        using Imported import = new() { Options = Searchable };
        import.Add("n.csv", "id:ID,name,description,:LABEL\n1,Parsing,of long sentences,Top;Low\n2,long,walks,Low\n3,Trees,,Top\n");
        import.Run(["n.csv"]);
        using GraphReader graph = GraphDirectory.OpenRead(import.Directory);
        Assert.Equal([1, 0], graph.FullTextIndex("texts").Search("long", 10).Hits.Select(hit => hit.Node));
        FullTextHit found = Assert.Single(graph.FullTextIndex("texts").Search("name:parsing", 10).Hits);
        Assert.Equal(0, found.Node);
        Assert.Equal([0], graph.NameIndex("names").NodesNamed("parsing").ToArray());
        Assert.True(GraphVerifier.Verify(import.Directory).IsSound);
    }

    [Fact]
    public void Values_that_are_no_texts_are_in_no_index_of_texts()
    {
        using Imported import = new() { Options = Searchable };
        import.Add("n.csv", "id:ID,name\n1,four\n");
        import.Add("m.csv", "id:ID,name:int\n2,4\n");
        import.Run(["A=n.csv", "A=m.csv"]);
        using GraphReader graph = GraphDirectory.OpenRead(import.Directory);
        Assert.Equal([0], graph.FullTextIndex("texts").Search("four", 10).Hits.Select(hit => hit.Node));
        Assert.Equal([0], graph.NameIndex("names").NodesNamed("four").ToArray());
        Assert.Equal(0, graph.NameIndex("names").NodesNamed("4").Length);
    }

    [Fact]
    public void A_graph_without_texts_has_no_index_of_them()
    {
        using Imported import = new() { Options = Searchable };
        import.Add("n.csv", "id:ID\n1\n");
        import.Run(["A=n.csv"]);
        using GraphReader graph = GraphDirectory.OpenRead(import.Directory);
        Assert.Empty(graph.FullTextIndexNames);
    }

    [Fact]
    public void Texts_beyond_what_an_index_can_have_are_named()
    {
        using Imported import = new() { Options = Searchable };
        int labels = (FullTextIndex.MostFields / 2) + 1;
        import.Add("n.csv", ":ID,:LABEL,name,description\n"
            + string.Concat(Enumerable.Range(0, labels).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},L{i},a,b\n"))));
        import.Run(["n.csv"]);
        Assert.Equal(["PGI114 n.csv:1", "PGI114 n.csv:1"], Imported.Findings(import.Report!.Findings));
        using GraphReader graph = GraphDirectory.OpenRead(import.Directory);
        Assert.Equal(labels - 1, graph.FullTextIndex("texts").Search("a", 100).Hits.Count);
    }

    private static string IndexOf(GraphReader graph, string property) => graph.Indexes.Single(index => index.Property == property).Name;
}
