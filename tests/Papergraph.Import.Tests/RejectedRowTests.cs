using System.Text;
using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Import.Tests;

public class RejectedRowTests
{
    [Fact]
    public void Every_row_that_cannot_be_used_is_counted_and_named_and_the_others_are_imported()
    {
        using Imported import = new() { Options = new() { ChunkBytes = 32, SkipDuplicateNodes = true, SkipBadRelationships = true } };
        import.Add(
            "n.csv",
            "id:ID,:LABEL,n:int,t\n1,A,x,\n2,A,5,ok\n3,A,1,a,b\n4,,1,\n5,A,1,\"x\"y\n6,A,1,\"open\n2,A,7,again\n7,A,,\n8\n");
        import.Add("r.csv", ":START_ID,:END_ID,:TYPE,on:date\n2,7,R,2024-01-01\n2,9,R,\n,7,R,\n2,,R,\n2,7,,\n2,7,R,2023-02-29\n7,2,R,\n");
        import.Run(["n.csv"], "r.csv");
        Assert.Equal(
            [
                "PGI102 n.csv:2", "PGI101 n.csv:4", "PGI103 n.csv:6", "PGI104 n.csv:7", "PGI106 n.csv:8",
                "PGI110 r.csv:3", "PGI109 r.csv:4", "PGI109 r.csv:5", "PGI108 r.csv:6", "PGI102 r.csv:7",
            ],
            Imported.Findings(import.Report!.Findings));
        Assert.Equal((4, 2, 10), (import.Report.Nodes, import.Report.Relationships, import.Report.Rejected));
        Assert.Equal([":A id='2' n=5 t='ok'", ":A id='7'", ": id='4' n=1", ": id='8'"], import.Nodes());
        Assert.Equal(["0-R->1 on=2024-01-01", "1-R->0"], import.Edges());
        Assert.True(GraphVerifier.Verify(import.Directory).IsSound);
    }

