using System.IO.Compression;
using System.Text.Json;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.TestKit;

namespace Papergraph.Linking.Tests;

/// <summary>Whole published corpora. The expected numbers were counted in the files by other means.</summary>
public class RealCorpusTests
{
    [SkippableFact]
    public void The_acl_anthology_network_keeps_its_papers_and_accounts_for_its_citations()
    {
        PaperRecord[] records = Read("aan.jsonl.gz");
        (LinkedPapers linked, List<Diagnostic> findings) = Some.LinkAndReport(records);
        Assert.Equal(16_589, linked.Papers.Count);
        Assert.All(linked.Papers, p => Assert.Single(p.Records));
        Assert.Equal(
            new ReferenceCounts(94_973, Edges: 94_931, Repeats: 0, SelfCitations: 42, ResolvedById: 94_973, ResolvedByTitle: 0,
                ToPlaceholders: 0, Unusable: 0),
            linked.References);
        Assert.Equal(94_931, linked.Citations.Count);
        Assert.Empty(findings);
    }

    [SkippableFact]
    public void Corpora_that_overlap_become_one_without_mixing_identifiers()
    {
        PaperRecord[] records = [.. Read("aan.jsonl.gz"), .. Read("acl-2016-2022.jsonl.gz")];
        LinkedPapers linked = Some.Link(records);
        Assert.Equal(Enumerable.Range(0, records.Length), linked.Papers.SelectMany(p => p.Records).Order());
        Assert.All(linked.Papers, paper => Assert.All(
            paper.Identifiers.Where(i => i.IsAuthoritative).GroupBy(i => i.Scheme), scheme => Assert.Single(scheme)));
        Assert.Equal(94_973, linked.References.Lines);
        Assert.Equal(0, linked.References.ToPlaceholders);

        LinkedAuthors authors = AuthorLinker.Link([.. linked.Papers.Select((paper, p) =>
        {
            MergedPaper merged = PaperMerger.Merge(paper, [.. paper.Records.Select(r => records[r])]);
            return new AuthoredPaper(paper.Id, merged.Authors, merged.Venue, []);
        })], CancellationToken.None);
        Assert.Equal(authors.Authors.Count, authors.Authors.Select(a => a.Id).Distinct().Count());
        Assert.True(authors.Authors.Count < authors.OfPaper.Sum(p => p.Count), "Some people wrote more than one paper.");
    }

    private static PaperRecord[] Read(string name)
    {
        using StreamReader lines = new(new GZipStream(File.OpenRead(Repo.Shared("corpus", name)), CompressionMode.Decompress));
        List<PaperRecord> records = [];
        while (lines.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement record = document.RootElement;
            string key = record.GetProperty("id").GetString()!;
            IEnumerable<Identifier?> identifiers = [Identifier.Parse(key), Identifier.Doi(Text(record, "doi")),
                Identifier.Arxiv(Text(record, "arxivId"))];
            records.Add(new PaperRecord
            {
                Source = "jsonl",
                Key = key,
                Identifiers = [.. identifiers.OfType<Identifier>().Distinct().Order()],
                Title = Text(record, "title"),
                Abstract = Text(record, "abstract"),
                Date = record.TryGetProperty("year", out JsonElement year) && year.ValueKind == JsonValueKind.Number
                    ? PublicationDate.Of(year.GetInt32()) : null,
                Authors = [.. Texts(record, "authors").Select(a => new AuthorName(a))],
                Venue = Text(record, "venue"),
                References = [.. Texts(record, "references").Select(r => new CitedReference([Identifier.Parse(r)!.Value]))],
            });
        }

        return [.. records];
    }

    private static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement record, string name) =>
        record.TryGetProperty(name, out JsonElement values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray().Select(v => v.GetString() ?? "") : [];
}
