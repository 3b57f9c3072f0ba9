using FsCheck;
using FsCheck.Fluent;
using Papergraph.Corpus;

namespace Papergraph.Sources.Tests.BibTeX;

public class InheritanceTests
{
    private const string Child = "@inproceedings{child, title = {Small fish}, author = {Quill, Ada}, crossref = {Volume}}\n";
    private const string Volume = "@proceedings{volume, title = {Proc. of Fish}, year = 2004, editor = {Pike, Ben}, doi = {10.5555/volume}, xdata = {common}}\n";
    private const string Common = "@xdata{common, publisher = {Pond Press}, issn = {0378-5955}, address = {Lake}}\n";

    [Fact]
    public void A_part_takes_over_what_it_has_in_common_with_its_volume_and_not_what_names_the_volume()
    {
        Reading reading = Reading.Of(Common + Volume + Child);
        Assert.Empty(reading.Findings);
        PaperRecord child = reading.Papers.Single(p => p.Key == "child");
        Assert.Equal(("Small fish", "Proc. of Fish", "2004", "0378-5955"), (child.Title, child.Venue, child.Date?.ToString(), child.VenueIssn));
        Assert.Empty(child.Identifiers);
        Assert.Equal(["address", "editor", "publisher"], child.Extra.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["volume", "child"], reading.Papers.Select(p => p.Key));
    }

    [Fact]
    public void The_order_of_parts_volumes_and_shared_fields_does_not_matter()
    {
        string[] pieces = [Child, Volume, Common, Child.Replace("child", "second", StringComparison.Ordinal)];
        IReadOnlyList<string> expected = [.. Reading.Of(string.Concat(pieces)).Bytes.Order(StringComparer.Ordinal)];
        Prop.ForAll(Gen.Shuffle(pieces).ToArbitrary(), shuffled => Reading.Of(string.Concat(shuffled)) is { Findings: [] } reading
            && reading.Bytes.Order(StringComparer.Ordinal).SequenceEqual(expected)).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void An_own_field_wins_over_an_inherited_one()
    {
        PaperRecord child = Reading.Of(Volume + "@inproceedings{child, title = {T}, booktitle = {Own}, date = {1999-05}, crossref = volume # {}, xdata = {}}").Papers[^1];
        Assert.Equal(("Own", "1999-05"), (child.Venue, child.Date?.ToString()));
    }

    [Fact]
    public void A_parent_that_is_missing_is_reported_and_the_part_is_kept()
    {
        Reading reading = Reading.Of(Child);
        Assert.Equal("Small fish", reading.Only.Title);
        Assert.Equal(["PGS049"], reading.Codes);
    }

    [Fact]
    public void Entries_that_inherit_from_each_other_in_a_circle_come_out()
    {
        Reading reading = Reading.Of("@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}, year = 2001}\n@misc{c, title = {C}, xdata = {c}}\n@xdata{d, xdata = {d,d,d,d,d,d,d,d,d}}@misc{e, title = {E}, xdata = {d}}");
        Assert.Equal(["A", "B", "C", "E"], reading.Papers.Select(p => p.Title!).Order(StringComparer.Ordinal));
        Assert.Equal("2001", reading.Papers.Single(p => p.Title == "A").Date?.ToString());
    }

    [Fact]
    public void Shared_fields_that_share_each_other_a_thousandfold_are_read_in_no_time()
    {
        string all = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"x{i}"));
        string web = string.Concat(Enumerable.Range(0, 1000).Select(i => $"@xdata{{x{i}, xdata = {{{all}}}, f{i} = 1}}\n"));
        Assert.Equal(32, Reading.Of(web + $"@misc{{e, title = {{E}}, xdata = {{{all}}}}}").Only.Extra.Count);
    }

    [Fact]
    public void A_cited_key_means_the_entry_of_this_file_wherever_it_stands()
    {
        const string citing = "@misc{a, title = {A}, cites = {later, 10.5555/X, elsewhere}}\n";
        const string later = "@misc{later, title = {The {Later} one}, doi = {10.5555/later}, author = {Quill, Ada and Pike, Ben}, year = 2003}\n";
        foreach (string text in (string[])[citing + later, later + citing])
        {
            CitedReference[] cited = [.. Reading.Of(text).Papers.Single(p => p.Key == "a").References];
            Assert.Equal(["doi:10.5555/later", "doi:10.5555/x", "local:elsewhere"], cited.Select(c => c.Identifiers.Single().ToString()));
            Assert.Equal(("The Later one", 2003, "Ada Quill"), (cited[0].Title, cited[0].Year, cited[0].FirstAuthor));
        }
    }

    [Fact]
    public void Of_two_entries_with_one_key_both_are_records_and_the_first_is_meant()
    {
        Reading reading = Reading.Of("@proceedings{v, title = {First}}\n@proceedings{V, title = {Second}}\n@inproceedings{c, title = {C}, crossref = {v}}");
        Assert.Equal(["First", "Second", "C"], reading.Papers.Select(p => p.Title));
        Assert.Equal("First", reading.Papers[2].Venue);
        Assert.Equal(["PGS064"], reading.Codes);
    }
}
