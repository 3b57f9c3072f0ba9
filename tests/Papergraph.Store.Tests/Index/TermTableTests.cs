using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Papergraph.Store.Tests;

public class TermTableTests
{
    [Fact]
    public void Terms_are_numbered_as_they_come_and_sorted_by_their_bytes()
    {
        // Few letters, among them none at all and zero, so that many terms share long beginnings.
        Gen<string> term = Gen.OneOf(
            Gen.Elements('a', 'b', '\0').ListOf().Select(string.Concat), Gen.Choose(0, 400).Select(n => new string('x', 30) + n),
            Gen.Choose(0, 60).Select(n => new string('y', 300 + n)), Gen.Choose(0, 60).Select(n => "z" + new string('\0', n)));
        Prop.ForAll(term.ArrayOf(600).ToArbitrary(), terms =>
        {
            TermTable table = new();
            Dictionary<string, int> expected = new(StringComparer.Ordinal);
            foreach (string text in terms)
            {
                int number = table.NumberOf(Encoding.UTF8.GetBytes(text));
                expected.TryAdd(text, expected.Count);
                Assert.Equal(expected[text], number);
            }

            Assert.Equal(expected.Count, table.Count);
            Assert.Equal(
                expected.Keys.Order(StringComparer.Ordinal), table.Sort().Select(number => Encoding.UTF8.GetString(table[number])));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }
}
