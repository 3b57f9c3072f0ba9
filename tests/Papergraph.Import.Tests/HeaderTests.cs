using Papergraph.Core;

namespace Papergraph.Import.Tests;

public class HeaderTests
{
    [Fact]
    public void Every_type_of_property_is_read()
    {
        using Imported import = new();
        import.Add("n.csv", """"
            k:ID,s,t:string,c:char,i:int,l:long,h:short,y:byte,f:float,d:double,b:boolean,day:date,at:datetime
            1,plain,"in ""quotes""",x,1,-2,3,4,0.5,1e3,true,2024-02-29,2024-02-29T12:30:15.25+02:00
            2,,,,,,,,,,no,20240301,20240301T0000Z
            """");
        import.Run(["A=n.csv"]);
        Assert.Equal(
            [
                ":A at=2024-02-29T10:30:15.250000 b=True c='x' d=d1000 day=2024-02-29 f=d0.5 h=3 i=1 k='1' l=-2 s='plain' "
                    + "t='in \"quotes\"' y=4",
                ":A at=2024-03-01T00:00:00.000000 b=False day=2024-03-01 k='2'",
            ],
            import.Nodes());
    }

    [Fact]
    public void Lists_are_split_at_their_delimiter()
    {
        using Imported import = new();
        import.Add("n.csv", """"
            :ID,s:string[],i:int[],d:double[],b:boolean[]
            1,a;;b;,1; 2,0.5;NaN,true;x
            2,"","","",""
            3,,,,
            """");
        import.Run(["A=n.csv"]);
        Assert.Equal(
            [":A b=[True|False] d=[d0.5|dNaN] i=[1|2] s=['a'|''|'b'|'']", ":A b=[] d=[] i=[] s=[]", ":A"],
            import.Nodes());
    }

    [Fact]
    public void Types_without_a_counterpart_are_kept_as_texts_and_said_to_be()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID,p:point{crs:WGS-84},d:duration,l:localdatetime[]\n1,\"{x:1, y:2}\",P1Y,a;b\n");
        import.Run(["A=n.csv"]);
        Assert.Equal([":A d='P1Y' l=['a'|'b'] p='{x:1, y:2}'"], import.Nodes());
        Assert.Equal(["PGI113 n.csv:1", "PGI113 n.csv:1", "PGI113 n.csv:1"], Imported.Findings(import.Report!.Findings));
        Assert.Equal(0, import.Report.Rejected);
    }

    [Fact]
    public void Ids_of_different_groups_are_different_ids()
    {
        using Imported import = new();
        import.Add("p.csv", "id:ID(Person)\n1\n2\n");
        import.Add("f.csv", "id:ID(Film)\n2\n1\n");
        import.Add("r.csv", ":START_ID(Person),:END_ID(Film)\n1,1\n2,1\n");
        import.Run(["Person=p.csv", "Film=f.csv"], "SAW=r.csv");
        Assert.Equal([":Person id='1'", ":Person id='2'", ":Film id='2'", ":Film id='1'"], import.Nodes());
        Assert.Equal(["0-SAW->3", "1-SAW->3"], import.Edges());
    }

    [Theory]
    [InlineData(IdType.String, new[] { ":A id='7'", ":A id='007'", ":A id='x'" })]
    [InlineData(IdType.Integer, new[] { ":A id=7" })]
    [InlineData(IdType.Actual, new[] { ":A id=7" })]
    public void Ids_are_equal_as_their_type_says(IdType type, string[] expected)
    {
        using Imported import = new() { Options = new() { IdType = type, SkipDuplicateNodes = true } };
        import.Add("n.csv", "id:ID\n7\n007\nx\n");
        Assert.Equal(expected, import.Run(["A=n.csv"]).Nodes());
    }

    [Fact]
    public void The_header_may_say_the_type_of_the_ids()
    {
        using Imported import = new();
        import.Add("n.csv", "id:ID(G){id-type:long},name\n-5,a\n12,b\n");
        import.Add("r.csv", ":START_ID(G),:END_ID(G),n:int\n0012,-5,1\n");
        import.Run(["A=n.csv"], "R=r.csv");
        Assert.Equal([":A id=-5 name='a'", ":A id=12 name='b'"], import.Nodes());
        Assert.Equal(["1-R->0 n=1"], import.Edges());
    }

    [Fact]
    public void An_id_may_have_several_parts()
    {
        using Imported import = new();
        import.Add("n.csv", "a:ID,b:ID\nx,y\nx,z\n");
        import.Add("r.csv", ":START_ID,:END_ID\nxy,xz\n");
        import.Run(["A=n.csv"], "R=r.csv");
        Assert.Equal([":A a='x' b='y'", ":A a='x' b='z'"], import.Nodes());
        Assert.Equal(["0-R->1"], import.Edges());
    }

    [Fact]
    public void Nodes_need_no_id_and_an_empty_text_is_one()
    {
        using Imported import = new();
        import.Add("n.csv", "id:ID,a\n,x\n\"\",y\n");
        import.Add("m.csv", "a\nz\n");
        import.Add("r.csv", ":START_ID,:END_ID\n\"\",\"\"\n");
        import.Run(["A=n.csv", "B=m.csv"], "R=r.csv");
        Assert.Equal([":A a='x'", ":A a='y' id=''", ":B a='z'"], import.Nodes());
        Assert.Equal(["1-R->1"], import.Edges());
    }

    [Fact]
    public void Columns_to_be_ignored_and_columns_without_a_name_are_not_read()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID,:IGNORE,a:IGNORE,,b\n1,\"x\"\"\",2,3,4\n");
        Assert.Equal([":A b='4'"], import.Run(["A=n.csv"]).Nodes());
    }

    [Fact]
    public void Labels_come_from_the_command_line_and_from_rows()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID,:LABEL\n1,B;C\n2,\n3,C;;B;A\n4,A\n");
        import.Add("m.csv", ":ID,:LABEL,x:LABEL\n5,D,E\n6,E;D,\n");
        import.Run(["A:Z=n.csv", "m.csv"]);
        Assert.Equal([":A:Z:B:C", ":A:Z:B:C", ":A:Z", ":A:Z", ":D:E", ":D:E"], import.Nodes());
    }

    [Fact]
    public void Types_come_from_the_command_line_and_from_rows()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID\n1\n2\n");
        import.Add("r.csv", ":START_ID,:END_ID,:TYPE,w:double\n1,2,K,1\n2,1,,2\n1,1,L,3\n1,2,,4\n");
        import.Run(["A=n.csv"], "R=r.csv");
        Assert.Equal(["0-K->1 w=d1", "0-R->1 w=d4", "1-R->0 w=d2", "0-L->0 w=d3"], import.Edges());
    }

    [Fact]
    public void A_name_may_hold_colons_and_the_last_one_begins_the_type()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID,odd key: time:datetime,\"a,b:int\"\n1,2020-01-01T00:00:00Z,5\n");
        Assert.Equal([":A a,b=5 odd key: time=2020-01-01T00:00:00.000000"], import.Run(["A=n.csv"]).Nodes());
    }

    [Fact]
    public void Local_times_have_the_distance_from_UTC_that_the_header_names()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID,t:datetime{timezone:+02:00}\n1,2020-01-01T12:00\n2,2020-01-01T12:00:00Z\n");
        Assert.Equal([":A t=2020-01-01T10:00:00.000000", ":A t=2020-01-01T12:00:00.000000"], import.Run(["A=n.csv"]).Nodes());
    }

    [Theory]
    [InlineData("id:ID,a:text", "PGI008")]
    [InlineData("id:ID,a,a:int", "PGI008")]
    [InlineData("id:ID,id", "PGI008")]
    [InlineData("id:ID,a:", "PGI008")]
    [InlineData("id:ID,:int", "PGI008")]
    [InlineData("id:ID,a:int(G)", "PGI008")]
    [InlineData("id:ID,:START_ID", "PGI008")]
    [InlineData("id:ID,:TYPE", "PGI008")]
    [InlineData("id:ID(A),b:ID(B)", "PGI008")]
    [InlineData("id:ID{id-type:float}", "PGI008")]
    [InlineData("id:ID,t:datetime{timezone:Europe/Berlin}", "PGI008")]
    [InlineData("id:ID,\"a", "PGI008")]
    [InlineData("", "PGI008")]
    public void A_header_of_nodes_that_cannot_be_is_one_line(string header, string code)
    {
        using Imported import = new();
        import.Add("n.csv", header + "\n1,2\n");
        if (header.Length == 0) import.Add("n.csv", "");
        PapergraphException fault = Assert.ThrowsAny<PapergraphException>(() => import.Run(["A=n.csv"]));
        Assert.Equal(code, fault.Code);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.False(Directory.Exists(import.Directory));
    }

    [Theory]
    [InlineData(":START_ID", "PGI008")]
    [InlineData(":END_ID,:START_ID,:START_ID", "PGI008")]
    [InlineData(":START_ID,:END_ID,:LABEL", "PGI008")]
    [InlineData(":START_ID,:END_ID,:ID", "PGI008")]
    [InlineData(":START_ID(Z),:END_ID", "PGI015")]
    public void A_header_of_relationships_that_cannot_be_is_one_line(string header, string code)
    {
        using Imported import = new();
        import.Add("n.csv", ":ID\n1\n");
        import.Add("r.csv", header + "\n1,1\n");
        Assert.Equal(code, Assert.ThrowsAny<PapergraphException>(() => import.Run(["A=n.csv"], "R=r.csv")).Code);
    }

    [Fact]
    public void One_property_of_one_table_may_have_several_types()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID,a:int\n1,1\n");
        import.Add("m.csv", ":ID,a\n2,x\n");
        import.Add("r.csv", ":START_ID,:END_ID,w:double\n1,2,0.5\n");
        import.Add("s.csv", ":START_ID,:END_ID,w:boolean\n2,1,true\n");
        import.Run(["A=n.csv", "A=m.csv"], "R=r.csv", "R=s.csv");
        Assert.Equal([":A a=1", ":A a='x'"], import.Nodes());
        Assert.Equal(["0-R->1 w=d0.5", "1-R->0 w=True"], import.Edges());
        Assert.True(Store.GraphVerifier.Verify(import.Directory).IsSound);
    }

    [Fact]
    public void Nodes_need_no_label()
    {
        using Imported import = new();
        import.Add("n.csv", "id:ID\n1\n");
        import.Add("m.csv", "id:ID,:LABEL\n2,A\n3,\n4\n");
        import.Run(["n.csv", "m.csv"]);
        Assert.Equal([": id='1'", ": id='3'", ": id='4'", ":A id='2'"], import.Nodes());
        Assert.Equal(0, import.Report!.Rejected);
    }

    [Theory]
    [InlineData("A=n.csv,m.csv", new[] { "A" }, new[] { "n.csv", "m.csv" })]
    [InlineData("A:B=n.csv", new[] { "A", "B" }, new[] { "n.csv" })]
    [InlineData("n.csv", new string[0], new[] { "n.csv" })]
    [InlineData("dir/a=b.csv", new string[0], new[] { "dir/a=b.csv" })]
    public void Groups_are_written_as_for_neo4j_admin(string value, string[] names, string[] files)
    {
        FileGroup group = FileGroup.OfNodes(value);
        Assert.Equal(names, group.Names);
        Assert.Equal(files, group.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A=")]
    [InlineData("A::B=n.csv")]
    [InlineData("n.csv,,m.csv")]
    public void A_group_without_a_file_or_with_an_empty_name_is_refused(string value) =>
        Assert.Equal("PGI004", Assert.Throws<PapergraphException>(() => FileGroup.OfNodes(value)).Code);
}
