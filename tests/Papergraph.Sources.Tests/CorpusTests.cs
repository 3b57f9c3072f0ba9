using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.TestKit;

namespace Papergraph.Sources.Tests;

/// <summary>The real files beside the repository: what is known of them from elsewhere must come out.</summary>
public class CorpusTests
{
    [SkippableFact]
    public void The_listing_pages_give_277_records_of_264_papers_with_title_and_abstract()
    {
        Reading reading = Reading.OfInputs([Repo.Shared("corpus", "listings")]);
        Assert.Equal(277, reading.Found.Count);
        Assert.Empty(reading.Findings);
        Assert.All(reading.Summaries, s => Assert.Equal(("listing", 0L), (s.Format, s.Rejected)));
        Assert.All(reading.Papers, p => Assert.True(p.Title!.Length > 10 && p.Abstract!.Length > 200));
        Assert.Equal(264, reading.Papers.Select(p => p.Title).Distinct().Count());
    }

    [SkippableFact]
    public void A_paper_on_two_listing_pages_is_the_same_record_twice() =>
        Assert.Equal(264, Reading.OfInputs([Repo.Shared("corpus", "listings")]).Bytes.Distinct().Count());

    [SkippableFact]
    public void Dates_without_a_year_belong_to_the_year_after_the_latest_that_is_stated()
    {
        Reading inferred = Reading.OfInputs([Repo.Shared("corpus", "listings")]);
        Reading told = Reading.OfInputs([Repo.Shared("corpus", "listings")], new SourceOptions { ListingYear = 2025 });
        Assert.Equal(told.Papers.Select(p => p.Date?.ToString()), inferred.Papers.Select(p => p.Date?.ToString()));
        Assert.Contains(inferred.Papers, p => p.Date is { IsApproximate: true, Year: 2025 });
        Assert.DoesNotContain(told.Papers, p => p.Date is { IsApproximate: true });
        Assert.Equal(3, inferred.Papers.Count(p => p.Date is null));
    }

    [SkippableTheory]
    [InlineData("aan.jsonl.gz", 16_589, 7_253, 94_973)]
    [InlineData("acl-2016-2022.jsonl.gz", 26_336, 26_336, 0)]
    [InlineData("ml-abstracts.jsonl.gz", 67_667, 67_667, 0)]
    public void Every_record_of_the_JSONL_corpora_is_read(string file, int records, int abstracts, int references)
    {
        Reading reading = Reading.OfInputs([Repo.Shared("corpus", file)]);
        Assert.Equal(("jsonl", records, 0), (reading.Summary.Format, (int)reading.Summary.Records, (int)reading.Summary.Rejected));
        Assert.Equal(abstracts, reading.Papers.Count(p => p.Abstract is not null));
        Assert.Equal(references, reading.Papers.Sum(p => p.References.Count));
    }

    [SkippableFact]
    public void The_sample_of_BibTeX_gives_its_six_articles()
    {
        Reading reading = Reading.OfInputs([Repo.Shared("corpus", "samples", "bibtex", "gecko_example.bib")]);
        Assert.Equal(("bibtex", 6), (reading.Summary.Format, (int)reading.Summary.Records));
        Assert.Empty(reading.Findings);
        Assert.All(reading.Papers, p =>
        {
            Assert.Equal([IdentifierScheme.Doi, IdentifierScheme.Pmid], p.Identifiers.Select(i => i.Scheme));
            Assert.DoesNotContain('{', p.Title!);
            Assert.NotNull(p.Abstract);
            Assert.NotNull(p.Venue);
            Assert.NotNull(p.VenueIssn);
            Assert.NotNull(p.Date?.Month);
            Assert.NotEmpty(p.Authors);
        });
        Assert.Contains(reading.Papers.SelectMany(p => p.Authors), a => a.Name == "Marc M. S. M. Wösten");
        Assert.Contains(reading.Papers.SelectMany(p => p.Authors), a => a.Name == "Lieke B. van Alphen");
    }

    [SkippableFact]
    public void The_samples_of_other_formats_are_taken_for_none_of_these()
    {
        Reading reading = Reading.OfInputs([Repo.Shared("corpus", "samples")]);
        Assert.All(reading.Summaries, s => Assert.Equal(s.File.EndsWith(".bib", StringComparison.Ordinal) ? "bibtex" : null, s.Format));
        Assert.All(reading.Findings, f => Assert.Equal(("PGS002", Severity.Warning), (f.Code, f.Severity)));
        Assert.Equal(reading.Summaries.Count - 1, reading.Findings.Count);
    }
}
