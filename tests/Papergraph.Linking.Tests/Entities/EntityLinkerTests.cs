using FsCheck;
using FsCheck.Fluent;
using Papergraph.Corpus;

namespace Papergraph.Linking.Tests;

public class EntityLinkerTests
{
    [Fact]
    public void An_undefined_short_form_means_what_all_definitions_in_the_corpus_agree_on()
    {
        LinkedEntities linked = Link(
            new Annotated("[Method:Low-Rank Adaptation] ([Method:LoRA])").Defines("LoRA", "Low-Rank Adaptation"),
            new Annotated("[Method:low rank adaptations] (LoRA)").Defines("LoRA", "low rank adaptations"),
            new Annotated("we use [Method:LoRA] and [Method:LoRA]"));
        LinkedEntity entity = Assert.Single(linked.Entities);
        Assert.Equal(("method:low rank adaptation", "Low-Rank Adaptation", 3), (entity.Id, entity.Name, entity.Papers));
        Assert.Equal(["LoRA", "low rank adaptations"], entity.Aliases);
        Assert.Equal(["abbreviation 1", "corpus-abbreviation 2", "plural 1"], linked.Decisions.Select(d => $"{d.Rule} {d.Count}"));
    }

    [Fact]
    public void A_short_form_with_two_expansions_in_the_corpus_stays_by_itself()
    {
        LinkedEntities linked = Link(
            new Annotated("[Method:convolutional neural network] ([Method:CNN])").Defines("CNN", "convolutional neural network"),
            new Annotated("[Method:cellular neural network] ([Method:CNN])").Defines("CNN", "cellular neural network"),
            new Annotated("a [Method:CNN]"));
        Assert.Equal(["method:cellular neural network", "method:cnn", "method:convolutional neural network"],
            linked.Entities.Select(e => e.Id));
        Assert.Equal([2, 2, 0, 0, 1], linked.Mentions.Select(m => m.Entity));
    }

