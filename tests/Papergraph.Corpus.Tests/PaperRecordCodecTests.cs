using System.Text;

namespace Papergraph.Corpus.Tests;

public class PaperRecordCodecTests
{
    private static readonly PaperRecord Full = new()
    {
        Source = "jsonl",
        Key = "k1",
        Identifiers = [new(IdentifierScheme.Arxiv, "2401.00001"), new(IdentifierScheme.Doi, "10.1000/x")],
        Title = "A title with “quotes” and 𝒩",
        Abstract = "Line one.\nLine two: α < β & γ.",
        Date = new PublicationDate(2024, 2, 29, IsApproximate: true),
        Authors = [new("Ada Lovelace", "0000-0002-1825-0097", ["Analytical Engines"]), new("B")],
        Venue = "Proceedings",
        VenueIssn = "1234-567X",
        Organizations = ["An Institute"],
        Kind = "article",
        Url = "https://example.org/1",
        Links = ["https://example.org/code"],
        References = [new([new(IdentifierScheme.Doi, "10.1000/y")], "Cited", 1999, "C. Babbage", "C. Babbage. Cited. 1999"), new([])],
        Extra = new Dictionary<string, IReadOnlyList<string>> { ["b"] = ["1", "2"], ["a"] = [] },
    };

    [Fact]
    public void A_record_with_every_field_reads_back_to_the_same_bytes()
    {
        ReadOnlyMemory<byte> bytes = PaperRecordCodec.Encode(Full);
        PaperRecord read = PaperRecordCodec.Decode(bytes);
        Assert.Equal(Full.Title, read.Title);
        Assert.Equal(Full.Date, read.Date);
        Assert.Equal(["Analytical Engines"], read.Authors[0].Affiliations);
        Assert.Equal(1999, read.References[0].Year);
        Assert.Equal(["1", "2"], read.Extra["b"]);
        Assert.Equal(Encoding.UTF8.GetString(bytes.Span), Encoding.UTF8.GetString(PaperRecordCodec.Encode(read).Span));
    }

    [Fact]
    public void The_order_of_identifiers_and_extra_fields_does_not_change_the_bytes()
    {
        PaperRecord other = Full with
        {
            Identifiers = [.. Full.Identifiers.Reverse(), Full.Identifiers[0]],
            Extra = new Dictionary<string, IReadOnlyList<string>> { ["a"] = [], ["b"] = ["1", "2"] },
        };
        Assert.Equal(PaperRecordCodec.Name(PaperRecordCodec.Encode(Full)), PaperRecordCodec.Name(PaperRecordCodec.Encode(other)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"source\":1}")]
    [InlineData("{\"title\":\"no source\"}")]
    public void Bytes_that_are_no_record_are_refused(string json) =>
        Assert.Throws<FormatException>(() => PaperRecordCodec.Decode(Encoding.UTF8.GetBytes(json)));
}
