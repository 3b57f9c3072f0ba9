using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Extraction.Tests;

public class LongFormAlignerTests
{
    [Theory]
    [InlineData("tfm", "tidal flat mapping", 0, 0)]
    [InlineData("tfm", "of tidal flat mapping", 3, 0)]
    [InlineData("fm", "tidal flat of mapping", 6, 0)]
    [InlineData("tim", "tidal mapping", 0, 1)]
    [InlineData("tam", "tidal mapping", 0, 8)]
    [InlineData("tm", "tidal flat mapping", 0, 16)]
    [InlineData("tf", "tidal flat mapping", 0, 12)]
    [InlineData("tp", "tidal mapping", 0, 20)]
    [InlineData("dn", "DeepNet", 0, 2)]
    [InlineData("ri", "of rain index", 3, 0)]
    [InlineData("oi", "of index", 0, 14)]
    public void The_cheapest_alignment_has_the_price_of_its_parts(string letters, string words, int start, int cost) =>
        Assert.Equal(new LongFormAlignment(start, letters.Length, cost), LongFormAligner.Align(letters, words));

    [Theory]
    [InlineData("x", "tidal flat")]
    [InlineData("if", "tidal flat")]
    [InlineData("ld", "tidal flat")]
    [InlineData("t", "")]
    [InlineData("", "tidal flat")]
    public void Letters_that_are_not_there_in_order_have_no_alignment(string letters, string words) =>
        Assert.Null(LongFormAligner.Align(letters, words));

    // Oracle: every way to place the letters, tried one after the other, priced by the definition.
    [Fact]
    public void No_other_way_to_place_the_letters_is_cheaper()
    {
        Gen<string> word = Gen.Elements("ab", "abc", "ba", "of", "cab", "a", "c", "bcab");
        Gen<(string, string)> cases =
            from words in Gen.NonEmptyListOf(word)
            from joins in Gen.Elements(" ", "-", ", ").ListOf(words.Count)
            from letters in Gen.Elements('a', 'b', 'c', 'o').NonEmptyListOf()
            where letters.Count <= 4 && words.Count <= 5
            select (string.Concat(letters), string.Concat(words.Select((w, i) => (i == 0 ? "" : joins[i - 1]) + w)));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            (string letters, string words) = c;
            int cheapest = CheapestByTrying(letters, words);
            return (LongFormAligner.Align(letters, words)?.Cost ?? int.MaxValue) == cheapest;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));
    }

    private static int CheapestByTrying(string letters, string words)
    {
        int best = int.MaxValue;
        void Try(int letter, List<int> places)
        {
            if (letter == letters.Length)
            {
                best = Math.Min(best, Price(words, places));
                return;
            }

            for (int at = letter == 0 ? 0 : places[^1] + 1; at < words.Length; at++)
            {
                if (words[at] != letters[letter] || (letter == 0 && !Begins(words, at))) continue;
                places.Add(at);
                Try(letter + 1, places);
                places.RemoveAt(places.Count - 1);
            }
        }

        Try(0, []);
        return best;
    }

    private static int Price(string words, List<int> places)
    {
        List<(int Start, int End)> units = [];
        for (int i = 0; i < words.Length; i++)
        {
            if (!Begins(words, i)) continue;
            int end = i;
            while (end < words.Length && char.IsLetter(words[end])) end++;
            units.Add((i, end));
        }

        int UnitOf(int at) => units.FindIndex(unit => unit.Start <= at && at < unit.End);
        bool IsBound(int unit) => units[unit].Start > 0 && words[units[unit].Start - 1] == '-';
        bool IsFunctionWord(int unit) => words[units[unit].Start..units[unit].End] is "of" or "a";

        int first = UnitOf(places[0]), last = UnitOf(places[^1]);
        int price = IsFunctionWord(first) ? 14 : 0;
        for (int i = 1; i < places.Count; i++)
        {
            int before = UnitOf(places[i - 1]), unit = UnitOf(places[i]);
            if (unit == before) price += places[i] == places[i - 1] + 1 ? 1 : 8;
            else if (places[i] != units[unit].Start) price += 20;
        }

        HashSet<int> used = [.. places.Select(UnitOf)];
        for (int unit = first; unit < units.Count; unit++)
        {
            if (used.Contains(unit)) continue;
            if (unit > last) price += IsBound(unit) ? 2 : 12;
            else if (!IsFunctionWord(unit)) price += IsBound(unit) ? 2 : 16;
        }

        return price;
    }

    private static bool Begins(string words, int at) => char.IsLetter(words[at]) && (at == 0 || !char.IsLetter(words[at - 1]));
}
