using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Store.Tests;

public class QuerySyntaxTests
{
    [Theory]
    [InlineData("graph neural", "graph neural")]
    [InlineData("+graph -neural", "+graph -neural")]
    [InlineData("Schrödinger, bridges;", "schrodinger bridges")]
    [InlineData("\"deep learning\" net*", "[deep 0 learning 1] net*")]
    [InlineData("transfomer~ atention~2", "transfomer~1 atention~2")]
    [InlineData("title:net (a -b)", "title{net} (a -b)")]
    [InlineData("+title:(a \"b c\")", "+(title{a} title{[b 0 c 1]})")]
    [InlineData("GPT-4", "[gpt 0 4 1]")]
    [InlineData("pre-train*", "(+pre +train*)")]
    [InlineData("言語モデル 字", "[言語 0 語モ 1 モテ 2 テル 3] 字*")]
    [InlineData("\"字\"", "[字 0]")]
    // What means nothing is read as a space.
    [InlineData("BERT: pre-training", "bert [pre 0 training 1]")]
    [InlineData("nolabel:word", "[nolabel 0 word 1]")]
    [InlineData("a - b + c * ~ d", "a b c d")]
    [InlineData(") a ( b", "a (b)")]
    [InlineData("\"open phrase", "[open 0 phrase 1]")]
    [InlineData("\"\" () +", "")]
    [InlineData("title:", "title")]
    [InlineData("…", "")]
    public void Queries_are_read_as_the_page_says(string text, string expected) => Assert.Equal(expected, Show(Parse(text)));

    [Fact]
    public void Every_text_is_a_query()
    {
        TextNode[] nodes = [new(true, "a net of nets", ["title", "字"]), new(false, "net", [])];
        using TextGraph graph = new(nodes);
        FullTextIndex index = graph.Reader.FullTextIndex("texts");
        Gen<string> pieces = Gen.Elements(
            "\"", "(", ")", "+", "-", "~", "~2", "*", "title:", ":", "net", "a", " ", "字", "\ud800", "ſ", "\0", ",");
        Prop.ForAll(
            Gen.OneOf(
                pieces.ArrayOf().Select(all => string.Concat(all)),
                ArbMap.Default.GeneratorFor<string>().Where(text => text is not null)).ToArbitrary(),
            text =>
            {
                FullTextResult result = index.Search(text, 10);
                foreach (FullTextHit hit in result.Hits)
                {
                    Assert.InRange(hit.Score, double.Epsilon, double.MaxValue);
                    result.Snippets(hit.Node);
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Queries_without_end_are_cut_and_say_so()
    {
        using TextGraph graph = new([new(true, "net", [])]);
        FullTextIndex index = graph.Reader.FullTextIndex("texts");
        Assert.NotEmpty(index.Search(new string('(', 9_000) + "net", 10).Hits);
        Assert.Single(index.Search(string.Join(' ', Enumerable.Repeat("net", 1000)), 10).Notes);
        Assert.Equal(2, index.Search(string.Join(' ', Enumerable.Repeat("net", 10_000)), 10).Notes.Count);
        Assert.NotEmpty(index.Search("net " + string.Concat(Enumerable.Repeat("(-a ", 1000)), 10).Hits);
        Assert.Single(index.Search("-net", 10).Notes);
        Assert.Empty(index.Search(new string('字', 5_000), 10).Hits);
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Search("net", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Search("net", 10_001));
    }

    [Fact]
    public void A_beginning_of_too_many_words_stands_for_the_most_frequent()
    {
        TextNode[] nodes =
        [
            .. Enumerable.Range(0, 400).Select(i => new TextNode(true, $"word{i:000} filler", [])),
            .. Enumerable.Range(0, 100).Select(i => new TextNode(true, $"word{i + 300}", [])),
        ];
        using TextGraph graph = new(nodes);
        FullTextResult result = graph.Reader.FullTextIndex("texts").Search("word*", 10_000);
        Assert.Contains("400 words", Assert.Single(result.Notes), StringComparison.Ordinal);
        // The hundred that stand in two texts, then the first of the others in the order of their letters.
        Assert.Equal(
            Enumerable.Range(0, 156).Concat(Enumerable.Range(300, 200)),
            result.Hits.Select(hit => hit.Node).Order());
    }

    [Fact]
    public void Words_that_nobody_wrote_are_named_with_words_like_them()
    {
        using TextGraph graph = new([new(true, "transformer networks", []), new(true, "translation of networks", [])]);
        FullTextIndex index = graph.Reader.FullTextIndex("texts");
        FullTextResult result = index.Search("tranfsormer network -qqqqq", 10);
        Assert.Equal(2, result.Hits.Count);
        UnknownWord unknown = Assert.Single(result.UnknownWords);
        Assert.Equal("tranfsormer", unknown.Word);
        Assert.Equal(["transformer"], unknown.Suggestions);
        Assert.Equal(["networks"], index.WordsNear("Nétworkk", 5));
        // An unfinished word is no unknown one.
        Assert.Empty(index.Search("transl", 10).UnknownWords);
        Assert.Equal([1], index.Search("transl", 10).Hits.Select(hit => hit.Node));
    }

    private static GroupNode Parse(string text) => QueryParser.Parse(text, TextNode.Fields, []);

    private static string Show(QueryNode node)
    {
        string shown = node switch
        {
            WordNode word => word.Word,
            PrefixNode prefix => prefix.Prefix + "*",
            FuzzyNode fuzzy => $"{fuzzy.Word}~{fuzzy.Distance}",
            PhraseNode phrase => "[" + string.Join(' ', phrase.Terms.Zip(phrase.Offsets, (term, offset) => $"{term} {offset}")) + "]",
            GroupNode group => string.Join(' ', group.Clauses.Select(clause =>
                (clause.Occurrence switch { Occurrence.Must => "+", Occurrence.Not => "-", _ => "" })
                + (clause.Node is GroupNode ? $"({Show(clause.Node)})" : Show(clause.Node)))),
            _ => "?",
        };
        return node.Fields is null ? shown : $"{TextNode.Fields[node.Fields[0]].Property}{{{shown}}}";
    }
}
