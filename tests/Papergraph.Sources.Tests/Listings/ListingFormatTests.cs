using Papergraph.Corpus;

namespace Papergraph.Sources.Tests.Listings;

public class ListingFormatTests
{
    private const string Long = "We look at one thing after another, write down what we see, compare it with what others wrote before us, and find that most of it agrees; where it does not, we look again, this time with better lamps, and say so at the end.";

    [Fact]
    public void A_page_gives_title_abstract_date_and_who()
    {
        Reading reading = Reading.Of(Fixtures.Listing);
        Assert.Equal(["A fast way to sort pebbles by colour on a wet beach", "Listening to snow: a survey"], reading.Papers.Select(p => p.Title));
        Assert.All(reading.Papers, p => Assert.EndsWith(".", p.Abstract, StringComparison.Ordinal));
        Assert.Equal([new PublicationDate(2023, 10, 12, IsApproximate: true), new PublicationDate(2022, 2, 9)], reading.Papers.Select(p => p.Date));
        Assert.Equal(["4"], reading.Papers[0].Extra["authorCount"]);
        Assert.Equal(["Snow Laboratory"], reading.Papers[1].Organizations);
        Assert.Equal(["snowlab"], reading.Papers[1].Extra["organizationHandle"]);
        Assert.Equal([7L, 15L], reading.Found.Select(f => f.Line));
    }

    [Fact]
    public void Votes_are_no_part_of_the_record() =>
        Assert.Equal(Reading.Of(Fixtures.Listing).Bytes, Reading.Of(Fixtures.Listing.Replace("2022 17", "2022 18", StringComparison.Ordinal).Replace("Oct 12", "Oct 12 3", StringComparison.Ordinal)).Bytes);

    [Theory]
    [InlineData("Aug 27", null, 8, 27)]
    [InlineData("Sep 8 8", null, 9, 8)]
    [InlineData("Nov 8, 2023", 2023, 11, 8)]
    [InlineData("Mar 19, 2024 4", 2024, 3, 19)]
    [InlineData("January 1, 1999 1.2k", 1999, 1, 1)]
    public void A_year_follows_a_comma_and_votes_do_not(string written, int? year, int month, int day)
    {
        PaperRecord paper = Reading.Of($"A title here\n\n{Long}\n\n  • 1 author\n·\n{written}\n", new SourceOptions { ListingYear = 2030 }).Only;
        Assert.Equal(new PublicationDate(year ?? 2030, month, day), paper.Date);
    }

    [Fact]
    public void Without_any_year_on_the_page_dates_stay_open_and_that_is_said_once()
    {
        string record = $"A title here\n\n{Long}\n\n  • 2 authors\n·\nJun 5\n\n";
        Reading reading = Reading.Of(record + record.Replace("Jun 5", "Dec 31", StringComparison.Ordinal));
        Assert.All(reading.Papers, p => Assert.Null(p.Date));
        Assert.Equal(["06-05", "12-31"], reading.Papers.Select(p => p.Extra["monthDay"][0]));
        Assert.Equal(["PGS062"], reading.Codes);
    }

    [Fact]
    public void A_leap_day_in_a_year_that_has_none_keeps_its_month() =>
        Assert.Equal(new PublicationDate(2023, 2, null), Reading.Of($"A title here\n\n{Long}\n\n·\nFeb 29\n", new SourceOptions { ListingYear = 2023 }).Only.Date);

    [Fact]
    public void Papers_without_a_byline_stand_on_their_own()
    {
        Reading reading = Reading.Of($"""
            First with byline

            {Long}

              • 2 authors
            ·
            Jun 5, 2020

            Second without any

            {Long}

            Third without any

            {Long}

            Fourth with byline

            {Long}

            lab Lab
            ·
            Jun 6, 2020

            Fifth at the very end

            {Long}

            Next page

            About us
            """);
        Assert.Equal(["First with byline", "Second without any", "Third without any", "Fourth with byline", "Fifth at the very end"], reading.Papers.Select(p => p.Title));
        Assert.Equal(["2020-06-05", null, null, "2020-06-06", null], reading.Papers.Select(p => p.Date?.ToString()));
        Assert.All(reading.Papers.Take(4), p => Assert.Equal(Long, p.Abstract));
    }

