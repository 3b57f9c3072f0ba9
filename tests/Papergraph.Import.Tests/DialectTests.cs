using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Import.Tests;

public class DialectTests
{
    [Fact]
    public void Delimiters_and_quotes_can_be_other_characters()
    {
        using Imported import = new() { Options = new() { Delimiter = '\t', ArrayDelimiter = '|', Quote = '\'' } };
        import.Add("n.csv", ":ID\ta:string[]\tb\n1\tx|y;z\t'it''s, \"quoted\"'\n");
        Assert.Equal([":A a=['x'|'y;z'] b='it's, \"quoted\"'"], import.Run(["A=n.csv"]).Nodes());
    }

    [Fact]
    public void A_quote_within_a_field_without_quotes_is_a_character()
    {
        using Imported import = new();
        import.Add("n.csv", ":ID,a\n1,a\"b\n2, \"q\"\n3,\"a\"\"b\"\n");
        Assert.Equal([":A a='a\"b'", ":A a=' \"q\"'", ":A a='a\"b'"], import.Run(["A=n.csv"]).Nodes());
    }

    [Fact]
    public void Blanks_stay_unless_they_are_to_be_cut_off_and_in_quotes_they_always_stay()
    {
        const string Rows = "id:ID,a\n 1 ,  x \n2,\" y \"\n3,  \n";
        using Imported kept = new();
        kept.Add("n.csv", Rows);
        Assert.Equal([":A a='  x ' id=' 1 '", ":A a=' y ' id='2'", ":A a='  ' id='3'"], kept.Run(["A=n.csv"]).Nodes());
        using Imported cut = new() { Options = new() { TrimStrings = true } };
        cut.Add("n.csv", Rows);
        Assert.Equal([":A a='x' id='1'", ":A a=' y ' id='2'", ":A id='3'"], cut.Run(["A=n.csv"]).Nodes());
    }

    [Fact]
    public void An_empty_text_is_a_value_unless_it_is_to_be_none()
    {
        const string Rows = "id:ID,a,b:string[],n:int\n1,\"\",\"\",\"\"\n2,,,\n";
        using Imported kept = new();
        kept.Add("n.csv", Rows);
        Assert.Equal([":A a='' b=[] id='1'", ":A id='2'"], kept.Run(["A=n.csv"]).Nodes());
        using Imported none = new() { Options = new() { IgnoreEmptyStrings = true } };
        none.Add("n.csv", Rows);
        Assert.Equal([":A id='1'", ":A id='2'"], none.Run(["A=n.csv"]).Nodes());
    }

    [Fact]
    public void Rows_may_be_shorter_than_the_header_and_longer_ones_can_be_allowed()
    {
        using Imported import = new() { Options = new() { IgnoreExtraColumns = true } };
        import.Add("n.csv", ":ID,a,b\n1\n2,x\n3,x,y,z,\"w\"\n");
        Assert.Equal([":A", ":A a='x'", ":A a='x' b='y'"], import.Run(["A=n.csv"]).Nodes());
    }

    [Fact]
    public void Fields_over_several_lines_are_read_where_that_is_allowed()
    {
        using Imported import = new() { Options = new() { MultilineFields = true, ChunkBytes = 16 } };
        import.Add("n.csv", ":ID,a\n1,\"two\nlines, \"\"quoted\"\"\r\n\r\n\"\n2,one\"quote\n3,\"\"\n");
        Assert.Equal([":A a='two\nlines, \"quoted\"\r\n\r\n'", ":A a='one\"quote'", ":A a=''"], import.Run(["A=n.csv"]).Nodes());
    }

    /// <summary>Whatever the text is, a file is read as the rules say when they are followed a character at a time.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_text_is_read_as_the_rules_say(bool multiline)
    {
        Gen<string> text = Gen.Elements('a', 'b', '"', ',', '\n', '"', '\r').ArrayOf().Select(c => new string(c));
        Prop.ForAll(Gen.Zip(text, Gen.Choose(4, 40)).ToArbitrary(), input =>
        {
            (string rows, int chunk) = input;
            using Imported import = new() { Options = new() { MultilineFields = multiline, ChunkBytes = chunk, Threads = 3 } };
            import.Add("h.csv", "x,y\n");
            import.Add("n.csv", rows);
            List<string>? expected = CsvRules.Read(rows, multiline);
            string[] group = ["A=h.csv,n.csv"];
            if (expected is null) Assert.Equal("PGI011", Assert.ThrowsAny<Core.PapergraphException>(() => import.Run(group)).Code);
            else Assert.Equal(expected, import.Run(group).Nodes());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }
}