    [Fact]
    public void One_odd_expansion_among_ten_does_not_hide_what_a_short_form_means()
    {
        LinkedEntities linked = Link([.. Enumerable.Range(0, 9).Select(_ => Adaptation("Low-Rank Adaptation")),
            Adaptation("Low- rank Adap- tation"), new Annotated("we use [Method:LoRA]")]);
        Assert.Equal("method:low rank adaptation", linked.Entities[linked.Mentions[^1].Entity].Id);
        Assert.Equal(["abbreviation 1", "abbreviation 9", "majority-abbreviation 1"],
            linked.Decisions.Select(d => $"{d.Rule} {d.Count}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(1, 1)]
    [InlineData(17, 2)]
    public void Fewer_than_nine_of_ten_definitions_decide_nothing(int usual, int odd)
    {
        LinkedEntities linked = Link([.. Enumerable.Repeat("Low-Rank Adaptation", usual).Concat(Enumerable.Repeat("Long Range", odd))
            .Select(Adaptation), new Annotated("we use [Method:LoRA]")]);
        Assert.Equal("method:lora", linked.Entities[linked.Mentions[^1].Entity].Id);
    }

    [Fact]
    public void A_paper_counts_once_however_often_it_uses_what_it_defines()
    {
        Annotated talkative = new Annotated("Low-Rank Adaptation (LoRA): " + string.Concat(Enumerable.Repeat("[Method:LoRA] ", 20)))
            .Defines("LoRA", "Low-Rank Adaptation");
        LinkedEntities linked = Link(talkative, Adaptation("Long Range"), new Annotated("we use [Method:LoRA]"));
        Assert.Equal("method:lora", linked.Entities[linked.Mentions[^1].Entity].Id);
    }

    [Fact]
    public void A_name_that_holds_a_short_form_is_shown_as_it_stands_in_a_text()
    {
        LinkedEntities linked = Link(
            new Annotated("Neural Architecture Search (NAS): a [Method:NAS search policy], the [Method:NAS search policy]")
                .Defines("NAS", "Neural Architecture Search"),
            new Annotated("a [Method:NAS search policies], a [Method:neural architecture search search policy]"));
        LinkedEntity entity = Assert.Single(linked.Entities);
        Assert.Equal(("method:neural architecture search search policy", "NAS search policy"), (entity.Id, entity.Name));
        Assert.Equal(["NAS search policies", "neural architecture search search policy"], entity.Aliases);
        Assert.Equal(["abbreviation", "corpus-abbreviation"], linked.Decisions.Select(d => d.Rule));
        Assert.DoesNotContain("Neural Architecture Search search policy", linked.Surfaces);
    }

    private static Annotated Adaptation(string longForm) =>
        new Annotated($"[Method:{longForm}] ([Method:LoRA])").Defines("LoRA", longForm);

    [Fact]
    public void A_definition_speaks_for_its_type_only() =>
        Assert.Equal(["concept:lora", "method:low rank adaptation"], Link(
            new Annotated("[Method:Low-Rank Adaptation] ([Method:LoRA])").Defines("LoRA", "Low-Rank Adaptation"),
            new Annotated("[Concept:LoRA] radio")).Entities.Select(e => e.Id));

    [Fact]
    public void A_long_form_that_no_mention_covers_still_names_the_entity()
    {
        LinkedEntity entity = Assert.Single(
            Link(new Annotated("Low-Rank Adaptation ([Method:LoRA])").Defines("LoRA", "Low-Rank Adaptation")).Entities);
        Assert.Equal(("method:low rank adaptation", "Low-Rank Adaptation"), (entity.Id, entity.Name));
        Assert.Equal(["LoRA"], entity.Aliases);
    }

    [Fact]
    public void The_name_is_the_most_frequent_surface_then_the_first_in_ordinal_order()
    {
        LinkedEntity entity = Assert.Single(
            Link(new Annotated("[Method:Graph Network] [Method:graph networks] [Method:graph networks] [Method:GRAPH network]")).Entities);
        Assert.Equal("graph networks", entity.Name);
        Assert.Equal(["GRAPH network", "Graph Network"], entity.Aliases);
        Assert.Equal("GRAPH network", Link(new Annotated("[Method:Graph network] [Method:GRAPH network]")).Entities[0].Name);
    }

    [Fact]
    public void Roles_are_the_strongest_of_each_paper_and_entity()
    {
        LinkedEntities linked = Link(
            new Annotated("[Method:tree] [Method:Trees]").Claims(0, Role.Uses, 0.9).Claims(1, Role.Introduces, 0.4)
                .Claims(1, Role.Introduces, 0.6),
            new Annotated("[Method:tree]").Claims(0, Role.Mentions));
        Assert.Equal([new LinkedRole(0, 0, Role.Introduces, linked.Mentions[1].Place, 0.6)], linked.Roles);
    }

    [Fact]
    public void Statements_about_one_entity_only_are_left_out_and_repeats_counted_once()
    {
        LinkedEntities linked = Link(new Annotated("[Method:tree] [Method:Trees] [Task:growing]")
            .States(0, Relation.BasedOn, 1).States(0, Relation.UsedFor, 2, 0.3).States(1, Relation.UsedFor, 2, 0.8));
        LinkedStatement statement = Assert.Single(linked.Statements);
        Assert.Equal((0, Relation.UsedFor, 1, 0.8), (statement.Head, statement.Relation, statement.Tail, statement.Confidence));
    }

    [Fact]
    public void Results_speak_of_entities_and_keep_their_order()
    {
        LinkedEntities linked = Link(
            new Annotated("[Metric:Accuracy] [Dataset:Harbour] [Method:tree]").Reports(0, 75, dataset: 1, method: 2),
            new Annotated("[Metric:accuracy] [Metric:recall]").Reports(0, 80).Reports(1, 60));
        Assert.Equal(
            [("metric:accuracy", 75.0, "dataset:harbour", "method:tree"), ("metric:accuracy", 80.0, null, null), ("metric:recall", 60.0, null, null)],
            linked.Results.Select(r => (linked.Entities[r.Metric].Id, r.Value, IdOf(r.Dataset), IdOf(r.Method))));
        Assert.Equal([0, 1, 1], linked.Results.Select(r => r.Paper));

        string? IdOf(int? entity) => entity is { } known ? linked.Entities[known].Id : null;
    }

    [Fact]
    public void Papers_must_come_in_ascending_order()
    {
        EntityLinker linker = new();
        linker.Add(3, new PaperText("", ""), PaperExtraction.Empty);
        Assert.Throws<ArgumentOutOfRangeException>(() => linker.Add(3, new PaperText("", ""), PaperExtraction.Empty));
    }

    /// <summary>A paper that defines short forms at random, of names that are short and long forms of each other at random.</summary>
    private static readonly Gen<(string Type, string Short, string Long)[][]> Corpora =
        (from type in Gen.Elements("Method", "Task")
         from shortForm in Gen.Elements("AA", "BB", "CC", "alpha ant", "beta bee")
         from longForm in Gen.Elements("alpha ant", "Alpha ants", "beta bee", "another apple", "AA", "BB")
         where Singular(shortForm) != Singular(longForm)
         select (type, shortForm, longForm)).ListOf().Select(l => l.Take(3).ToArray()).ListOf().Select(l => l.ToArray());

    [Fact]
    public void No_entity_holds_two_types_or_two_expansions_of_one_short_form() =>
        Prop.ForAll(Corpora.ToArbitrary(), corpus =>
        {
            Annotated[] papers = [.. corpus.SelectMany(pairs => pairs).Select(p =>
                new Annotated($"[{p.Type}:{p.Long}] ([{p.Type}:{p.Short}])").Defines(p.Short, p.Long))];
            LinkedEntities linked = Link(papers);
            int[] ofLong = [.. linked.Mentions.Where((_, i) => i % 2 == 0).Select(m => m.Entity)];
            int[] ofShort = [.. linked.Mentions.Where((_, i) => i % 2 == 1).Select(m => m.Entity)];
            (string Type, string Short, string Long)[] pairs = [.. corpus.SelectMany(p => p)];
            string[] longName = [.. pairs.Select(p => Singular(p.Long))];
            for (int i = 0; i < pairs.Length; i++)
            {
                if (ofLong[i] != ofShort[i] || linked.Entities[ofLong[i]].Type.ToString() != pairs[i].Type) return false;
                for (int j = 0; j < pairs.Length; j++)
                    if (pairs[i].Short == pairs[j].Short && longName[i] != longName[j] && ofLong[i] == ofLong[j]) return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Every_mention_is_kept_and_every_entity_is_mentioned() =>
        Prop.ForAll(Corpora.ToArbitrary(), corpus =>
        {
            LinkedEntities linked = Link([.. corpus.Select(pairs => new Annotated(
                string.Join(' ', pairs.Select(p => $"[{p.Type}:{p.Short}] [{p.Type}:{p.Long}]"))))]);
            return linked.Mentions.Count == corpus.Sum(pairs => 2 * pairs.Length)
                && linked.Mentions.Select(m => m.Entity).Distinct().Order().SequenceEqual(Enumerable.Range(0, linked.Entities.Count))
                && linked.Entities.Select((e, i) =>
                    linked.Mentions.Where(m => m.Entity == i).Select(m => m.Paper).Distinct().Count() == e.Papers).All(ok => ok)
                && linked.Entities.Zip(linked.Entities.Skip(1)).All(p => string.CompareOrdinal(p.First.Id, p.Second.Id) < 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_numbers_of_the_papers_change_nothing_but_the_numbers() =>
        Prop.ForAll(Corpora.ToArbitrary(), corpus =>
        {
            Annotated[] papers = [.. corpus.SelectMany(pairs => pairs)
                .Select(p => new Annotated($"{p.Long} ([{p.Type}:{p.Short}]) [Method:CC]").Defines(p.Short, p.Long))];
            LinkedEntities forward = Link(papers), backward = Link([.. papers.Reverse()]);
            return forward.Entities.Select(Described).SequenceEqual(backward.Entities.Select(Described));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string Singular(string name) => name.ToLowerInvariant().TrimEnd('s');

    private static string Described(LinkedEntity e) => $"{e.Id} {e.Name} {string.Join(',', e.Aliases)} {e.Papers}";

    private static LinkedEntities Link(params Annotated[] papers)
    {
        EntityLinker linker = new();
        for (int paper = 0; paper < papers.Length; paper++) linker.Add(paper, papers[paper].Text, papers[paper].Extraction);
        return linker.Link(CancellationToken.None);
    }
}
