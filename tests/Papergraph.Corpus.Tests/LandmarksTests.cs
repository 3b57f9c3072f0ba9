using System.Text.Json;
using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.Corpus.Tests;

/// <summary>The sample library must be sound, because the first graph that anybody builds is built from it.</summary>
public class LandmarksTests
{
    private static readonly Landmark[] Landmarks =
        [.. File.ReadLines(Repo.File("samples", "landmarks.jsonl")).Select(Landmark.Parse)];

    private static readonly Dictionary<string, int> YearOf =
        Landmarks.DistinctBy(paper => paper.Id).ToDictionary(paper => paper.Id, paper => paper.Year, StringComparer.Ordinal);

    [Fact]
    public void There_are_enough_papers_and_citations_for_a_graph_worth_looking_at()
    {
        Assert.True(Landmarks.Length >= 60, $"{Landmarks.Length} papers");
        int internalReferences = Landmarks.Sum(paper => paper.References.Count(YearOf.ContainsKey));
        Assert.True(internalReferences >= 150, $"{internalReferences} references within the file");
    }

    [Fact]
    public void Each_key_is_local_and_occurs_once()
    {
        Assert.Equal(Landmarks.Select(paper => paper.Id), Landmarks.Select(paper => paper.Id).Distinct(StringComparer.Ordinal));
        Assert.All(Landmarks, paper => Assert.Equal(IdentifierScheme.Local, Identifier.Parse(paper.Id)!.Value.Scheme));
    }

    [Fact]
    public void Records_stand_in_the_order_of_year_and_key() =>
        Assert.Equal(
            Landmarks.Select(paper => paper.Id),
            Landmarks.OrderBy(paper => paper.Year).ThenBy(paper => paper.Id, StringComparer.Ordinal).Select(paper => paper.Id));

    [Fact]
    public void Every_paper_has_title_venue_authors_and_a_plausible_year() =>
        Assert.All(Landmarks, paper =>
        {
            Assert.All([paper.Title, paper.Venue, .. paper.Authors], text =>
            {
                Assert.NotEmpty(text);
                Assert.Equal(text.Trim(), text);
            });
            Assert.NotEmpty(paper.Authors);
            Assert.Equal(paper.Authors, paper.Authors.Distinct(StringComparer.Ordinal));
            Assert.InRange(paper.Year, 1970, 2023);
        });

    [Fact]
    public void Every_identifier_given_is_one() =>
        Assert.All(Landmarks, paper =>
        {
            if (paper.Doi is not null) Assert.Equal(IdentifierScheme.Doi, Identifier.Doi(paper.Doi)?.Scheme);
            if (paper.ArxivId is not null) Assert.Equal(IdentifierScheme.Arxiv, Identifier.Arxiv(paper.ArxivId)?.Scheme);
        });

    [Fact]
    public void No_identifier_belongs_to_two_records()
    {
        Identifier[] identifiers =
        [
            .. Landmarks.Select(paper => Identifier.Doi(paper.Doi)).OfType<Identifier>(),
            .. Landmarks.Select(paper => Identifier.Arxiv(paper.ArxivId)).OfType<Identifier>(),
        ];
        Assert.Equal(identifiers, identifiers.Distinct());
    }

    [Fact]
    public void Every_reference_is_a_key_of_the_file_or_the_identifier_of_a_paper_outside_it() =>
        Assert.All(Landmarks, paper =>
        {
            Assert.Equal(paper.References, paper.References.Distinct(StringComparer.Ordinal));
            Assert.All(paper.References, reference => Assert.True(
                YearOf.ContainsKey(reference)
                || Identifier.Parse(reference)?.Scheme is IdentifierScheme.Doi or IdentifierScheme.Arxiv,
                $"{paper.Id} cites {reference}, which is neither"));
        });

    [Fact]
    public void Some_references_leave_the_file_so_that_placeholders_appear() =>
        Assert.InRange(Landmarks.SelectMany(paper => paper.References).Where(reference => !YearOf.ContainsKey(reference))
            .Distinct(StringComparer.Ordinal).Count(), 5, 15);

    [Fact]
    public void No_paper_cites_itself_or_a_later_year() =>
        Assert.All(Landmarks, paper =>
        {
            Assert.DoesNotContain(paper.Id, paper.References);
            Assert.All(paper.References.Where(YearOf.ContainsKey), cited => Assert.True(
                YearOf[cited] <= paper.Year, $"{paper.Id} of {paper.Year} cites {cited} of {YearOf[cited]}"));
        });

    [Fact]
    public void Abstracts_have_the_length_of_abstracts() =>
        Assert.All(Landmarks.Where(paper => paper.Abstract is not null), paper =>
            Assert.InRange(paper.Abstract!.Split(' ').Length, 60, 160));

    [Fact]
    public void One_paper_has_two_records_that_only_title_year_and_first_author_join()
    {
        Landmark preprint = Assert.Single(Landmarks, paper => paper.Abstract is null);
        Landmark published = Assert.Single(Landmarks, paper => paper.Title == preprint.Title && paper.Id != preprint.Id);
        Assert.Equal((preprint.Year, preprint.Authors[0]), (published.Year, published.Authors[0]));
        Assert.Equal((null, null), (preprint.Doi, published.ArxivId));
        int titles = Landmarks.Select(paper => TextFolding.Fold(paper.Title)).Distinct(StringComparer.Ordinal).Count();
        Assert.Equal(Landmarks.Length - 1, titles);
    }

    [Fact]
    public void Addresses_are_absolute_and_an_address_of_code_in_the_abstract_is_listed_among_the_links() =>
        Assert.All(Landmarks, paper =>
        {
            Assert.All([.. paper.Links, .. paper.Url is null ? [] : new[] { paper.Url }],
                address => Assert.Equal(Uri.UriSchemeHttps, new Uri(address, UriKind.Absolute).Scheme));
            int at = paper.Abstract?.IndexOf("https://", StringComparison.Ordinal) ?? -1;
            if (at >= 0) Assert.Contains(paper.Abstract![at..].TrimEnd('.'), paper.Links);
        });

    private sealed record Landmark(
        string Id, string Title, string? Abstract, string[] Authors, int Year, string Venue,
        string? Doi, string? ArxivId, string? Url, string[] Links, string[] References)
    {
        public static Landmark Parse(string line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement paper = document.RootElement;
            return new Landmark(
                paper.GetProperty("id").GetString()!, paper.GetProperty("title").GetString()!, Optional(paper, "abstract"),
                Strings(paper, "authors"), paper.GetProperty("year").GetInt32(), paper.GetProperty("venue").GetString()!,
                Optional(paper, "doi"), Optional(paper, "arxivId"), Optional(paper, "url"),
                Strings(paper, "links"), Strings(paper, "references"));
        }

        private static string? Optional(JsonElement paper, string field) =>
            paper.TryGetProperty(field, out JsonElement value) ? value.GetString() : null;

        private static string[] Strings(JsonElement paper, string field) =>
            paper.TryGetProperty(field, out JsonElement values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];
    }
}
