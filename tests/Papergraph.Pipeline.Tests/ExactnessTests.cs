using FsCheck;
using FsCheck.Fluent;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Pipeline.Tests;

public class ExactnessTests
{
    private static readonly GraphBuilder Builder = new(new BuildOptions { Threads = 2 });

    [Fact]
    public void The_order_of_the_papers_does_not_change_a_byte()
    {
        using TemporaryFolder folder = new();
        string[] lines = SyntheticPapers.Lines(300);
        string expected = Build(folder, "ordered", lines);
        for (int seed = 1; seed <= 3; seed++)
        {
            string[] shuffled = [.. lines];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, Build(folder, $"shuffled{seed}", shuffled));
        }
    }

    [Fact]
    public void The_split_into_files_does_not_change_a_byte()
    {
        using TemporaryFolder folder = new();
        string[] lines = SyntheticPapers.Lines(200);
        string expected = Build(folder, "whole", lines);
        for (int i = 0; i < lines.Length; i += 37)
            folder.Write($"parts/{i % 3}/part-{i}.jsonl", string.Join('\n', lines.Skip(i).Take(37)));
        Builder.Build(folder.File("split"), [folder.File("parts")]);
        Assert.Equal(expected, GraphBytes.Of(folder.File("split")));
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_byte()
    {
        using TemporaryFolder folder = new();
        string papers = folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(1500)));
        string[] bytes = [.. new[] { 1, 2, 3, 8 }.Select(threads =>
        {
            string graph = folder.File($"threads{threads}");
            new GraphBuilder(new BuildOptions { Threads = threads }).Build(graph, [papers]);
            return GraphBytes.Of(graph);
        })];
        Assert.Single(bytes.Distinct());
    }

    [Fact]
    public void Adding_equals_building_the_union_and_removing_gives_back_what_was_there()
    {
        Gen<(int, int, int)> cuts =
            from count in Gen.Choose(1, 40)
            from more in Gen.Choose(1, 40)
            from seed in Gen.Choose(1, 1000)
            select (count, more, seed);
        Prop.ForAll(cuts.ToArbitrary(), cut =>
        {
            (int count, int more, int seed) = cut;
            using TemporaryFolder folder = new();
            string[] a = SyntheticPapers.Lines(count, seed), b = SyntheticPapers.Lines(more, seed, first: count);
            string onlyA = Build(folder, "a", a), union = Build(folder, "union", [.. a, .. b]);

            string papers = folder.Write("b.jsonl", string.Join('\n', b));
            Builder.Add(folder.File("a"), [papers]);
            string added = GraphBytes.Of(folder.File("a"));

            Builder.Remove(folder.File("a"), [.. Enumerable.Range(count, more).Select(i => $"p{i}")]);
            return added == union && GraphBytes.Of(folder.File("a")) == onlyA;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public void Adding_papers_that_are_there_already_publishes_nothing()
    {
        using TemporaryFolder folder = new();
        string[] lines = SyntheticPapers.Lines(50);
        Build(folder, "g", lines);
        BuildReport again = Builder.Add(folder.File("g"), [folder.Write("half.jsonl", string.Join('\n', lines.Take(20)))]);
        Assert.False(again.Changed);
        Assert.Equal(1, again.Version);
    }

    [SkippableTheory]
    [InlineData("corpus/listings")]
    [InlineData("corpus/aan.jsonl.gz")]
    [Trait("Category", "Slow")]
    public void Real_corpora_split_in_half_and_added_equal_the_whole(string corpus)
    {
        using TemporaryFolder folder = new();
        string[] lines = [.. Records(Repo.Shared(corpus))];
        string expected = Build(folder, "whole", lines);
        string[] odd = [.. lines.Where((_, i) => i % 2 == 1)], even = [.. lines.Where((_, i) => i % 2 == 0)];
        Build(folder, "halves", odd);
        Builder.Add(folder.File("halves"), [folder.Write("even.jsonl", string.Join('\n', even))]);
        Assert.Equal(expected, GraphBytes.Of(folder.File("halves")));
        Assert.True(GraphVerifier.Verify(folder.File("halves")).IsSound);
    }

    /// <summary>The records of a corpus as lines that can be split: those of listing pages are rewritten, as a page cannot be cut anywhere.</summary>
    private static IEnumerable<string> Records(string path) =>
        new Sources.PaperInputs(new Sources.SourceOptions())
            .Read([path], _ => { }, _ => { }, null, CancellationToken.None)
            .Select(r => System.Text.Json.JsonSerializer.Serialize(new
            {
                id = r.Record.Key,
                title = r.Record.Title,
                @abstract = r.Record.Abstract,
                year = r.Record.Date?.Year,
                venue = r.Record.Venue,
                authors = r.Record.Authors.Select(a => a.Name),
                references = r.Record.References.Select(c => c.Identifiers[0].ToString()),
            }));

    private static string Build(TemporaryFolder folder, string name, string[] lines)
    {
        string papers = folder.Write(name + ".jsonl", string.Join('\n', lines));
        Builder.Build(folder.File(name), [papers]);
        return GraphBytes.Of(folder.File(name));
    }
}
