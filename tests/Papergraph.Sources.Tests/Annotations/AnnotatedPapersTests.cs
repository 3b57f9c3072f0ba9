using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.TestKit;

namespace Papergraph.Sources.Tests;

public class AnnotatedPapersTests
{
    private const string Line = """{"id":"a","title":"T","entities":[]}""";

    [Fact]
    public void Several_files_are_read_in_order_compressed_or_not()
    {
        using TemporaryFolder folder = new();
        string plain = folder.Write("plain.jsonl", Line), packed = folder.File("packed.conll.gz");
        using (GZipStream gzip = new(File.Create(packed), CompressionMode.Compress)) gzip.Write("x B-M\n"u8);
        AnnotationReading reading = AnnotatedPapers.Read([packed, plain], new AnnotationOptions(), _ => { });
        Assert.Equal(["x", ""], reading.Papers.Select(p => p.Text.Abstract));
        Assert.Equal("T", Assert.Single(AnnotatedPapers.Read(plain)).Text.Title);
    }

    [Fact]
    public void Bad_records_are_named_and_the_others_read()
    {
        string file = string.Join('\n', "{\"id\":", "17", """{"title":"no annotations"}""", Line, new string('[', 200), Line);
        AnnotationsRead read = AnnotationsRead.Of("\n" + Line + "\n" + file);
        Assert.Equal(3, read.Papers.Count);
        Assert.Equal([("PGS021", 3), ("PGS023", 4), ("PGS071", 5), ("PGS021", 7)], read.Findings.Select(f => (f.Code, (int)f.Line)));
        Assert.Equal(4, read.Rejected);
    }

    [Fact]
    public void A_line_longer_than_the_limit_is_skipped()
    {
        SourceOptions small = new() { MaxRecordBytes = 1024 };
        AnnotationsRead read = AnnotationsRead.Of(Line + "\n" + new string(' ', 2000) + "\n", new AnnotationOptions { Sources = small });
        Assert.Equal(["PGS020"], read.Codes);
        Assert.Equal(["PGS020"], AnnotationsRead.Of("a B-M\n" + new string('x', 2000) + " O\n", new AnnotationOptions { Sources = small }).Codes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("just some words\nand more")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("""{"title":"no annotations"}""")]
    public void A_file_without_annotated_papers_is_refused_in_one_line(string content)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("gold.txt", content);
        PapergraphException refusal = Assert.Throws<PapergraphException>(() => AnnotatedPapers.Read(file));
        Assert.Equal("PGS104", refusal.Code);
        Assert.Contains("gold.txt", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void A_missing_file_is_refused() =>
        Assert.Equal("PGS101", Assert.Throws<PapergraphException>(() => AnnotatedPapers.Read("never-made.jsonl")).Code);

    // Pieces of all formats in any order, and bytes of no format: readers give papers or findings, whose places lie within the texts.
    [Fact]
    public void Whatever_comes_in_nothing_but_papers_findings_and_refusals_come_out()
    {
        string[] pieces =
        [
            Line, "\n", "\n\n", "-DOCSTART- ", "a\t0\tB-M", "b 1 I-M", "O", "17\n", "Title here", "  A|b", "{", "[", "\"", "}", "]", ",", "\t", "\0", "\ud800", "é", "𝒳",
            """{"sentences":[["a","b"]],"ner":[[[0,9,"T"],[0,1,"T"]]]}""", """{"entities":[{"type":"M","surfaces":["T"]}],"title":"\ud83d T"}""",
            """{"title":"ab","mentions":[{"type":"M","field":"title","start":0,"end":2}],"entities":{}}""",
        ];
        Gen<string> files = Gen.Choose(0, pieces.Length - 1).ArrayOf().Select(chosen => string.Concat(chosen.Select(i => pieces[i])));
        Prop.ForAll(files.ToArbitrary(), file =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(file);
            if (bytes.Length > 3) bytes[bytes.Length / 2] ^= 0x80;
            try
            {
                foreach (AnnotatedPaper paper in AnnotationsRead.Of(bytes).Papers)
                    foreach (AnnotatedSpan span in paper.Spans ?? []) Assert.NotEmpty(paper.Text.At(span.Place));
            }
            catch (PapergraphException refusal)
            {
                Assert.Equal("PGS104", refusal.Code);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Texts_are_known_by_key_and_by_identifier()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", """{"id":"k1","doi":"10.1234/5678","title":"T","abstract":"A"}""" + "\n" + """{"id":"k1","title":"later"}""" + "\n");
        IReadOnlyDictionary<string, PaperText> texts = PaperTexts.Read([papers], new SourceOptions(), _ => { });
        Assert.Equal(new PaperText("T", "A"), texts["k1"]);
        Assert.Equal(new PaperText("T", "A"), texts["doi:10.1234/5678"]);
    }

    [SkippableTheory]
    [InlineData(84, "listings-train.jsonl")]
    [InlineData(500, "abstracts-train.jsonl")]
    [InlineData(350, "scierc", "train.json")]
    [InlineData(50, "semeval2017", "dev.txt")]
    public void Real_files_are_read_whole(int papers, params string[] file)
    {
        List<Diagnostic> findings = [];
        Assert.Equal(papers, AnnotatedPapers.Read(Repo.Shared(["gold", .. file]), findings.Add).Count);
        Assert.Empty(findings);
    }
}
