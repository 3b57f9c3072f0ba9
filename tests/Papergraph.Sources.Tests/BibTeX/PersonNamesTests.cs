using Papergraph.Sources.BibTeX;

namespace Papergraph.Sources.Tests.BibTeX;

public class PersonNamesTests
{
    [Theory]
    [InlineData("Donald E. Knuth", "Donald E. Knuth")]
    [InlineData("Knuth, Donald E.", "Donald E. Knuth")]
    [InlineData("van Beethoven, Ludwig", "Ludwig van Beethoven")]
    [InlineData("Ludwig van Beethoven", "Ludwig van Beethoven")]
    [InlineData("King, Jr, Martin Luther", "Martin Luther King Jr")]
    [InlineData("{World Health Organization}", "World Health Organization")]
    [InlineData("{Barnes and Noble, Inc.}", "Barnes and Noble, Inc.")]
    [InlineData("{{\\'E}cole Normale}, X.", "X. École Normale")]
    [InlineData("Brand\\~{a}o, F", "F Brandão")]
    [InlineData("A, B and\nC, D   AND E F", "B A|D C|E F")]
    [InlineData("Andy Sandler and Bo Landis", "Andy Sandler|Bo Landis")]
    [InlineData("A B and others", "A B|+")]
    [InlineData("A B and  and C D", "A B|C D")]
    [InlineData("", "")]
    public void Names_are_printed_given_name_first(string list, string expected)
    {
        List<string> names = PersonNames.Read(list, out bool areMore);
        Assert.Equal(expected, string.Join('|', areMore ? [.. names, "+"] : names));
    }
}
