using System.IO.Compression;
using System.Text.Json;
using Papergraph.Core;
using Papergraph.TestKit;

namespace Papergraph.Store.Tests;

/// <summary>Real abstracts: what is found is what a scan of the folded texts finds.</summary>
public class RealTextTests
{
    private const int Papers = 3000;

    [SkippableFact]
    public void Words_and_phrases_of_real_abstracts_are_found_where_they_stand()
    {
        List<(string Title, string Abstract)> papers = Read(Repo.Shared("corpus", "acl-2016-2022.jsonl.gz"));
        using TemporaryFolder folder = new();
        TestGraph.Publish(folder.FullName, writer =>
        {
            NodeTableWriter table = writer.AddNodeTable("Paper");
            foreach ((string title, string text) in papers)
            {
                table.AddNode();
                table.String("title").Append(title);
                table.String("abstract").Append(text);
            }

            writer.AddFullTextIndex("texts", [new("Paper", "title", 3), new("Paper", "abstract")]);
        });
        TestGraph.AssertSound(folder.FullName);
        using GraphReader reader = GraphDirectory.OpenRead(folder.FullName);
        FullTextIndex index = reader.FullTextIndex("texts");
        string[] folded = [.. papers.Select(paper => $" {TextFolding.Fold(paper.Title)} \n {TextFolding.Fold(paper.Abstract)} ")];
        string[] phrases =
            ["translation", "of the", "neural machine translation", "state of the art", "we", "bert", "question answering", "100"];
        foreach (string words in phrases)
        {
            IEnumerable<int> expected = Enumerable.Range(0, folded.Length)
                .Where(i => folded[i].Contains($" {words} ", StringComparison.Ordinal));
            Assert.Equal(expected, index.Search($"\"{words}\"", 10_000).Hits.Select(hit => hit.Node).Order());
        }

        IEnumerable<int> begun = Enumerable.Range(0, folded.Length).Where(i => folded[i].Contains(" embedd", StringComparison.Ordinal));
        Assert.Equal(begun, index.Search("embedd*", 10_000).Hits.Select(hit => hit.Node).Order());
    }

    private static List<(string Title, string Abstract)> Read(string path)
    {
        using StreamReader lines = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        List<(string Title, string Abstract)> papers = [];
        while (papers.Count < Papers && lines.ReadLine() is { } line)
        {
            using JsonDocument record = JsonDocument.Parse(line);
            (string title, string text) = (Text(record, "title"), Text(record, "abstract"));
            // Where words stand between Chinese characters without spaces, folding is no way to find them.
            if (!(title + text).EnumerateRunes().Any(TokenReader.IsPairedScript)) papers.Add((title, text));
        }

        return papers;
    }

    private static string Text(JsonDocument record, string property) =>
        record.RootElement.TryGetProperty(property, out JsonElement value) ? value.GetString() ?? "" : "";
}