    [Fact]
    public void An_abstract_may_have_several_paragraphs_and_headings()
    {
        Reading reading = Reading.Of($"Some head\n\nA title here\n\n{Long}\n\nMethods\n\n{Long}\n\nshort end\n\n• 3 authors\n·\nMay 1, 2020\n");
        Assert.Equal("A title here", reading.Only.Title);
        Assert.Equal($"{Long}\n\nMethods\n\n{Long}\n\nshort end", reading.Only.Abstract);
    }

    [Theory]
    [InlineData("\r\n", "", "  ")]
    [InlineData("\n", "   ", "\t")]
    [InlineData("\n\n", "", "")]
    public void Line_ends_trailing_blanks_and_more_blank_lines_do_not_matter(string lineEnd, string trailing, string indent)
    {
        string text = string.Join(trailing + lineEnd, Fixtures.Listing.Split('\n').Select(l => l.Length == 0 ? l : indent + l.Trim()));
        Assert.Equal(Reading.Of(Fixtures.Listing).Bytes, Reading.Of(text).Bytes);
    }

    [Theory]
    [InlineData("A title here\n\n{0}\n\n• 5 authors · Aug 27, 2021\n")]
    [InlineData("A title here\n\n{0}\n\n• 5 authors\n·\nAug 27, 2021")]
    [InlineData("A title here\n\n{0}\n\n5 authors ·\n\nAug 27, 2021")]
    [InlineData("A title here\n{0}\n• 5 authors\n·\nAug 27, 2021")]
    [InlineData("Papers of today\n\nAug 28\n\nA title here\n\n{0}\n\n• 5 authors\n·\nAug 27, 2021")]
    public void Bylines_on_one_line_or_three_are_the_same(string frame)
    {
        PaperRecord paper = Reading.Of(frame.Replace("{0}", Long, StringComparison.Ordinal)).Only;
        Assert.Equal(("A title here", Long, "2021-08-27", "5"), (paper.Title, paper.Abstract, paper.Date?.ToString(), paper.Extra["authorCount"][0]));
    }

    [Theory]
    [InlineData("someorg Some Org", "Some Org", "someorg")]
    [InlineData("Acme-AI Acme AI", "Acme AI", "Acme-AI")]
    [InlineData("ACME ACME", "ACME", "ACME")]
    [InlineData("Northern Research", "Northern Research", null)]
    [InlineData("Acme", "Acme", null)]
    public void An_organisation_is_told_from_the_handle_of_its_account(string line, string name, string? handle)
    {
        PaperRecord paper = Reading.Of($"A title here\n\n{Long}\n\n{line}\n·\nMay 1, 2020\n").Only;
        Assert.Equal([name], paper.Organizations);
        Assert.Equal(handle, paper.Extra.GetValueOrDefault("organizationHandle")?[0]);
    }

    [Fact]
    public void An_abstract_that_runs_into_the_dot_is_not_taken_for_who()
    {
        PaperRecord paper = Reading.Of($"A title here\n\n{Long}\n·\nMay 1, 2020\n").Only;
        Assert.Equal((Long, "2020-05-01", 0), (paper.Abstract, paper.Date?.ToString(), paper.Organizations.Count));
    }

    [Fact]
    public void A_text_without_bylines_beyond_the_limit_of_a_record_is_given_up_and_reading_goes_on()
    {
        string flood = string.Concat(Enumerable.Repeat("word word\n", 40_000));
        Reading reading = Reading.Of(Fixtures.Listing + flood + "\n" + Fixtures.Listing, new SourceOptions { MaxRecordBytes = 1 << 18 });
        Assert.Equal(4, reading.Found.Count(f => f.Record.Abstract!.Length < 1000));
        Assert.Contains("PGS020", reading.Codes);
    }
}
