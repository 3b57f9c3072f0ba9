using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources.Tests;

public class SurfaceReaderTests
{
    private const string Record = """
        {"id":"p1","title":"Ripple: fast counting","abstract":"We present Ripple, a Ring Counter (RC).","entities":[{"type":"Method","surfaces":["Ripple"],"role":"introduces"},{"type":"Method","surfaces":["Ring Counter","RC"]}],"relations":[{"head":"Ripple","relation":"IS_A","tail":"Ring Counter"}],"abbreviations":[{"short":"RC","long":"Ring Counter"}],"links":["https://a.example/x"]}
        """;

    [Fact]
    public void A_record_gives_what_it_says()
    {
        AnnotationsRead read = AnnotationsRead.Of(Record);
        Assert.Empty(read.Findings);
        AnnotatedPaper paper = read.Only;
        Assert.Equal(("p1", "Ripple: fast counting"), (paper.Id, paper.Text.Title));
        Assert.Equal(["Ripple", "Ring Counter", "RC"], paper.Entities.SelectMany(e => e.Surfaces));
        Assert.Equal([Role.Introduces, null], paper.Entities.Select(e => e.Role));
        Assert.Equal([new AnnotatedRelation("Ripple", "IS_A", "Ring Counter")], paper.Relations);
        Assert.Equal([new AbbreviationPair("RC", "Ring Counter")], paper.Abbreviations);
        Assert.Equal(["https://a.example/x"], paper.Links);
        Assert.Null(paper.Spans);
        Assert.Equal(AnnotationLayers.All, paper.Layers);
    }

    [Fact]
    public void What_a_record_leaves_out_was_not_looked_for()
    {
        AnnotatedPaper paper = AnnotationsRead.Of("""{"id":1,"title":"T","abbreviations":[]}""").Only;
        Assert.Equal("1", paper.Id);
        Assert.Equal(AnnotationLayers.None, paper.Layers);
        Assert.Empty(paper.Abbreviations!);
        Assert.Null(paper.Links);
    }

    [Fact]
    public void Places_are_read_in_order_with_their_confidence()
    {
        AnnotatedPaper paper = AnnotationsRead.Of(
            """{"title":"Ab","abstract":"cd ef","entities":[],"mentions":[{"type":"Task","field":"abstract","start":3,"end":5,"confidence":0.25},{"type":"Method","field":"title","start":0,"end":2}]}""").Only;
        Assert.Equal("Method[Ab] Task[ef]", AnnotationsRead.Marks(paper));
        Assert.Equal([1, 0.25], paper.Spans!.Select(s => s.Confidence));
    }

    [Theory]
    [InlineData("""{"type":"Task","field":"abstract","start":3,"end":6}""")]
    [InlineData("""{"type":"Task","field":"abstract","start":-1,"end":1}""")]
    [InlineData("""{"type":"Task","field":"abstract","start":2,"end":2}""")]
    [InlineData("""{"type":"Task","field":"abstract","start":0.5,"end":2}""")]
    [InlineData("""{"type":"Task","field":"abstract","start":0,"end":99999999999}""")]
    [InlineData("""{"type":"Task","field":"text","start":0,"end":1}""")]
    [InlineData("""{"type":"Task","field":"abstract","start":0,"end":1,"confidence":2}""")]
    [InlineData("""{"type":"Task","field":"abstract","start":0,"end":1,"confidence":"high"}""")]
    [InlineData("""{"field":"abstract","start":0,"end":1}""")]
    [InlineData("7")]
    public void A_place_that_cannot_be_is_left_out_and_counted(string mention)
    {
        AnnotationsRead read = AnnotationsRead.Of($$"""{"title":"T","abstract":"cd ef","entities":[],"mentions":[{{mention}}]}""");
        Assert.Empty(read.Only.Spans!);
        Assert.Equal(["PGS073"], read.Codes);
    }

    [Theory]
    [InlineData("""[{"type":"Method","surfaces":"Net"}]""")]
    [InlineData("""[{"type":7,"surfaces":["Net"]}]""")]
    [InlineData("""[{"surfaces":["Net"]}]""")]
    [InlineData("""[{"type":"Method","surfaces":[]}]""")]
    [InlineData("""["Net"]""")]
    [InlineData("""[null]""")]
    public void An_entity_that_cannot_be_used_is_left_out_and_counted(string entities)
    {
        AnnotationsRead read = AnnotationsRead.Of($$"""{"title":"Net","entities":{{entities}}}""");
        Assert.Empty(read.Only.Entities);
        Assert.Equal(["PGS073"], read.Codes);
    }

    [Fact]
    public void Unknown_roles_are_counted_and_are_none()
    {
        AnnotationsRead read = AnnotationsRead.Of("""{"title":"Net","entities":[{"type":"Method","surfaces":["Net"],"role":"2"},{"type":"Method","surfaces":["Net"],"role":null}]}""");
        Assert.All(read.Only.Entities, entity => Assert.Null(entity.Role));
        Assert.Contains("1 of its roles", Assert.Single(read.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Surfaces_that_are_not_in_the_text_are_kept_counted_and_named()
    {
        AnnotationsRead read = AnnotationsRead.Of("""{"title":"A net","entities":[{"type":"Method","surfaces":["net","Net","nets"]}]}""");
        Assert.Equal(3, read.Only.Entities[0].Surfaces.Count);
        Diagnostic finding = Assert.Single(read.Findings);
        Assert.Equal("PGS074", finding.Code);
        Assert.Contains("2 of its surfaces", finding.Message, StringComparison.Ordinal);
        Assert.Contains("'Net'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_come_from_elsewhere_where_a_record_has_none()
    {
        Dictionary<string, PaperText> texts = new() { ["p1"] = new PaperText("A net", ""), ["doi:10.1234/5678"] = new PaperText("Another net", "") };
        const string lines = """
            {"id":"p1","entities":[]}
            {"id":"10.1234/5678","entities":[]}
            {"id":"p2","entities":[]}
            {"id":"p1","title":"Own","entities":[]}
            """;
        AnnotationsRead read = AnnotationsRead.Of(lines, new AnnotationOptions { Texts = texts });
        Assert.Equal(["A net", "Another net", "Own"], read.Papers.Select(p => p.Text.Title));
        Diagnostic finding = Assert.Single(read.Findings);
        Assert.Equal(("PGS072", 3L, 1L), (finding.Code, finding.Line, read.Rejected));
    }
}