    [Fact]
    public void A_finding_names_the_field_and_the_value()
    {
        using Imported import = new();
        import.Add("n.csv", "id:ID,year:long\n1,MMXX\n");
        Assert.Equal("'MMXX' in the field 'year' is no long.", import.Run(["A=n.csv"]).Report!.Findings.Single().Message);
    }

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(6, 5, false)]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, true)]
    public void Nothing_is_published_when_more_rows_are_rejected_than_allowed(int bad, int tolerance, bool published)
    {
        using Imported import = new() { Options = new() { BadTolerance = tolerance, ChunkBytes = 16 } };
        import.Add("n.csv", ":ID,n:int\n1,1\n" + string.Concat(Enumerable.Range(2, bad).Select(i => $"{i},x\n")));
        if (published)
        {
            Assert.Equal(bad, import.Run(["A=n.csv"]).Report!.Rejected);
        }
        else
        {
            ImportFailedException fault = Assert.Throws<ImportFailedException>(() => import.Run(["A=n.csv"]));
            Assert.Equal(("PGI012", tolerance + 1), (fault.Code, fault.Findings.Count));
        }

        Assert.Equal(published, GraphDirectory.Exists(import.Directory));
    }

    [Fact]
    public void A_second_node_of_an_id_ends_the_import_unless_it_may_be_left_out()
    {
        using Imported import = new();
        import.Add("n.csv", "id:ID,a\n1,x\n1,y\n");
        import.Add("m.csv", "id:ID\n1\n");
        PapergraphException fault = Assert.ThrowsAny<PapergraphException>(() => import.Run(["A=n.csv"]));
        Assert.Equal("PGI013", fault.Code);
        Assert.Contains("line 3", fault.Message, StringComparison.Ordinal);
        Assert.False(GraphDirectory.Exists(import.Directory));

        using Imported lenient = new() { Options = new() { SkipDuplicateNodes = true } };
        lenient.Add("n.csv", "id:ID,a\n1,x\n1,y\n");
        lenient.Add("m.csv", "id:ID\n1\n2\n");
        Assert.Equal([":A a='x' id='1'", ":B id='2'"], lenient.Run(["A=n.csv", "B=m.csv"]).Nodes());
    }

    [Fact]
    public void A_relationship_without_one_of_its_nodes_ends_the_import_unless_it_may_be_left_out()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID\n1\n");
        import.Add("r.csv", ":START_ID,:END_ID\n1,1\n1,2\n");
        Assert.Equal("PGI014", Assert.ThrowsAny<PapergraphException>(() => import.Run(["A=n.csv"], "R=r.csv")).Code);
        Assert.False(GraphDirectory.Exists(import.Directory));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_mended_and_said_to_be()
    {
        using Imported import = new();
        import.Add("n.csv", [.. ":ID,a\n1,x\0y\n2,"u8, 0xC3, .. "z\n3,ok\n"u8]);
        import.Run(["A=n.csv"]);
        Assert.Equal([":A a='x\0y'", ":A a='\uFFFDz'", ":A a='ok'"], import.Nodes());
        Assert.Equal(["PGI112 n.csv:3"], Imported.Findings(import.Report!.Findings));
        Assert.Equal(0, import.Report.Rejected);
        Assert.True(GraphVerifier.Verify(import.Directory).IsSound);
    }

    [Fact]
    public void Labels_and_types_that_are_no_UTF_8_are_rejected()
    {
        using Imported import = new();
        import.Add("n.csv", [.. ":ID,:LABEL\n1,A"u8, 0xFF, .. "\n2,B\n"u8]);
        import.Add("r.csv", [.. ":START_ID,:END_ID,:TYPE\n2,2,"u8, 0xFF, .. "\n"u8]);
        import.Run(["n.csv"], "r.csv");
        Assert.Equal([":B"], import.Nodes());
        Assert.Equal(2, import.Report!.Rejected);
    }

    [Fact]
    public void A_long_field_is_read_and_a_longer_one_rejected()
    {
        using Imported import = new() { Options = new() { MaxFieldBytes = 1 << 20 } };
        string fits = new('x', 1 << 20), tooLong = new('y', (1 << 20) + 1);
        import.Add("n.csv", $":ID,a\n1,{fits}\n2,\"{tooLong}\"\n3,z\n");
        import.Run(["A=n.csv"]);
        Assert.Equal([$":A a='{fits}'", ":A a='z'"], import.Nodes());
        Assert.Equal(["PGI105 n.csv:3"], Imported.Findings(import.Report!.Findings));
    }

    [Fact]
    public void A_row_without_end_and_a_quote_without_end_are_one_line()
    {
        string text = new('x', 5000);
        using Imported import = new() { Options = new() { MaxRowBytes = 4096, ChunkBytes = 1024 } };
        import.Add("n.csv", $":ID,a\n1,b\n2,{text}\n");
        Assert.Equal("PGI010", Assert.ThrowsAny<PapergraphException>(() => import.Run(["A=n.csv"])).Code);

        foreach (int size in (int[])[16, 1 << 20])
        {
            using Imported multiline = new() { Options = new() { MultilineFields = true, ChunkBytes = size } };
            multiline.Add("n.csv", ":ID,a\n1,\"b\n\"\n2,\"never\nclosed\n3,c\n");
            PapergraphException fault = Assert.ThrowsAny<PapergraphException>(() => multiline.Run(["A=n.csv"]));
            Assert.Equal("PGI011", fault.Code);
            Assert.Contains("line 4", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_header_with_too_many_columns_and_rows_with_too_many_labels_are_one_line()
    {
        using Imported import = new() { Options = new() { MaxColumns = 10 } };
        import.Add("n.csv", ":ID," + string.Join(',', Enumerable.Range(0, 10).Select(i => $"a{i}")) + "\n");
        Assert.Equal("PGI008", Assert.ThrowsAny<PapergraphException>(() => import.Run(["A=n.csv"])).Code);
        StringBuilder rows = new(":ID,:LABEL\n");
        for (int i = 0; i < 10_001; i++) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i},L{i}\n");
        import.Add("n.csv", rows.ToString());
        Assert.Equal("PGI017", Assert.ThrowsAny<PapergraphException>(() => import.Run(["n.csv"])).Code);
    }
}
