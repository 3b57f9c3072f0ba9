using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Sources.Tests;

public class TokenReaderTests
{
    [Fact]
    public void Spans_of_SciERC_count_tokens_through_the_paper_and_include_both_ends()
    {
        AnnotatedPaper paper = AnnotationsRead.Of(
            """{"doc_key":"d1","sentences":[["We","train","deep","nets","."],["They","-LRB-","x","-RRB-","parse","."]],"ner":[[[2,3,"Method"]],[[9,9,"Task"]]],"relations":[[],[[2,3,9,9,"USED-FOR"]]],"clusters":[]}""").Only;
        Assert.Equal("d1", paper.Id);
        Assert.Equal("We train deep nets . They ( x ) parse .", paper.Text.Abstract);
        Assert.Equal("Method[deep nets] Task[parse]", AnnotationsRead.Marks(paper));
        Assert.Equal([5, 6], paper.Sentences!.Select(s => s.Count));
        Assert.Equal([new AnnotatedRelation("deep nets", "USED-FOR", "parse")], paper.Relations);
        Assert.Equal(AnnotationLayers.All, paper.Layers);
    }

    [Theory]
    [InlineData("""{"sentences":[["a","b"]],"ner":[[[1,2,"Task"],[-1,0,"Task"],[1,0,"Task"],[0,"Task"],[0,0,7],"x",[0,0,"Task"]]]}""")]
    [InlineData("""{"sentences":[["a","b"]],"ner":[[[0,0,"Task"]],5,[[99999999999,0,"Task"]]]}""")]
    public void Marks_of_SciERC_that_cannot_be_are_left_out_and_counted(string record)
    {
        AnnotationsRead read = AnnotationsRead.Of(record);
        Assert.Equal("Task[a]", AnnotationsRead.Marks(read.Only));
        Assert.Contains("PGS073", read.Codes);
    }

    [Theory]
    [InlineData("""{"sentences":"a b","ner":[]}""")]
    [InlineData("""{"sentences":[["a",1]],"ner":[]}""")]
    [InlineData("""{"sentences":[["a",""]],"ner":[]}""")]
    [InlineData("""{"sentences":[],"ner":[]}""")]
    public void A_record_of_SciERC_without_tokens_is_skipped(string record)
    {
        AnnotationsRead read = AnnotationsRead.Of(record + "\n" + """{"sentences":[["a"]],"ner":[]}""");
        Assert.Single(read.Papers);
        Assert.Equal(["PGS076"], read.Codes);
    }

    // One sentence in every notation: "deep nets" and "tuned trees" are methods that stand side by side, "parse" is a task.
    [Theory]
    [InlineData("I-M I-M B-M I-M O I-T")]      // IOB1
    [InlineData("B-M I-M B-M I-M O B-T")]      // IOB2
    [InlineData("B-M E-M B-M E-M O S-T")]      // IOBES
    [InlineData("B-M L-M B-M L-M O U-T")]      // BILOU
    public void All_notations_of_tags_say_the_same(string tags)
    {
        string[] words = ["deep", "nets", "tuned", "trees", "to", "parse"];
        string file = string.Join('\n', words.Zip(tags.Split(' '), (word, tag) => $"{word}\tNN\t{tag}"));
        Assert.Equal("M[deep nets] M[tuned trees] T[parse]", AnnotationsRead.Marks(AnnotationsRead.Of(file).Only));
    }

    [Fact]
    public void A_span_ends_with_its_sentence()
    {
        IReadOnlyList<AnnotatedPaper> papers = AnnotationsRead.Of("-DOCSTART- O\n\na B-M\n\nb I-M\n").Papers;
        Assert.Equal("M[a] M[b]", AnnotationsRead.Marks(Assert.Single(papers)));
    }

    [Fact]
    public void A_paper_begins_at_DOCSTART()
    {
        IReadOnlyList<AnnotatedPaper> papers = AnnotationsRead.Of("-DOCSTART- (p1)\n\na\t0\t1\tB-M\n\nb\t2\t3\tO\n\n-DOCSTART- (p2)\n\nc\t0\t1\tO\n").Papers;
        Assert.Equal([("p1", "a b"), ("p2", "c")], papers.Select(p => (p.Id, p.Text.Abstract)));
        Assert.Equal(2, papers[0].Sentences!.Count(s => s.Count > 0));
        Assert.Equal(AnnotationLayers.Entities, papers[0].Layers);
    }

    [Fact]
    public void A_paper_begins_where_offsets_begin_again() =>
        Assert.Equal(["a b", "c"], AnnotationsRead.Of("a\t0\tB-M\n\nb\t2\tO\n\nc\t0\tO\n").Papers.Select(p => p.Text.Abstract));

    [Fact]
    public void A_sentence_is_a_paper_where_nothing_says_more() =>
        Assert.Equal(["a b", "c"], AnnotationsRead.Of("a B-M\nb O\n\n\nc O\n").Papers.Select(p => p.Text.Abstract));

    [Fact]
    public void A_line_without_a_tag_counts_as_O_and_is_named_once()
    {
        AnnotationsRead read = AnnotationsRead.Of("a B-M\nb X-M\nc I-\nd I-M\n");
        Assert.Equal("M[a] M[d]", AnnotationsRead.Marks(read.Only));
        Diagnostic finding = Assert.Single(read.Findings);
        Assert.Equal(("PGS075", 2L), (finding.Code, finding.Line));
    }

    [Fact]
    public void A_file_of_CoNLL_may_begin_with_a_bracket() =>
        Assert.Equal("M[b]", AnnotationsRead.Marks(AnnotationsRead.Of("[ O\nb B-M\n] O\n").Only));

    [Fact]
    public void MED1250_gives_pairs_and_nothing_else()
    {
        const string file = "17\nOn ring counters (RC).\nRings count.\nTwice.\n  RC|ring counters\n  // a remark\n  broken\n\n18\n\nA title behind an empty line.\n";
        AnnotationsRead read = AnnotationsRead.Of(file);
        Assert.Equal(["17", "18"], read.Papers.Select(p => p.Id));
        Assert.Equal(new PaperText("On ring counters (RC).", "Rings count.\nTwice."), read.Papers[0].Text);
        Assert.Equal([new AbbreviationPair("RC", "ring counters")], read.Papers[0].Abbreviations);
        Assert.Equal(AnnotationLayers.None, read.Papers[0].Layers);
        Assert.Equal(["PGS073"], read.Codes);
    }
}
