using FsCheck;
using FsCheck.Fluent;
using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.Linking.Tests;

/// <summary>Properties on records drawn from pools so small that identifiers, titles and references meet, agree and contradict each
/// other in every way.</summary>
public class PaperLinkerProperties
{
    private static readonly string[] Ids =
        ["10.1/a", "10.1/b", "10.1/c", "arxiv:2101.00001", "arxiv:2101.00002", "P19-1001", "P19-1002", "key1", "key2"];

    private static readonly string?[] Titles =
        [null, "Editorial", "Ladders", "Sparse ladders for growing very small forests", "Dense stairs for cutting very large trees"];

    private static readonly string?[] People = [null, "Ada Small", "A. Small", "Bob Small", "Tall, Carla"];

    private static readonly Gen<CitedReference> References =
        from ids in Gen.Elements(Ids).ListOf().Select(l => l.Take(2).ToArray())
        from title in Gen.Elements(Titles)
        from year in Gen.Elements<int?>(null, 2019, 2020)
        from author in Gen.Elements(People)
        from raw in Gen.Elements<string?>(null, "Small, Ladders, 2019", "small; ladders; 2019")
        select Some.Reference(ids.Length == 0 ? null : string.Join(' ', ids), title, year, author, raw);

    private static readonly Gen<PaperRecord> Records =
        from source in Gen.Elements("x", "y")
        from ids in Gen.Elements(Ids).ListOf().Select(l => l.Take(3).ToArray())
        from title in Gen.Elements(Titles)
        from year in Gen.Elements<int?>(null, 2018, 2019, 2020)
        from inferred in Gen.Elements(true, false)
        from author in Gen.Elements(People)
        from text in Gen.Elements<string?>(null, "We climb.", "We cut.")
        from references in References.ListOf().Select(l => l.Take(4).ToArray())
        let known = ids.Length == 0 ? null : string.Join(' ', ids)
        select Some.Record("k", title, year, author, known, text, inferred, references) with { Source = source, Key = null };

    private static readonly Gen<PaperRecord[]> Corpora =
        Records.ListOf().Select(l => l.DistinctBy(NameOf).ToArray());

    [Fact]
    public void The_order_of_the_records_changes_nothing() =>
        Prop.ForAll(Corpora.ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (records, seed) =>
        {
            PaperRecord[] shuffled = [.. records];
            new System.Random(seed).Shuffle(shuffled);
            return Described(records) == Described(shuffled);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Every_record_is_in_exactly_one_paper() =>
        Check((records, linked) => linked.Papers.SelectMany(p => p.Records).Order().SequenceEqual(Enumerable.Range(0, records.Length)));

    [Fact]
    public void No_paper_holds_two_identifiers_of_a_scheme_that_no_record_of_it_claims_together() =>
        Check((records, linked) => linked.Papers.Where(p => !p.IsPlaceholder).All(paper => Enum.GetValues<IdentifierScheme>()
            .Where(scheme => scheme != IdentifierScheme.Local)
            .All(scheme =>
            {
                HashSet<Identifier> held = [.. paper.Records.SelectMany(r => records[r].Identifiers).Where(i => i.Scheme == scheme)];
                return paper.Records.Any(r => held.IsSubsetOf(records[r].Identifiers));
            })));

    [Fact]
    public void An_identifier_of_a_paper_is_claimed_by_no_record_of_another() =>
        Check((records, linked) => linked.Papers.All(paper => paper.Identifiers.All(identifier =>
            Enumerable.Range(0, records.Length).Where(r => records[r].Identifiers.Contains(identifier)).All(paper.Records.Contains))));

    [Fact]
    public void Ids_are_unique_and_sorted() =>
        Check((_, linked) =>
            linked.Papers.Zip(linked.Papers.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Id, pair.Second.Id) < 0));

    [Fact]
    public void Every_line_of_every_list_of_references_is_accounted_for() =>
        Check((records, linked) =>
        {
            ReferenceCounts counts = linked.References;
            return counts.Lines == records.Sum(r => r.References.Count)
                && counts.Lines == counts.Edges + counts.Repeats + counts.SelfCitations + counts.Unusable
                && counts.Lines == counts.ResolvedById + counts.ResolvedByTitle + counts.ToPlaceholders + counts.Unusable
                && counts.Edges == linked.Citations.Count;
        });

    [Fact]
    public void Citations_are_distinct_sorted_and_between_two_papers() =>
        Check((records, linked) =>
            linked.Citations.All(c =>
                c.Citing != c.Cited && linked.Papers[c.Citing].Records.Contains(c.Record)
                && c.Reference < records[c.Record].References.Count)
            && linked.Citations.Zip(linked.Citations.Skip(1))
                .All(p => (p.First.Citing, p.First.Cited).CompareTo((p.Second.Citing, p.Second.Cited)) < 0));

    [Fact]
    public void A_reference_by_an_identifier_that_one_paper_has_goes_to_that_paper() =>
        Check((records, linked) => linked.Citations.All(c =>
        {
            IReadOnlyList<Identifier> said = records[c.Record].References[c.Reference].Identifiers;
            List<LinkedPaper> owners = [.. linked.Papers.Where(p => !p.IsPlaceholder && p.Identifiers.Intersect(said).Any())];
            return owners.Count == 0 || owners.Contains(linked.Papers[c.Cited]);
        }));

    [Fact]
    public void Every_merged_paper_has_a_decision() =>
        Check((_, linked) => linked.Papers.Where(p => p.Records.Count > 1).All(p => linked.Decisions.Any(d => d.Into == p.Id)));

    private static void Check(Func<PaperRecord[], LinkedPapers, bool> holds) =>
        Prop.ForAll(Corpora.ToArbitrary(), records => holds(records, Some.Link(records)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string NameOf(PaperRecord record) => PaperRecordCodec.Name(PaperRecordCodec.Encode(record));

    /// <summary>The whole result, with records called by their contents instead of their numbers.</summary>
    private static string Described(PaperRecord[] records)
    {
        (LinkedPapers linked, List<Diagnostic> findings) = Some.LinkAndReport(records);
        string[] names = [.. records.Select(NameOf)];
        IEnumerable<string> lines = linked.Papers
            .Select(p => $"{p.Id} [{string.Join(' ', p.Identifiers)}] "
                + $"{string.Join(' ', p.Records.Select(r => names[r]).Order(StringComparer.Ordinal))} "
                + $"{p.Cited?.Title}/{p.Cited?.Year}/{p.Cited?.FirstAuthor}/{p.Cited?.Raw}")
            .Concat(linked.Citations.Select(c => $"{c.Citing} → {c.Cited} by {names[c.Record]} {c.Reference}"))
            .Concat(linked.Decisions.Select(d => $"{d.Kind} {d.Rule} {d.Into} {string.Join(' ', d.From)} {d.Count}"))
            .Concat(findings.Select(f => f.ToString()))
            .Append(linked.References.ToString());
        return string.Join('\n', lines);
    }
}
