using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Store.Tests;

/// <summary>Random small texts and queries over few words, so that words meet.</summary>
internal static class RandomTexts
{
    private static readonly string[] Words =
        ["a", "an", "ant", "ants", "story", "stories", "net", "nets", "neta", "tens", "ten", "class", "grass", "x1", "x12"];

    public static Gen<string> Word => Gen.Elements(Words);

    private static Gen<string> Text => from words in Word.NonEmptyListOf() select string.Join(' ', words.Take(6));

    private static Gen<TextNode> Node =>
        from isPaper in Gen.Elements(true, true, false)
        from title in Gen.Frequency((1, Gen.Constant<string?>(null)), (4, Text.Select(text => (string?)text)))
        from tags in Text.ArrayOf()
        select new TextNode(isPaper, title, isPaper ? [.. tags.Take(3)] : []);

    /// <summary>Nodes in the order in which they are written.</summary>
    public static Gen<TextNode[]> Nodes(int most) =>
        from count in Gen.Choose(0, most)
        from nodes in Node.ArrayOf(count)
        select nodes.OrderBy(node => !node.IsPaper).ToArray();

    /// <summary>Other texts for some of the nodes, or none, and perhaps new nodes.</summary>
    public static Gen<(int Node, TextNode After)[]> Changes(int nodes) =>
        (from node in Gen.Choose(0, nodes + 3)
         from after in Gen.Frequency((3, Node), (1, Gen.Constant(new TextNode(false, null, []))))
         select (node, after)).ArrayOf();

    public static Gen<NaiveSearch.Query> Query => Group(2);

    private static Gen<NaiveSearch.Query> Group(int depth) =>
        from clauses in Gen.Zip(Gen.Elements(' ', ' ', ' ', '+', '-'), Clause(depth)).NonEmptyListOf()
        select (NaiveSearch.Query)new NaiveSearch.Query.Group([.. clauses.Take(4)]);

    private static Gen<NaiveSearch.Query> Clause(int depth) =>
        Gen.Frequency(
            (4, Word.Select(word => (NaiveSearch.Query)new NaiveSearch.Query.Word(word))),
            (1, Gen.Elements("st", "ne", "xyz").Select(word => (NaiveSearch.Query)new NaiveSearch.Query.Word(word))),
            (1, Word.Select(word => (NaiveSearch.Query)new NaiveSearch.Query.Beginning(word[..Math.Min(2, word.Length)]))),
            (1, Gen.Zip(Word, Gen.Choose(1, 2)).Select(t => (NaiveSearch.Query)new NaiveSearch.Query.Near(t.Item1, t.Item2))),
            (2, Word.NonEmptyListOf().Select(words => (NaiveSearch.Query)new NaiveSearch.Query.Phrase([.. words.Take(3)]))),
            (1, Word.Select(word => (NaiveSearch.Query)new NaiveSearch.Query.InTitle(new NaiveSearch.Query.Word(word)))),
            (depth > 0 ? 1 : 0, depth > 0 ? Group(depth - 1) : Gen.Constant((NaiveSearch.Query)new NaiveSearch.Query.Word("a"))));
}
